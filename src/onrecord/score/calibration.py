"""How far stated probabilities are from what is met.

Sources: M. P. Naeini, G. F. Cooper, M. Hauskrecht, Obtaining well calibrated probabilities using Bayesian
binning, 2015 (expected calibration error over bins of equal width); G. W. Brier, Verification of forecasts
expressed in terms of probability, 1950.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

__all__ = ["brier_score", "calibration_error"]


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


def brier_score(shares: Sequence[float], right: Sequence[bool]) -> float:
    """Give the mean square of what stated shares are wrong by, 0 without any."""
    gaps = np.array(shares, dtype=float) - np.array(right, dtype=float)
    return float((gaps**2).mean()) if len(gaps) else 0.0
