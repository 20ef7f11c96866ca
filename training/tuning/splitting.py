"""The rule that tells whether two things hit are of one incident, from the templates of training texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from onrecord.find.models.trained.incident_split import SPLIT, Spread, pair_traits, spread_of
from training.schema import Example
from training.tuning.regression import regressed

__all__ = ["fitted_split", "pairs_in"]

PULL = 1.0
"""Pairs are many."""
Words = tuple[str, tuple[str, ...]]


def fitted_split(examples: Iterable[Example]) -> dict[str, float]:
    """Fit the rule to every pair of fillers that stand in incidents of one type of a text."""
    rows: list[dict[str, float]] = []
    right: list[bool] = []
    for example in examples:
        for traits, same in pairs_in(example):
            rows.append(traits)
            right.append(same)
    return regressed(rows, right, pull=PULL)


def pairs_in(example: Example) -> Iterator[tuple[dict[str, float], bool]]:
    """Give the traits of each pair of fillers of incidents of one type, and whether one incident has both."""
    for kind in sorted({template.type for template in example.muc}):
        found = _found(example, kind)
        for one, other in combinations(found.values(), 2):
            yield pair_traits(example.text, one[0], other[0]), bool(one[1] & other[1])


def _found(example: Example, kind: str) -> dict[Words, tuple[Spread, set[int]]]:
    """Give where each filler stands and the incidents that have it."""
    found: dict[Words, tuple[Spread, set[int]]] = {}
    for number, template in enumerate(example.muc):
        for part, filler in template.parts if template.type == kind else ():
            starts = [at.start for at in (*filler.given, *filler.further)]
            if part in SPLIT and starts:
                found.setdefault((part, filler.words), (spread_of(part, starts), set()))[1].add(number)
    return found
