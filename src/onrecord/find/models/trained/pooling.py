"""Labels of a whole text from its stretches one by one: attention over every piece, without keeping any.

Source: M. Milakov, N. Gimelshein, Online normalizer calculation for softmax, 2018.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.weights import Floats, Weights

__all__ = ["label_logits"]

Doubles = npt.NDArray[np.float64]


class Pool(NamedTuple):
    """What was read so far, by label: the highest attention, the sum of its exponentials and their values."""

    highest: Doubles
    weight: Doubles
    value: Doubles


def label_logits(weights: Weights, signals: Iterable[Signals]) -> Floats | None:
    """Pool attention and values of all pieces into one logit a label, over every stretch; None for none."""
    pools = map(_pool, signals)
    first = next(pools, None)
    if first is None:
        return None
    whole = reduce(_joined, pools, first)
    return (whole.value / whole.weight).astype(np.float32) + weights.arrays["labels.bias"]


def _pool(signals: Signals) -> Pool:
    attention, values = np.split(signals.labels.astype(np.float64), 2, axis=1)
    highest: Doubles = attention.max(0)
    raised: Doubles = np.exp(attention - highest)
    return Pool(highest, raised.sum(0), (raised * values).sum(0))


def _joined(one: Pool, other: Pool) -> Pool:
    highest: Doubles = np.maximum(one.highest, other.highest)
    mine: Doubles = np.exp(one.highest - highest)
    theirs: Doubles = np.exp(other.highest - highest)
    return Pool(highest, mine * one.weight + theirs * other.weight, mine * one.value + theirs * other.value)
