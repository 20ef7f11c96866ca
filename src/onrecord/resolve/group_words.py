"""Descriptions of an armed group that name nobody: "the jihadist militants", "the Palestinian faction"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from onrecord.resolve.peoples import countries_named
from onrecord.resolve.registry import Registry
from onrecord.resolve.spelling import fold
from onrecord.vocabulary import rows

__all__ = ["GroupWords", "group_words"]

_MOST_WORDS = 6
_STATE = frozenset({"state", "state-force"})


class GroupWords(NamedTuple):
    """What a description asks of the group: its countries, who it never is, its sorts."""

    countries: frozenset[str]
    never: frozenset[str]
    sorts: frozenset[str]

    def may_be(self, ident: str, registry: Registry) -> bool:
        """Say whether an actor is of the countries, serves no state and is not barred."""
        if self.countries and self.countries.isdisjoint(registry.entry(ident).country.split(";")):
            return False
        while ident and ident not in self.never and registry.entry(ident).kind not in _STATE:
            ident = registry.entry(ident).parent_id
        return not ident


def group_words(words: str) -> GroupWords | None:
    """Give what words that describe an armed group ask of it; None for words that describe none."""
    parts = fold(words).split()
    if not 0 < len(parts) <= _MOST_WORDS:
        return None
    for cut in range(len(parts)):
        noun = _nouns().get(" ".join(parts[cut:]))
        if noun is not None:
            countries = _countries(parts[:cut])
            return None if countries is None else GroupWords(countries, *noun)
    return None


def _countries(before: list[str]) -> frozenset[str] | None:
    """Give the countries of the adjectives before a noun; None where a word is neither adjective nor people.

    Who backs a group or is linked to it ("al-Qaeda-linked") says nothing of its own country.
    """
    found: set[str] = set()
    compound = max((at for at, word in enumerate(before) if word in _compounds()), default=-1)
    for word in before[compound + 1 :]:
        codes = countries_named(word, demonyms=True)
        if not codes and word not in _adjectives():
            return None
        found.update(codes)
    return frozenset(found)


@cache
def _nouns() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Give for each noun the actors that it never describes, and the sorts of groups that it does."""
    table = rows("group_words")
    return {
        row["word"]: (frozenset(row["never"].split(";")) - {""}, frozenset(row["sorts"].split()))
        for row in table
    }


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("group_adjectives"))


@cache
def _compounds() -> frozenset[str]:
    return frozenset({"affiliated", "aligned", "allied", "backed", "based", "inspired", "led", "linked"})
