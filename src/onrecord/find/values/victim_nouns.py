"""The noun of a victim phrase: where it ends, whether it names people, and of which status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.find.values.casualty_words import outcome_words, victim_nouns, words_for

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from onrecord.find.sentence import Token

__all__ = ["VictimNoun", "noun_at"]

_POSSESSIVE = frozenset({"'s", "’s"})
_OLD = ("-year-old", "-month-old", "-week-old", "-day-old")
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class VictimNoun:
    """A noun phrase up to token `end`; `people` is None where the table does not list its noun."""

    end: int
    status: str
    people: bool | None


def noun_at(tokens: Sequence[Token], at: int, numbered: Container[int]) -> VictimNoun:
    """Give the noun phrase that begins at a token; it is empty where `end` is `at`.

    It ends behind the last noun for people: of "workers angered the town" only "workers" is kept.
    """
    noun = VictimNoun(at, "unknown", None)
    for index in range(at, min(at + _LONGEST, len(tokens))):
        token = tokens[index]
        acting = token.words.lower().endswith(("ing", "ed")) and token.lemma != token.words.lower()
        known = None if acting else _known(token)
        possessive = token.words in _POSSESSIVE
        if index in numbered or not (_continues(token, first=index == at) or _describes(tokens, index, at)):
            break
        if noun.people and known is None and not possessive:
            break
        if token.lemma.endswith(_OLD) and index > at:
            break
        noun = _grown(noun, index + 1, known, possessive=possessive)
    return noun


def _known(token: Token) -> tuple[str, bool] | None:
    """Look the noun up; "the 27-year-old" is somebody too."""
    return ("unknown", True) if token.lemma.endswith(_OLD) else victim_nouns().get(token.lemma)


def _describes(tokens: Sequence[Token], index: int, first: int) -> bool:
    """Tell whether a participle of harm opens a phrase for people: "abducted traders"."""
    if index != first or index + 1 >= len(tokens) or not tokens[index].words.lower().endswith("ed"):
        return False
    return victim_nouns().get(tokens[index + 1].lemma, ("", False))[1]


def _grown(noun: VictimNoun, end: int, known: tuple[str, bool] | None, *, possessive: bool) -> VictimNoun:
    if possessive:
        return VictimNoun(end, "unknown", None)
    if known is None:
        return VictimNoun(end, noun.status, noun.people)
    status, people = known
    return VictimNoun(end, noun.status if status == "unknown" and noun.people else status, people)


def _continues(token: Token, *, first: bool) -> bool:
    if token.words in _POSSESSIVE:
        return not first
    if token.lemma.endswith(_OLD):
        return True
    if not token.words[0].isalpha() or token.words.lower() in words_for("break"):
        return False
    if token.words == "hostage" and not first:
        return False
    return outcome_words().get(token.lemma, ("", "noun"))[1] == "noun"
