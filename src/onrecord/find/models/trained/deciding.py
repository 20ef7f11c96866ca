"""Which labels of a text are given: the set that is expected to be worth most, not all above a threshold.

Sources: K. Dembczynski and others, An exact algorithm for F-measure maximization, 2011; W. Dinkelbach, On
nonlinear fractional programming, 1967 (what an answer costs where it counts and is wrong).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import product

import numpy as np
import numpy.typing as npt

__all__ = ["BETAS", "PRICE", "most_worth"]

BETAS = {"balanced": 1.0, "recall": 2.0, "precision": 0.5}
"""For each use, how many times as much recall counts as precision."""
PRICE = "(any)"
"""The name among a task's thresholds of what any answer costs, in shares of F, to a text without labels."""
Floats = npt.NDArray[np.float64]


def most_worth(shares: Mapping[str, float], use: str, price: float) -> tuple[str, ...]:
    """Give the labels whose expected F over texts with labels is highest, none where no answer is worth more.

    Labels are taken to apply apart from each other.
    """
    sets, worth = _table(len(shares), BETAS[use])
    likely = np.array(list(shares.values()))
    chances = np.prod(np.where(sets, likely, 1 - likely), axis=1)
    expected = worth @ chances
    best = int(expected.argmax())
    if expected[best] <= price * chances[0]:
        return ()
    return tuple(name for name, given in zip(shares, sets[best], strict=True) if given)


@cache
def _table(labels: int, beta: float) -> tuple[npt.NDArray[np.bool_], Floats]:
    """Give all sets of labels, the empty one first, and F of each (given) against each (that applies)."""
    sets = np.array(list(product((False, True), repeat=labels)))
    sizes, both = sets.sum(1), sets.astype(np.float64) @ sets.T
    below = np.maximum(beta**2 * sizes[None, :] + sizes[:, None], 1.0)
    return sets, np.asarray((1 + beta**2) * both / below)
