"""What a threshold is chosen for: three uses, each with its own weight of recall against precision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.find.models.trained.deciding import BETAS
from onrecord.score.task import Tally, Task

__all__ = ["GRID", "USES", "Chosen", "Least", "f_beta", "worth"]

USES = BETAS
"""For each use, how many times as much recall counts as precision."""
GRID = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8)
"""The thresholds that are tried."""
Least = dict[str, float]
"""The threshold of each class of a head."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """Thresholds by use, head and class, the curve (slope, shift) of a head's scores, weights of features."""

    thresholds: dict[str, dict[str, Least]] = field(default_factory=lambda: {use: {} for use in USES})
    calibration: dict[str, tuple[float, float]] = field(default_factory=dict)
    weighing: dict[str, dict[str, float]] = field(default_factory=dict)

    def add(self, other: Chosen) -> None:
        """Take over what was chosen for other heads."""
        for use, heads in other.thresholds.items():
            self.thresholds[use] |= heads
        self.calibration.update(other.calibration)
        self.weighing.update(other.weighing)


def f_beta(precision: float, recall: float, beta: float) -> float:
    """Give the weighted harmonic mean; beta above 1 favours recall. Source: C. J. van Rijsbergen, 1979."""
    below = beta * beta * precision + recall
    return (1 + beta * beta) * precision * recall / below if below else 0.0


def worth(task: Task, judged: Iterable[Tally], beta: float) -> float:
    """Give what answers are worth to a use, from the tallies of their documents.

    The balanced use goes by the task's own mean, which need not be that of its precision and recall.
    """
    figures = task.figures(sum(judged, Tally()))
    return figures.f1 if beta == 1.0 else f_beta(figures.precision, figures.recall, beta)
