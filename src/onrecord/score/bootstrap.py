"""How far a measure may move if other documents of the same sort had been drawn."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from typing import Protocol, Self, TypeVar

from onrecord.score.task import Tally

__all__ = ["bootstrap", "bootstrap_tallies"]

WHOLE = 1 << 40
FIELD = 13
"""A count's fixed point, and the bytes of its field: 40 binary places and sums up to 2 ** 64."""


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

    All counts of a document are packed into one whole number, so that one addition adds every name at
    once; fractions are kept to 40 binary places. Counts are 0 or more.
    """
    names = tuple(dict.fromkeys(name for tally in tallies for name in tally.counts))
    packed = [_pack(tally, names) for tally in tallies]
    draw = random.Random(seed)  # noqa: S311 - sampling, not secrecy
    totals = (sum(draw.choices(packed, k=len(packed))) for _ in range(rounds))
    return _middle([measure(_unpack(total, names)) for total in totals])


def _pack(tally: Tally, names: Sequence[str]) -> int:
    fields = (round(tally[name] * WHOLE).to_bytes(FIELD, "little") for name in names)
    return int.from_bytes(b"".join(fields), "little")


def _unpack(total: int, names: Sequence[str]) -> Tally:
    fields = total.to_bytes(FIELD * len(names), "little")
    counts = (
        int.from_bytes(fields[at : at + FIELD], "little") / WHOLE for at in range(0, len(fields), FIELD)
    )
    return Tally(dict(zip(names, counts, strict=True)))


def _middle(values: list[float]) -> tuple[float, float]:
    ordered, rounds = sorted(values), len(values)
    return ordered[int(0.025 * rounds)], ordered[int(0.975 * rounds) - 1]


def _total(scores: Sequence[Score]) -> Score:
    total = scores[0]
    for score in scores[1:]:
        total += score
    return total
