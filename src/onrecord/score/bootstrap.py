"""How far a measure may move if other documents of the same sort had been drawn."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Protocol, Self, TypeVar

__all__ = ["bootstrap"]


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
    values = sorted(measure(_total(draw.choices(scores, k=len(scores)))) for _ in range(rounds))
    return values[int(0.025 * rounds)], values[int(0.975 * rounds) - 1]


def _total(scores: Sequence[Score]) -> Score:
    total = scores[0]
    for score in scores[1:]:
        total += score
    return total
