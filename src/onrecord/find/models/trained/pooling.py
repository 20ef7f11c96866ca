"""Labels of a whole text from its stretches one by one: attention over every piece, without keeping any.

Each piece counts once, as the window that answers for it has it; the pieces that only begin and end a window
count for nothing. What is fitted in training is pooled here too (`pooled`).

Source: M. Milakov, N. Gimelshein, Online normalizer calculation for softmax, 2018.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.answers import Stretch
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.weights import Floats, Weights

__all__ = ["Doubles", "Weigh", "by_label", "label_logits", "mean_within", "over_states", "pooled"]

Doubles = npt.NDArray[np.float64]
Weigh = Callable[[Doubles, Doubles], Doubles]
"""From raised attention [pieces, labels] and what is pooled to its weighed sum, labels in the last axis."""


class Pool(NamedTuple):
    """What was read so far, by label: the highest attention, the sum of its exponentials and their values."""

    highest: Doubles
    weight: Doubles
    value: Doubles


def label_logits(weights: Weights, signals: Iterable[Signals]) -> Floats | None:
    """Pool attention and values of all pieces into one logit a label, over every stretch; None for none."""
    halves = (np.split(one.labels.astype(np.float64), 2, axis=1) for one in signals)
    found = pooled(((attention, values) for attention, values in halves), by_label)
    return None if found is None else found.astype(np.float32) + weights.arrays["labels.bias"]


def pooled(parts: Iterable[tuple[Doubles, Doubles]], weigh: Weigh) -> Doubles | None:
    """Give the mean of what the parts hold, weighed by each label's attention; None without parts.

    A part is (attention [pieces, labels], a row a piece of what is pooled).
    """
    pools = (_pool(attention, held, weigh) for attention, held in parts)
    first = next(pools, None)
    if first is None:
        return None
    whole = reduce(_joined, pools, first)
    mean: Doubles = whole.value / whole.weight
    return mean


def mean_within(signals: Iterable[Signals], at: Stretch, read: Callable[[Signals], Floats]) -> Doubles | None:
    """Give the mean of what `read` gives of each piece of a stretch; None where no piece stands there."""
    spans = ((one, one.pieces(at.start, at.end)) for one in signals)
    parts = (read(one)[slice(*span)].astype(np.float64) for one, span in spans if span)
    return pooled(((np.zeros_like(part), part) for part in parts), by_label)


def by_label(raised: Doubles, values: Doubles) -> Doubles:
    """Weigh each label's own value, [pieces, labels]: gives [labels]."""
    total: Doubles = (raised * values).sum(0)
    return total


def over_states(raised: Doubles, states: Doubles) -> Doubles:
    """Weigh states that all labels share, [pieces, size]: gives [size, labels]."""
    total: Doubles = states.T @ raised
    return total


def _pool(attention: Doubles, held: Doubles, weigh: Weigh) -> Pool:
    highest: Doubles = attention.max(0)
    raised: Doubles = np.exp(attention - highest)
    return Pool(highest, raised.sum(0), weigh(raised, held))


def _joined(one: Pool, other: Pool) -> Pool:
    highest: Doubles = np.maximum(one.highest, other.highest)
    mine: Doubles = np.exp(one.highest - highest)
    theirs: Doubles = np.exp(other.highest - highest)
    return Pool(highest, mine * one.weight + theirs * other.weight, mine * one.value + theirs * other.value)
