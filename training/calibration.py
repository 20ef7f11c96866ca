"""The curve that makes a probability of a score.

Source: J. Platt, Probabilistic outputs for support vector machines, 1999.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

__all__ = ["fitted"]

Floats = npt.NDArray[np.float64]
EDGE = 1e-4
"""Scores are held this far from 0 and 1, where log odds have no end."""
PULL = 1e-3
"""How strongly the curve is pulled towards 0: it keeps outcomes that are all right or all wrong finite."""
STILL = 1e-7
"""A change below this ends the search."""


def fitted(scores: Sequence[float], right: Sequence[bool], steps: int = 200) -> tuple[float, float]:
    """Give slope and shift of the logistic curve over log odds that makes the outcomes likeliest.

    Found by Newton's method in at most `steps` steps; (1, 0) is the curve that changes nothing.
    """
    held = np.clip(np.array(scores, dtype=float), EDGE, 1 - EDGE)
    odds = np.stack([np.log(held / (1 - held)), np.ones(len(held))], 1)
    wanted = np.array(right, dtype=float)
    curve = np.array([1.0, 0.0])
    for _ in range(steps):
        share = np.exp(-np.logaddexp(0, -odds @ curve))
        slope = odds.T @ (wanted - share) - PULL * curve
        bend = (odds * (share * (1 - share))[:, None]).T @ odds + PULL * np.eye(2)
        change = _shortened(np.linalg.solve(bend, slope), curve, odds, wanted)
        curve = curve + change
        if np.abs(change).max() < STILL:
            break
    return float(curve[0]), float(curve[1])


def _shortened(change: Floats, curve: Floats, odds: Floats, wanted: Floats) -> Floats:
    """Halve a step until it makes the outcomes no less likely: whole steps may run away."""
    now = _likelihood(curve, odds, wanted)
    while np.abs(change).max() >= STILL and _likelihood(curve + change, odds, wanted) < now:
        change = change / 2
    return change


def _likelihood(curve: Floats, odds: Floats, wanted: Floats) -> float:
    found = odds @ curve
    return float(wanted @ found - np.logaddexp(0, found).sum() - PULL / 2 * curve @ curve)
