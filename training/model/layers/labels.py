"""Labels of a whole text: a row over all schemes, -100 where the set says nothing."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from training.model.heads import LABELS, label_slice
from training.model.targets import NONE, Targets
from training.schema import Example

__all__ = ["SCHEMES", "add_labels", "label_row"]

SCHEMES = {"ipe_docs": "ipe", "ipe_sents": "ipe"}
"""Schemes that share a head; all others have one of their own name."""


def label_row(targets: Targets) -> npt.NDArray[np.int64]:
    """Give the row of labels to write into, made where the text has none yet."""
    if targets.labels is None:
        targets.labels = np.full(label_slice(LABELS[-1].name).stop, NONE, dtype=np.int64)
    return targets.labels


def add_labels(example: Example, targets: Targets) -> None:
    """Add 1 for each label of an annotated scheme that applies and 0 for the others."""
    for layer in example.annotated:
        scheme = layer.removeprefix("labels:")
        head = next((h for h in LABELS if h.name == SCHEMES.get(scheme, scheme)), None)
        if layer != scheme and head:
            chosen = example.labels.get(scheme, ())
            label_row(targets)[label_slice(head.name)] = [int(name in chosen) for name in head.classes]
