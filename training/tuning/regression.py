"""Logistic regression with a pull towards nought, told as a weight a trait.

Sources: D. R. Cox, The regression analysis of binary sequences, 1958; A. Hoerl, R. Kennard, Ridge
regression, 1970.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from onrecord.find.models.trained.incident_sure import BIAS

__all__ = ["PULL", "regressed"]

Floats = npt.NDArray[np.float64]
PULL = 10.0
"""How strongly weights of traits of unit spread are pulled: texts kept back are few, traits alike."""
STEPS = 50
STILL = 1e-8
FURTHEST = 30.0
"""Log odds are held within this."""


def regressed(
    traits: Sequence[Mapping[str, float]], right: Sequence[bool], pull: float = PULL
) -> dict[str, float]:
    """Give the weight of each trait, and of BIAS, that make the outcomes likeliest, by Newton's method.

    Every row has the same traits; without a row there are no weights.
    """
    if not traits:
        return {}
    names = sorted(traits[0])
    found = np.array([[row[name] for name in names] for row in traits], dtype=float)
    middle, spread = found.mean(0), np.maximum(found.std(0), STILL)
    weights = _climbed((found - middle) / spread, np.array(right, dtype=float), pull)
    slopes = weights[:-1] / spread
    return dict(zip(names, slopes.tolist(), strict=True)) | {BIAS: float(weights[-1] - slopes @ middle)}


def _climbed(rows: Floats, wanted: Floats, pull: float) -> Floats:
    held = np.hstack([rows, np.ones((len(rows), 1))])
    pulls = np.full(held.shape[1], pull)
    pulls[-1] = 1e-3  # nothing pulls the bias, but outcomes all alike must stay finite
    weights = np.zeros(held.shape[1])
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-(held @ weights).clip(-FURTHEST, FURTHEST)))
        slope = held.T @ (wanted - share) - pulls * weights
        bend = (held * (share * (1 - share))[:, None]).T @ held + np.diag(pulls)
        change = np.linalg.solve(bend, slope).clip(-2, 2)
        weights = weights + change
        if np.abs(change).max() < STILL:
            break
    return weights
