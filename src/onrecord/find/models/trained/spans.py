"""From outputs a piece to stretches of words, and to the classes of stretches that are known."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.weights import Floats, Weights

__all__ = ["Found", "marked", "softmax", "spans_of"]

INSIDE = 0.5


class Found(NamedTuple):
    """A stretch of characters with its class and how likely it is."""

    start: int
    end: int
    kind: str
    score: float


def softmax(logits: Floats) -> Floats:
    """Give shares along the last axis."""
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    shares: Floats = raised / raised.sum(-1, keepdims=True)
    return shares


def spans_of(
    weights: Weights, signals: Signals, head: str, thresholds: dict[str, float] | None = None
) -> list[Found]:
    """Give the stretches of a tag head, class by class; stretches of different classes may overlap.

    A stretch is a run of pieces more likely inside than its class's threshold (0.5 where none is given),
    cut where a piece is likelier to begin than to go on, and widened to whole words.
    """
    classes = weights.tags.classes[head]
    shares = softmax(signals.tags[:, weights.tags.at(head)].reshape(len(signals), len(classes), 3))
    found = []
    for k, kind in enumerate(classes):
        inside = 1 - shares[:, k, 0]
        least = (thresholds or {}).get(kind, INSIDE)
        for first, last in _runs(inside >= least, shares[:, k, 1] > shares[:, k, 2]):
            start, end = whole_words(signals.text, int(signals.starts[first]), int(signals.ends[last - 1]))
            if start < end:
                found.append(Found(start, end, kind, float(inside[first:last].mean())))
    return found


def _runs(inside: np.ndarray, begins: np.ndarray) -> list[tuple[int, int]]:  # type: ignore[type-arg]
    """Give half-open runs of pieces that are inside, cut where one begins anew."""
    if not inside.any():
        return []
    at = np.flatnonzero(inside)
    firsts = at[(np.diff(at, prepend=-2) > 1) | begins[at]]
    stops = at[np.append(np.diff(at) > 1, True)] + 1
    ends = np.minimum(np.append(firsts[1:], len(inside)), stops[np.searchsorted(stops, firsts, side="right")])
    return list(zip(firsts.tolist(), ends.tolist(), strict=True))


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a stretch to the ends of the words that it cuts, and trim blanks."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while 0 < start < end and text[start - 1].isalnum() and text[start].isalnum() and end - start < 200:
        start -= 1
    while start < end < len(text) and text[end - 1].isalnum() and text[end].isalnum() and end - start < 200:
        end += 1
    return start, end


def marked(weights: Weights, signals: Signals, head: str, start: int, end: int) -> dict[str, float]:
    """Give the shares of a mark head's classes for a known stretch; empty where no piece of it was read."""
    pieces = signals.pieces(start, end)
    if not pieces:
        return {}
    shares = softmax(signals.marks[pieces[0], weights.marks.at(head)])
    return dict(zip(weights.marks.classes[head], shares.tolist(), strict=True))
