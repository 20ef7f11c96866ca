"""From a head's score to how likely it is right: a logistic curve a head, fitted on held-out texts.

Source: J. Platt, Probabilistic outputs for support vector machines, 1999.
"""

from __future__ import annotations

from math import exp, log

from onrecord.find.models.trained.reader import TrainedReader

__all__ = ["LEAST", "MOST", "calibrated"]

EDGE = 1e-4
LEAST, MOST = 0.05, 0.95
"""No reading of a machine is surer than this, nor less sure, as with the rules."""


def calibrated(reader: TrainedReader, head: str, score: float) -> float:
    """Give the probability in hundredths, from LEAST to MOST; the score itself where no curve was fitted."""
    slope, shift = reader.weights.settings.get("calibration", {}).get(head, (1.0, 0.0))
    held = min(1 - EDGE, max(EDGE, score))
    share = 1 / (1 + exp(-(slope * log(held / (1 - held)) + shift)))
    return round(min(MOST, max(LEAST, share)), 2)
