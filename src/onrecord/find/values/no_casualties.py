"""Casualties that are denied in their own words: "no casualties", "did not cause any casualties"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.sentence import span_of
from onrecord.records import Casualty, Number

if TYPE_CHECKING:
    from onrecord.find.values.victims import VictimPhrases

__all__ = ["no_casualties"]

_NO_SIGN = (["evidence", "of"], ["report", "of"], ["sign", "of"], ["indication", "of"], ["word", "of"])
_DENYING = frozenset({"not", "n't", "without", "never"})
_OUTCOMES = {
    "casualty": ("killed", "injured"),
    "death": ("killed",),
    "fatality": ("killed",),
    "injury": ("injured",),
}
_REACH, _BACK = 3, 5


def no_casualties(phrases: VictimPhrases) -> list[Casualty]:
    """Read them as nobody killed and nobody injured; other counts of casualties say neither.

    "No immediate reports of casualties" is such a zero too; that it is not certain is left to modality.
    """
    rows: list[Casualty] = []
    for index, token in enumerate(phrases.tokens):
        number = _none_at(phrases, index) if token.lemma in {"no", "any", "without"} else None
        if number is None:
            continue
        behind = [word.lemma for word in phrases.tokens[index + 1 : index + 1 + _REACH + 1]]
        sign = next((at for at in (0, 1) if behind[at : at + 2] in _NO_SIGN), None)
        start = index + 1 if sign is None else index + sign + 3
        reach = [word.lemma for word in phrases.tokens[start : start + _REACH]]
        told = [] if "of" in reach else reach if sign is not None else [w for w in reach if w == "casualty"]
        outcomes = dict.fromkeys(outcome for word in told for outcome in _OUTCOMES.get(word, ()))
        status = "civilian" if "civilian" in reach else "unknown"
        rows.extend(Casualty(outcome, number, status) for outcome in outcomes)
    return rows


def _none_at(phrases: VictimPhrases, index: int) -> Number | None:
    """Give the zero of "no", and of "any" behind "not" or "without"."""
    tokens = phrases.tokens
    if tokens[index].lemma == "no":
        counted = phrases.number_at(index)
        return counted[0] if counted else None
    if tokens[index].lemma == "without":
        any_ = any(token.lemma == "any" for token in tokens[index + 1 : index + 1 + _REACH])
        return (
            None
            if any_
            else Number(0, 0, "none", span_of(phrases.sentence.text, tokens[index].start, tokens[index].end))
        )
    for at in range(index - 1, max(-1, index - 1 - _BACK), -1):
        if tokens[at].words.lower() in _DENYING:
            span = span_of(phrases.sentence.text, tokens[at].start, tokens[index].end)
            return Number(0, 0, "none", span)
    return None
