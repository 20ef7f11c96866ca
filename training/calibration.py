"""How well a score tells a probability, and the curve that makes it one.

Sources: J. Platt, 1999 (logistic curve on log odds); M. P. Naeini, G. F. Cooper, M. Hauskrecht, Obtaining well
calibrated probabilities using Bayesian binning, 2015 (expected calibration error over bins of equal width).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

__all__ = ["calibration_error", "fitted"]

EDGE = 1e-4


def fitted(scores: Sequence[float], right: Sequence[bool], steps: int = 200) -> tuple[float, float]:
    """Give slope and shift of the logistic curve over log odds that makes the outcomes likeliest (Newton's method)."""
    held = np.clip(np.array(scores, dtype=float), EDGE, 1 - EDGE)
    odds = np.stack([np.log(held / (1 - held)), np.ones(len(held))], 1)
    wanted = np.array(right, dtype=float)
    curve = np.array([1.0, 0.0])
    for _ in range(steps):
        share = 1 / (1 + np.exp(-odds @ curve))
        slope = odds.T @ (wanted - share) - 1e-3 * curve
        bend = (odds * (share * (1 - share))[:, None]).T @ odds + 1e-3 * np.eye(2)
        change = np.linalg.solve(bend, slope)
        curve = curve + change
        if np.abs(change).max() < 1e-7:
            break
    return float(curve[0]), float(curve[1])


def calibration_error(shares: Sequence[float], right: Sequence[bool], bins: int = 10) -> float:
    """Give the mean gap between stated and met shares over bins of equal width, weighted by their size."""
    stated, met = np.array(shares, dtype=float), np.array(right, dtype=float)
    at = np.minimum((stated * bins).astype(int), bins - 1)
    gaps = [
        abs(stated[at == k].mean() - met[at == k].mean()) * (at == k).mean()
        for k in range(bins)
        if (at == k).any()
    ]
    return float(sum(gaps))
