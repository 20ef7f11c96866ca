"""An example becomes windows of pieces with what each head should say of them.

`NONE` (-100) marks what is not annotated. Offsets of pieces count code points of the example's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

from training.model.heads import LABELS, MARKS, TAGS, label_slice, mark_slice
from training.model.targets import Pair, Targets

__all__ = ["NONE", "Window", "windows_of"]

NONE = -100
Array = npt.NDArray[np.int64]


@dataclass(slots=True)
class Window:
    """Pieces of one stretch of a text; `tags` is [pieces, classes] with 0 outside, 1 begins, 2 goes on.

    `marks` are (first piece, slice of the mark, class or classes); `pairs` are (head, left piece span,
    right piece span, class, features); `document` tells which windows belong to one text.
    """

    ids: Array
    offsets: list[tuple[int, int]]
    tags: Array
    marks: list[tuple[str, int, tuple[int, ...]]] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    labels: Array | None = None


def windows_of(tokenizer: Tokenizer, text: str, targets: Targets, *, size: int, overlap: int) -> list[Window]:
    """Cut a text into windows of equal length, at most `size` pieces with the two special ones."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    room = size - 2
    total = len(encoding.ids)
    count = 1 if total <= room else -(-(total - overlap) // (room - overlap))
    step = total if count == 1 else -(-(total - overlap) // count)
    found = []
    for k in range(count):
        start = k * step
        end = min(total, start + step + (overlap if count > 1 else 0))
        if end > start:
            found.append(_window(encoding, start, end, targets))
    return found


def _window(encoding: Encoding, start: int, end: int, targets: Targets) -> Window:
    offsets = [(0, 0), *encoding.offsets[start:end], (0, 0)]
    ids = np.array([0, *encoding.ids[start:end], 2], dtype=np.int64)
    window = Window(ids, offsets, targets.tags(offsets))
    window.marks = targets.marks(offsets)
    window.pairs = targets.pairs(offsets)
    window.labels = targets.labels
    return window


def widths() -> tuple[int, int, int]:
    """Give the numbers of tag classes, marks and labels."""
    return (
        sum(len(h.classes) for h in TAGS),
        mark_slice(MARKS[-1].name).stop,
        label_slice(LABELS[-1].name).stop,
    )
