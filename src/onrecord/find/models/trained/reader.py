"""The trained reader as one object: weights, graph, and what every part of an answer is read from."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from threading import local

import numpy as np

from onrecord.find.models.trained.graph import Graph, Signals
from onrecord.find.models.trained.ngrams import ngram_logits
from onrecord.find.models.trained.pairs import sigmoid
from onrecord.find.models.trained.parties import Parties, between
from onrecord.find.models.trained.pooling import label_logits, mean_within
from onrecord.find.models.trained.spans import softmax
from onrecord.find.models.trained.weights import Floats, Weights, load_weights

__all__ = ["EXCLUSIVE", "KEPT", "TrainedReader", "open_reader"]

EXCLUSIVE = frozenset({"cameo", "plover"})
"""Schemes of which one label holds."""
MOST = 2
"""Texts whose windows are run at once: those of a long one take 150 MB."""
KEPT = 2
"""Stretches of one text that are kept, at about 50 MB each; a longer text is read anew each time."""


@dataclass(frozen=True, slots=True)
class TrainedReader:
    """Reads texts into signals; `use` is balanced, recall or precision and chooses the thresholds.

    Safe to ask from several threads, each of which keeps the last text that it read.
    """

    weights: Weights
    graph: Graph
    use: str = "balanced"
    _kept: local = field(default_factory=local, repr=False)

    @property
    def workers(self) -> int:
        """Give how many texts it is best asked about at once: one is worked on beside those that are run."""
        return min(self.graph.workers, MOST) + 1

    def signals(self, text: str) -> Iterable[Signals]:
        """Give the signals of a text, stretch by stretch; go through them once and keep none.

        The last text read is kept where it has at most KEPT stretches, since it is asked about again; the
        stretches of a longer one are read as they are asked for, in memory that does not grow with it.
        """
        known = self._known(text)
        if known is not None:
            return known
        self._kept.last = None, ()
        rest = self.graph.read(text)
        first = deque(islice(rest, KEPT + 1))
        if len(first) > KEPT:
            return _going_on(first, rest)
        kept = tuple(first)
        self._kept.last = text, kept
        return kept

    def _known(self, text: str) -> tuple[Signals, ...] | None:
        words, known = getattr(self._kept, "last", (None, ()))
        return known if words == text else None

    def thresholds(self, head: str) -> dict[str, float]:
        """Give the thresholds of a head for the use, by class; classes without one go by 0.5."""
        found: dict[str, float] = self.weights.settings.get("thresholds", {}).get(self.use, {}).get(head, {})
        return found

    def labels(self, text: str, scheme: str, parties: Parties | None = None) -> dict[str, float]:
        """Give how likely each label of a scheme is for the whole text; all 0 for a text without words.

        Where two parties are marked, it is the label of what one does to the other.
        """
        names = self.weights.labels.classes[scheme]
        pooled = label_logits(self.weights, self.signals(text))
        if pooled is None:
            return dict.fromkeys(names, 0.0)
        logits = pooled[self.weights.labels.at(scheme)]
        if parties:
            logits = logits + self._between(text, f"{scheme}_between", parties)
        logits = logits + ngram_logits(self.weights.ngrams, scheme, text, parties)
        shares = softmax(logits) if scheme in EXCLUSIVE else sigmoid(logits)
        return dict(zip(names, shares.tolist(), strict=True))

    def _between(self, text: str, head: str, parties: Parties) -> Floats | float:
        if head not in self.weights.labels.classes:
            return 0.0
        at, width = self.weights.labels.at(head), len(self.weights.arrays["labels.bias"])
        values = slice(width + at.start, width + at.stop)
        found = mean_within(self.signals(text), between(parties), lambda one: one.labels[:, values])
        return 0.0 if found is None else found.astype(np.float32)


def _going_on(first: deque[Signals], rest: Iterator[Signals]) -> Iterator[Signals]:
    """Give what was read already and then the rest, and hold on to none of it."""
    while first:
        yield first.popleft()
    yield from rest


def open_reader(use: str = "balanced", threads: int = 0, weights: Weights | None = None) -> TrainedReader:
    """Open the reader that the package carries; raises InputError where the weights are not there."""
    found = weights or load_weights()
    return TrainedReader(found, Graph(found, threads), use)
