"""Phrases for people without a name: "the six priests", "a street vendor", "her two sons".

A phrase ends with a noun for people that leads no other such noun; what describes the noun is kept with it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.find.sentence import Sentence, Token
from onrecord.find.values.casualty_words import outcome_words, victim_nouns
from onrecord.find.words.word_classes import words_of
from onrecord.records import Number
from onrecord.vocabulary import rows

__all__ = ["Phrase", "kind_of", "phrases_in", "status_of"]

LONGEST = 3
"""Words that describe the noun of a phrase."""
REACH = 3
"""Tokens between a number and the words that it counts ("six of the other priests")."""
_PASSED = frozenset({"other", "more", "of", "the", "these", "those", "his", "her", "their", "its"})
_POSSESSIVE = frozenset({"'s", "’s"})
_CLOSED = (
    "article",
    "determiner",
    "preposition",
    "coordinator",
    "subordinator",
    "pronoun",
    "auxiliary",
    "modal",
)
_OPENINGS = {
    "a": "one", "an": "one", "the": "the", "these": "the", "those": "the", "his": "own", "her": "own",
    "their": "own", "its": "own", "several": "some", "some": "some", "many": "some", "other": "some",
    "more": "some",
}  # fmt: skip


class Phrase(NamedTuple):
    """Words for people: tokens `begin` to `last`, of which those from `first` on describe the noun at `last`.

    `opening` says what stands before them: number, one, the, own, some or bare.
    """

    begin: int
    first: int
    last: int
    noun: str
    several: bool
    number: Number | None
    opening: str


def phrases_in(sentence: Sentence, numbers: Sequence[Number]) -> Iterator[Phrase]:
    """Give the phrases for people of a sentence, whose counts are `numbers`, in order."""
    tokens = sentence.tokens
    counts = {number.span.end: number for number in numbers}
    inside = {t.start for t in tokens for n in numbers if n.span.start <= t.start < n.span.end}
    for last in range(len(tokens)):
        if not _ends_phrase(tokens, last):
            continue
        first = _first(tokens, last, inside)
        begin, number = _opened(tokens, first, counts)
        opening = "number" if number else _OPENINGS.get(tokens[begin].words.lower(), "bare")
        noun = tokens[last].words.lower()
        several = noun != tokens[last].lemma or noun in _kinds()["many"]
        several = several and not _is_one_of(tokens, begin)
        yield Phrase(begin, first, last, noun, several, number, opening)


def kind_of(noun: str) -> str:
    """Give the kind that muc_people has for a noun, "" for none."""
    found = (
        kind
        for kind, nouns in _kinds().items()
        if kind != "many" and not nouns.isdisjoint({noun, noun.removesuffix("s")})
    )
    return next(found, "")


def status_of(lemma: str) -> str:
    """Give the status that the table of victims has for a noun, "new" where it lacks the noun."""
    return victim_nouns().get(lemma, ("new", True))[0]


@cache
def _kinds() -> dict[str, frozenset[str]]:
    kinds = dict.fromkeys(row["kind"] for row in rows("muc_people"))
    return {one: frozenset(row["word"] for row in rows("muc_people") if row["kind"] == one) for one in kinds}


def _ends_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a noun for people stands here that describes no other one and owns nothing."""
    if not _is_person(tokens[at]):
        return False
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    leads = behind is not None and _is_person(behind) and tokens[at].words.lower() == tokens[at].lemma
    return not (leads or (behind is not None and behind.words in _POSSESSIVE))


def _is_person(token: Token) -> bool:
    """Tell a noun for people; the table of victims also lists things, which are none."""
    if token.words.lower() != token.lemma and token.words.lower().endswith(("ed", "ing")):
        return False
    known = victim_nouns().get(token.lemma)
    if known is not None:
        return known[1]
    return bool(kind_of(token.words.lower()) or kind_of(token.lemma))


def _first(tokens: Sequence[Token], last: int, inside: Collection[int]) -> int:
    """Give where the words that describe a noun begin."""
    first = last
    while first > max(0, last - LONGEST) and _describes(tokens[first - 1], inside):
        first -= 1
    return first


def _describes(token: Token, inside: Collection[int]) -> bool:
    words = token.words.lower()
    if not words[0].isalpha() or token.start in inside or words.endswith(("ed", "ing")):
        return False
    past = words != token.lemma and not words.endswith("s") and not _is_person(token)
    return not (past or words in _small() or token.lemma in outcome_words())


def _opened(tokens: Sequence[Token], first: int, counts: Mapping[int, Number]) -> tuple[int, Number | None]:
    """Give where a phrase begins with its number, or else its small word, and the number."""
    at = first - 1
    while at > max(0, first - 1 - REACH) and tokens[at].words.lower() in _PASSED:
        at -= 1
    number = counts.get(tokens[at].end) if first else None
    if number is not None:
        return next(k for k in range(at, -1, -1) if tokens[k].start <= number.span.start), number
    small = first > 0 and tokens[first - 1].words.lower() in _OPENINGS
    return first - small, None


def _is_one_of(tokens: Sequence[Token], begin: int) -> bool:
    """Tell "one of the priests", of whom one is spoken of."""
    return [token.words.lower() for token in tokens[max(0, begin - 2) : begin]] == ["one", "of"]


@cache
def _small() -> frozenset[str]:
    return frozenset(word for name in _CLOSED for word in words_of(name))
