"""What belongs to a cue: the weights of its features, fitted on texts with known attributions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from onrecord.answers import Attributed, Stretch
from onrecord.find.models.trained.cueing import BASE, FEATURES, Owning
from onrecord.find.models.trained.spans import Found

__all__ = ["fitted_weights", "right_pairs"]

PULL = 1.0
"""How strongly weights of standardised features are pulled towards 0."""
STEPS, STILL = 50, 1e-6
HALF = 0.5
Doubles = npt.NDArray[np.float64]
Truth = npt.NDArray[np.bool_]


def right_pairs(
    pairs: Owning, cues: Sequence[Found], stretches: Sequence[Found], part: str, gold: Iterable[Attributed]
) -> Truth:
    """Tell of each pair if its cue touches the cue of an attribution and this part of it holds its stretch.

    A part holds a stretch where it has half of its characters at least.
    """
    coded = [(one.cue, one.source if part == "source" else one.content) for one in gold]
    cued = [{k for k, (cue, _) in enumerate(coded) if _shared(one, cue)} for one in cues]
    held = [
        {k for k, (_, own) in enumerate(coded) if _shared(one, own) >= HALF * (one.end - one.start)}
        for one in stretches
    ]
    return np.array([bool(cued[k] & held[j]) for k, j in pairs.pairs.tolist()], dtype=np.bool_)


def _shared(found: Found, coded: Iterable[Stretch]) -> int:
    """Count the characters that a stretch shares with others."""
    return sum(max(0, min(found.end, at.end) - max(found.start, at.start)) for at in coded)


def fitted_weights(features: Doubles, right: Truth) -> dict[str, float]:
    """Give the weight of each feature, and what is added, that make the outcomes likeliest.

    Found by Newton's method.
    """
    middle, spread = features.mean(0), features.std(0) + STILL
    rows = np.column_stack([(features - middle) / spread, np.ones(len(features))])
    weights = np.zeros(rows.shape[1])
    pull = PULL * np.append(np.ones(len(FEATURES)), STILL)
    for _ in range(STEPS):
        shares = np.exp(-np.logaddexp(0, -rows @ weights))
        bend = (rows * (shares * (1 - shares))[:, None]).T @ rows + np.diag(pull)
        change = np.linalg.solve(bend, rows.T @ (right - shares) - pull * weights)
        weights = weights + change
        if np.abs(change).max() < STILL:
            break
    plain = weights[:-1] / spread
    named = {name: round(float(weight), 4) for name, weight in zip(FEATURES, plain, strict=True)}
    return named | {BASE: round(float(weights[-1] - plain @ middle), 4)}
