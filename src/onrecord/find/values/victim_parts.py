"""Who was hit, told around the harm word: ", including three women", "the dead included", "himself"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.find.sentence import span_of
from onrecord.find.values.casualty_words import outcome_words
from onrecord.find.values.victims import Victims
from onrecord.records import Number

if TYPE_CHECKING:
    from onrecord.find.values.harm_words import HarmWord
    from onrecord.find.values.victims import VictimPhrases

__all__ = ["group_behind", "himself", "parts_behind"]

_CLOSING = frozenset({"verb", "patient", "state"})
_WINDOW, _LONGEST = 16, 6
_BACK = 30
_SELF = frozenset({"himself", "herself"})
_OPENING = frozenset({"including", "among", "include"})
_TELLS = {"include": "part", "be": "total"}
_NAMES = frozenset({"dead", "killed", "injured", "wounded", "missing", "victims", "fatalities"})


def parts_behind(phrases: VictimPhrases, at: int) -> tuple[Victims, ...]:
    """Read the parts that follow a comma behind "were wounded"; their own noun may be missing."""
    tokens = phrases.tokens
    for index in range(at, min(len(tokens), at + _WINDOW)):
        if tokens[index].words == ":" and phrases.number_at(index + 1):
            return tuple(replace(row, scope="part") for row in phrases.listed(index + 1))
        if (
            tokens[index].words in {";", ":"}
            or outcome_words().get(tokens[index].lemma, ("", ""))[1] in _CLOSING
        ):
            break
        if tokens[index - 1].words != ",":
            continue
        if tokens[index].lemma in _OPENING:
            step = index + 1 + (tokens[index].lemma == "among")
            return tuple(replace(row, scope="part") for row in phrases.listed(step))
        row = phrases.at(index)
        if row is not None and row.scope == "part":
            return _as_told(phrases, row)
    return ()


def _as_told(phrases: VictimPhrases, row: Victims) -> tuple[Victims, ...]:
    """Give the part, none where a verb of its own says what became of it ("two of whom later died").

    "Five of whom were civilians" only says who they were.
    """
    tokens = phrases.tokens
    behind = tokens[row.end : row.end + 2]
    if row.people or not behind:
        return (row,)
    if behind[0].lemma == "be":
        who = phrases.at(row.end + 1)
        return (replace(row, status=who.status, words=who.words),) if who is not None and who.people else ()
    adverb = behind[0].words.endswith("ly") and (len(behind) == 1 or not behind[1].words[0].isalnum())
    return (row,) if adverb else ()


def group_behind(phrases: VictimPhrases, harm: HarmWord) -> tuple[Victims, ...]:
    """Read "The dead included four women", "Those killed were three boys" and "Fatalities: 8"."""
    tokens, end = phrases.tokens, harm.end
    if end >= len(tokens):
        return ()
    if _of_those(phrases, harm):
        return _what_part(phrases, harm)
    if tokens[end].words == ":" and (not harm.begin or not tokens[harm.begin - 1].words[0].isalnum()):
        row = phrases.at(end + 1) if phrases.number_at(end + 1) else None
        return (row,) if row is not None else ()
    scope = _TELLS.get(tokens[end].lemma, "")
    opened = harm.begin and tokens[harm.begin - 1].lemma in {"the", "those", "death"}
    if harm.form == "toll" and scope == "part" and opened:
        return tuple(replace(row, scope="part") for row in phrases.listed(end + 1))
    if not scope or not opened or tokens[harm.begin].words.lower() not in _NAMES:
        return ()
    return tuple(
        replace(row, scope="part" if scope == "part" else row.scope) for row in phrases.listed(end + 1)
    )


def _of_those(phrases: VictimPhrases, harm: HarmWord) -> bool:
    """Tell "three of the dead were children", in which no other word says what became of them."""
    ahead = [token.lemma for token in phrases.tokens[max(0, harm.begin - 2) : harm.begin]]
    behind = phrases.tokens[harm.end].lemma
    return ahead == ["of", "the"] and behind == "be" and harm.form in _CLOSING


def _what_part(phrases: VictimPhrases, harm: HarmWord) -> tuple[Victims, ...]:
    """Give the number before "of the dead" as a part, with the status of what they were."""
    behind = phrases.listed(harm.end + 1)
    for index in range(harm.begin - 3, max(-1, harm.begin - 3 - _LONGEST), -1):
        counted = phrases.number_at(index)
        if counted and counted[1] == harm.begin - 2:
            who = behind[0] if behind else None
            status, words = (who.status, who.words) if who else ("unknown", None)
            return (Victims(counted[0], index, harm.end, status, words, "part"),)
    return ()


def himself(phrases: VictimPhrases, harm: HarmWord) -> Victims | None:
    """Read "killed himself" as one more victim: the nearest single person told of before."""
    tokens, end = phrases.tokens, harm.end
    if end >= len(tokens) or tokens[end].words.lower() not in _SELF:
        return None
    span = span_of(phrases.sentence.text, tokens[end].start, tokens[end].end)
    for index in range(harm.begin - 1, max(-1, harm.begin - 1 - _BACK), -1):
        found = phrases.at(index)
        if found is not None and found.people and found.number.high == 1:
            return replace(found, number=Number(1, 1, "", span), begin=end, end=end + 1)
    return Victims(Number(1, 1, "", span), end, end + 1, "unknown", None)
