"""Pairs of stretches that are one thing or two, from chains of stretches."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from training.model.targets import Chars, PairTarget

__all__ = ["chained"]

MOST_LINKS = 60
"""Stretches of a text that are paired with each other."""
MOST_PAIRS = 400
"""Pairs of one text that are asked about."""


def chained(head: str, links: Iterable[tuple[Chars, int]]) -> list[PairTarget]:
    """Give pairs of the first stretches of a text, from (stretch, its chain): 1 for one chain, 0 for two."""
    near = sorted(links)[:MOST_LINKS]
    found = [
        PairTarget(head, one, other, int(mine == its)) for (one, mine), (other, its) in combinations(near, 2)
    ]
    return found[:MOST_PAIRS]
