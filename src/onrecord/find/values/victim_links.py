"""What joins groups of victims: "and", a comma, "as well as", "including", a colon before a total's parts."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.find.values.casualty_words import words_for

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from onrecord.find.sentence import Token

__all__ = ["is_part_of", "link_behind"]

_THOSE = frozenset({"whom", "them", "these", "those", "which"})
_HARMED = frozenset({"injured", "wounded", "dead", "killed", "missing", "abducted", "captured", "hostages"})
_LONGEST = 3


def link_behind(tokens: Sequence[Token], at: int, scope: str, numbered: Container[int]) -> tuple[int, str]:
    """Give the index behind the joining words at `at`, 0 if none, and the scope of what follows.

    A colon joins only a number: "25 people: 14 soldiers and five civilians" are parts of a total.
    """
    lemmas = tuple(token.words.lower() for token in tokens[at : at + 1 + _LONGEST])
    if lemmas[:1] == (":",) and at + 1 in numbered:
        return at + 1, "part"
    comma = 1 if lemmas[:1] == (",",) else 0
    for words in _phrases("part"):
        if lemmas[comma : comma + len(words)] == words:
            return at + comma + len(words), "part"
    for words in _phrases("link"):
        if lemmas[comma : comma + len(words)] == words:
            return at + comma + len(words), scope
    return (at + 1, scope) if comma else (0, scope)


def is_part_of(tokens: Sequence[Token], at: int) -> int:
    """Give the index behind "of whom", "of them", "of the wounded" at `at`, 0 where none stands there."""
    lemmas = [token.words.lower() for token in tokens[at : at + 3]]
    if lemmas[:1] != ["of"] or len(lemmas) == 1:
        return 0
    if lemmas[1] in _THOSE:
        return at + 2
    return at + 3 if lemmas[1] == "the" and lemmas[2:] and lemmas[2] in _HARMED else 0


@cache
def _phrases(use: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words.split()) for words in sorted(words_for(use)))
