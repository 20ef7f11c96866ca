"""The trained reader as one object: weights, graph, and what every part of an answer is read from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from onrecord.find.models.trained.graph import Graph, Signals
from onrecord.find.models.trained.pairs import sigmoid
from onrecord.find.models.trained.spans import softmax
from onrecord.find.models.trained.weights import Floats, Weights, load_weights

__all__ = ["EXCLUSIVE", "TrainedReader", "label_logits", "open_reader"]

EXCLUSIVE = frozenset({"cameo", "plover"})
"""Schemes of which one label holds."""


@dataclass(frozen=True, slots=True)
class TrainedReader:
    """Reads texts into signals; `use` is balanced, recall or precision and chooses the thresholds."""

    weights: Weights
    graph: Graph
    use: str = "balanced"
    _kept: dict[str, list[Signals]] = field(default_factory=dict, repr=False)

    def signals(self, text: str) -> list[Signals]:
        """Give the signals of a text of one stretch or more; the last text read is kept, since it is asked about again."""
        if text not in self._kept:
            self._kept.clear()
            self._kept[text] = list(self.graph.read(text))
        return self._kept[text]

    def thresholds(self, head: str) -> dict[str, float]:
        """Give the thresholds of a head for the use, by class; classes without one go by 0.5."""
        found: dict[str, float] = self.weights.settings.get("thresholds", {}).get(self.use, {}).get(head, {})
        return found

    def labels(self, text: str, scheme: str) -> dict[str, float]:
        """Give how likely each label of a scheme is for the whole text; all 0 for a text without words."""
        names = self.weights.labels.classes[scheme]
        signals = self.signals(text)
        if not signals:
            return dict.fromkeys(names, 0.0)
        logits = label_logits(self.weights, signals)[self.weights.labels.at(scheme)]
        shares = softmax(logits) if scheme in EXCLUSIVE else sigmoid(logits)
        return dict(zip(names, shares.tolist(), strict=True))


def label_logits(weights: Weights, signals: list[Signals]) -> Floats:
    """Pool attention and values of all pieces into one logit a label, over every stretch of the text."""
    rows = np.concatenate([one.labels for one in signals])
    width = rows.shape[1] // 2
    shares = softmax(rows[:, :width].T)
    logits: Floats = (shares * rows[:, width:].T).sum(-1) + weights.arrays["labels.bias"]
    return logits


def open_reader(use: str = "balanced", threads: int = 0, weights: Weights | None = None) -> TrainedReader:
    """Open the reader that the package carries; raises InputError where the weights are not there."""
    found: Any = weights or load_weights()
    return TrainedReader(found, Graph(found, threads), use)
