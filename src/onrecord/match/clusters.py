"""Pairs with scores to clusters: the strongest links first, never across a wall."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["ACCEPTED", "Scored", "cluster"]

Scored = tuple[str, str, float]
ACCEPTED = float("inf")
"""The score of a link that a person made: it comes before every link of the machine."""


def cluster(
    items: Iterable[str], links: Iterable[Scored], walls: Iterable[tuple[str, str]], threshold: float
) -> tuple[frozenset[str], ...]:
    """Give the items in clusters, sorted by their smallest member; the order of the input does not matter.

    Links of at least `threshold` join, strongest first and ties by name; a link that would bring the two
    sides of a wall into one cluster is left out, also one of score inf. Links and walls that name
    somebody who is not among the items are left out: a judgement may outlive what it speaks of.
    """
    known = frozenset(items)
    forest = _Forest(known)
    for one, other in walls:
        if one in known and other in known and one != other:
            forest.part(one, other)
    for one, other, score in sorted(_ordered(links), key=lambda link: (-link[2], link[0], link[1])):
        if score >= threshold and one in known and other in known:
            forest.join(one, other)
    return forest.clusters()


def _ordered(links: Iterable[Scored]) -> set[Scored]:
    return {(min(one, other), max(one, other), score) for one, other, score in links}


class _Forest:
    """Clusters by their root, with the walls between roots."""

    def __init__(self, items: frozenset[str]) -> None:
        self._members: dict[str, set[str]] = {item: {item} for item in items}
        self._root: dict[str, str] = {item: item for item in items}
        self._walls: dict[str, set[str]] = {}

    def part(self, one: str, other: str) -> None:
        """Remember that two items are not the same."""
        self._walls.setdefault(one, set()).add(other)
        self._walls.setdefault(other, set()).add(one)

    def join(self, one: str, other: str) -> None:
        """Make two clusters one, unless a wall stands between them."""
        a, b = self._root[one], self._root[other]
        if a == b or b in self._walls.get(a, ()):
            return
        keep, lose = (a, b) if len(self._members[a]) >= len(self._members[b]) else (b, a)
        for item in self._members[lose]:
            self._root[item] = keep
        self._members[keep] |= self._members.pop(lose)
        for beyond in self._walls.pop(lose, set()):
            self._walls[beyond].discard(lose)
            self.part(keep, beyond)

    def clusters(self) -> tuple[frozenset[str], ...]:
        """Give the clusters by their smallest member."""
        return tuple(sorted(map(frozenset, self._members.values()), key=min))
