"""Figures told of a number: "the number of fighters killed has risen to 94", "the number of dead as 36"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.find.values.casualty_words import words_for

if TYPE_CHECKING:
    from onrecord.find.values.harm_words import HarmWord
    from onrecord.find.values.victims import VictimPhrases, Victims

__all__ = ["counted_of", "is_number_of"]

_AHEAD, _WINDOW = 8, 24
_COUNTS = frozenset({"number", "count", "total"})
_ENDS = frozenset({";", "after", "when", "while", "but"})


def is_number_of(phrases: VictimPhrases, harm: HarmWord) -> bool:
    """Tell whether the harm word ends "the number of ... killed": its figure stands behind it."""
    return _opening(phrases, harm) >= 0


def counted_of(phrases: VictimPhrases, harm: HarmWord) -> tuple[Victims, ...]:
    """Give the last figure that "to", "at", "as" or "is" leads to behind the word, of those who are named."""
    tokens = phrases.tokens
    last: Victims | None = None
    for index in range(harm.end, min(len(tokens), harm.end + _WINDOW)):
        if tokens[index].lemma in _ENDS:
            break
        leads = tokens[index - 1].lemma in words_for("toll") | {"as"}
        row = phrases.at(index) if leads and phrases.number_at(index) else None
        last = row or last
    if last is None:
        return ()
    who = phrases.at(_opening(phrases, harm))
    if who is None or last.words is not None or who.begin >= harm.begin:
        return (replace(last, scope="cumulative"),)
    return (replace(last, words=who.words, status=who.status, scope="cumulative"),)


def _opening(phrases: VictimPhrases, harm: HarmWord) -> int:
    """Give the token behind "the number of", or -1 where that does not open the phrase."""
    tokens = phrases.tokens
    for at in range(harm.begin - 1, max(0, harm.begin - _AHEAD), -1):
        if tokens[at].lemma == "of" and at and tokens[at - 1].lemma in _COUNTS:
            return at + 1 if phrases.number_at(at - 1) is None else -1
        if tokens[at].words in {",", ";"} or tokens[at].lemma in {"be", "have"}:
            return -1
    return -1
