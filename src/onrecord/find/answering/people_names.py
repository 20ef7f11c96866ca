"""Where the names of victims and perpetrators of incidents stand in a text, for what stands beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.answers import Incident
from onrecord.find.answering.incidents_terms import PERSON

__all__ = ["Names", "Place", "between", "names_of", "places_of_words"]

Place = tuple[int, int]
"""Half-open code points of a text."""


@dataclass(frozen=True, slots=True)
class Names:
    """Where the names of victims and of perpetrators stand, sorted, and how many victims have one."""

    victims: tuple[Place, ...] = ()
    doers: tuple[Place, ...] = ()
    known: int = 0


def names_of(text: str, incidents: Iterable[Incident]) -> Names:
    """Give the names of the people of incidents of a text."""
    words = [(part, entity.mentions[0]) for one in incidents for part, entity in one.parts if entity.mentions]
    victims = {name for part, name in words if part == "victim"}
    doers = {name for part, name in words if part == PERSON}
    return Names(_places(text, victims), _places(text, doers), len(victims))


def places_of_words(text: str, words: str) -> Iterator[Place]:
    """Give where words stand in a text, whatever their case and the blanks between them."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    yield from (match.span() for match in re.finditer(pattern, text, re.IGNORECASE))


def between(places: Sequence[Place], start: int, end: int) -> Sequence[Place]:
    """Give the sorted places that begin from one code point on and before another."""
    return places[bisect_left(places, (start, 0)) : bisect_left(places, (end, 0))]


def _places(text: str, names: Iterable[str]) -> tuple[Place, ...]:
    return tuple(sorted({place for name in names for place in places_of_words(text, name)}))
