"""Where a text names actors, kept so that a long text is read in time linear in its length."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import NamedTuple

__all__ = ["Named", "Namings"]


class Named(NamedTuple):
    """Where a text names an actor: the offsets, the actor's id, and the words."""

    start: int
    end: int
    id: str
    words: str


class Namings:
    """Names in the order of the text, and where each actor is named first: texts repeat names at length."""

    def __init__(self) -> None:
        self._order: list[Named] = []
        self.first: dict[str, Named] = {}

    def add(self, named: Named) -> None:
        """Take a name in, in any order."""
        insort(self._order, named)
        self.first[named.id] = min(named, self.first.get(named.id, named))

    def between(self, start: int, end: int) -> list[Named]:
        """Give the names that begin between two offsets, in order."""
        first = bisect_left(self._order, start, key=lambda one: one.start)
        return self._order[first : bisect_left(self._order, end, key=lambda one: one.start)]
