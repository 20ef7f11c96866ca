"""Windows of like length in one batch, padded to the longest; texts stay whole within a batch."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from training.model.targets import NONE, Pair
from training.model.windows import Window

__all__ = ["Batch", "Rows", "batch_of", "group_by_length"]

PAD = 1
"""The piece that fills a window up; it is masked."""
MOST_PAIRS = 6000
"""Pairs of one head in a batch that are asked about."""
Rows = dict[str, list[tuple[int, ...]]]


@dataclass(slots=True)
class Batch:
    """Tensors [windows, pieces] and rows that point into them; `texts` are (windows of a text, its labels).

    A row of `pairs` is (window, left first, left last, right first, right last, distance, likeness, class);
    one of roles is (window, trigger first, trigger last, pieces, then a class a piece).
    """

    ids: Tensor
    mask: Tensor
    tags: Tensor
    marks: list[tuple[int, str, int, tuple[int, ...]]] = field(default_factory=list)
    pairs: Rows = field(default_factory=dict)
    texts: list[tuple[list[int], Tensor]] = field(default_factory=list)


def group_by_length(texts: list[list[Window]], pieces: int) -> list[list[list[Window]]]:
    """Put texts, each a list of windows, into batches of at most about `pieces` pieces with padding."""
    found: list[list[list[Window]]] = []
    now: list[list[Window]] = []
    longest = windows = 0
    for text in sorted(texts, key=_longest):
        length = _longest(text)
        if now and max(longest, length) * (windows + len(text)) > pieces:
            found.append(now)
            now, longest, windows = [], 0, 0
        now.append(text)
        longest, windows = max(longest, length), windows + len(text)
    return [*found, now] if now else found


def _longest(windows: list[Window]) -> int:
    return max(len(window.ids) for window in windows)


def batch_of(texts: list[list[Window]]) -> Batch:
    """Pad and stack the windows of texts."""
    windows = [window for text in texts for window in text]
    batch = _padded(windows)
    batch.marks = [(k, *mark) for k, window in enumerate(windows) for mark in window.marks]
    batch.pairs = _pair_rows(windows)
    start = 0
    for text in texts:
        if text[0].labels is not None:
            batch.texts.append((list(range(start, start + len(text))), torch.from_numpy(text[0].labels)))
        start += len(text)
    return batch


def _padded(windows: list[Window]) -> Batch:
    shape = (len(windows), _longest(windows))
    ids = np.full(shape, PAD, dtype=np.int64)
    mask = np.zeros(shape, dtype=np.int64)
    tags = np.full((*shape, windows[0].tags.shape[1]), NONE, dtype=np.int64)
    for k, window in enumerate(windows):
        length = len(window.ids)
        ids[k, :length], mask[k, :length], tags[k, :length] = window.ids, 1, window.tags
    return Batch(torch.from_numpy(ids), torch.from_numpy(mask), torch.from_numpy(tags))


def _pair_rows(windows: list[Window]) -> Rows:
    rows: defaultdict[str, list[tuple[int, ...]]] = defaultdict(list)
    for k, window in enumerate(windows):
        for pair in window.pairs:
            rows[pair.head].append((k, *_pair_row(pair)))
    return {name: found[:MOST_PAIRS] for name, found in rows.items()}


def _pair_row(pair: Pair) -> tuple[int, ...]:
    (l0, l1), (r0, r1) = pair.left, pair.right
    if pair.head == "role":
        return (l0, l1 - 1, r1, *pair.classes)
    return (l0, l1 - 1, r0, r1 - 1, pair.distance, pair.alike, *pair.classes)
