"""From a head's score to how likely it is right: a logistic curve a head, fitted on texts held out of training.

Source: J. Platt, Probabilistic outputs for support vector machines, 1999.
"""

from __future__ import annotations

from math import exp, log

from onrecord.find.models.trained.reader import TrainedReader

__all__ = ["calibrated"]

EDGE = 1e-4


def calibrated(reader: TrainedReader, head: str, score: float) -> float:
    """Give the probability, in steps of a hundredth between 0.05 and 0.95; the score itself where none was fitted."""
    slope, shift = reader.weights.settings.get("calibration", {}).get(head, (1.0, 0.0))
    held = min(1 - EDGE, max(EDGE, score))
    share = 1 / (1 + exp(-(slope * log(held / (1 - held)) + shift)))
    return round(min(0.95, max(0.05, share)), 2)
