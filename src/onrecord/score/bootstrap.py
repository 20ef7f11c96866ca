"""How far a measure may move if other documents of the same sort had been drawn."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, Self, TypeVar

from onrecord.score.task import Tally

__all__ = ["bootstrap", "bootstrap_tallies"]


class Adds(Protocol):
    """Something whose values add up."""

    def __add__(self, other: Self, /) -> Self:
        """Give the sum."""


Score = TypeVar("Score", bound=Adds)


def bootstrap(
    scores: Sequence[Score], measure: Callable[[Score], float], *, seed: int = 0, rounds: int = 1000
) -> tuple[float, float]:
    """Give the 95 % interval of a measure over documents drawn with replacement, the same for the same seed.

    With a handful of documents the interval says little, and says so by being wide.
    Source: B. Efron, Bootstrap methods: another look at the jackknife, 1979 (percentile form).
    """
    draw = random.Random(seed)  # noqa: S311 - sampling, not secrecy
    return _middle([measure(_total(draw.choices(scores, k=len(scores)))) for _ in range(rounds)])


def bootstrap_tallies(
    tallies: Sequence[Tally], measure: Callable[[Tally], float], *, seed: int = 0, rounds: int = 1000
) -> tuple[float, float]:
    """Give the same interval as `bootstrap` where documents are tallies, fast enough for thousands of them.

    Documents with equal counts are one row, and a drawn sample is how often each row came.
    """
    return _middle([measure(tally) for tally in _samples(tallies, random.Random(seed), rounds)])  # noqa: S311


def _samples(tallies: Sequence[Tally], draw: random.Random, rounds: int) -> Iterator[Tally]:
    numbers: dict[frozenset[tuple[str, float]], int] = {}
    row_of = [numbers.setdefault(frozenset(tally.counts.items()), len(numbers)) for tally in tallies]
    columns: dict[str, list[tuple[int, float]]] = {}
    for row, number in numbers.items():
        for name, count in row:
            columns.setdefault(name, []).append((number, count))
    for _ in range(rounds):
        drawn = Counter(draw.choices(row_of, k=len(row_of)))
        times = [drawn[number] for number in range(len(numbers))]
        yield Tally({name: sum(times[n] * count for n, count in rows) for name, rows in columns.items()})


def _middle(values: list[float]) -> tuple[float, float]:
    ordered, rounds = sorted(values), len(values)
    return ordered[int(0.025 * rounds)], ordered[int(0.975 * rounds) - 1]


def _total(scores: Sequence[Score]) -> Score:
    total = scores[0]
    for score in scores[1:]:
        total += score
    return total
