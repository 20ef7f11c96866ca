"""How a run learns, and how fast at which point of it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Plan", "rate_at"]

FALL = 0.98
"""The part of the full rate that is gone when the run ends."""
FIRST_STEPS = 30
"""Steps in which the rate is held down, or lifted off the ground in a long warm-up."""
SLOW = 400
"""In the first steps of a warm-up the rate is at least the step by this."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Lengths in pieces (`pieces` a batch, `window`, `overlap`), learning rates and limits of one run.

    `windows` is the most windows of a text that are read, `rate` multiplies both learning rates, `warm` is
    the share of the run in which they rise, `decay` the weight decay.
    """

    pieces: int = 3072
    window: int = 320
    overlap: int = 32
    windows: int = 8
    encoder_rate: float = 1.0e-4
    head_rate: float = 1.0e-3
    rate: float = 1.0
    warm: float = 0.04
    decay: float = 0.01
    minutes: float = 95.0
    seed: int = 1


def rate_at(share: float, steps: int, warm: float) -> float:
    """Give the factor of the full rate at a share (0 to 1) of the run, after `steps` steps.

    It rises in a straight line over the share `warm` and then falls in another to nearly nothing. A run that
    goes on from another one's weights, with no warm-up left, still begins gently.
    """
    rate = min(1.0, share / warm) if share < warm else 1 - FALL * min(1.0, share)
    if steps >= FIRST_STEPS:
        return rate
    return min(rate, (steps + 1) / FIRST_STEPS) if share >= warm else max(rate, steps / SLOW)
