"""An example becomes windows of pieces with what each head should say of them.

Offsets of pieces count code points of the example's text.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from tokenizers import Encoding, Tokenizer

from training.model.targets import Offsets, Pair, Targets

__all__ = ["Window", "windows_of"]

BEGIN, END = 0, 2
"""The special pieces at both ends of a window."""
SPECIAL = 2
"""How many they are."""
Array = npt.NDArray[np.int64]


@dataclass(slots=True)
class Window:
    """Pieces of one stretch of a text; `tags` is [pieces, classes] with 0 outside, 1 begins, 2 goes on.

    `marks` are (head, first piece, classes); `labels` are those of the whole text, in each of its windows.
    """

    ids: Array
    offsets: Offsets
    tags: Array
    marks: list[tuple[str, int, tuple[int, ...]]] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    labels: Array | None = None


def windows_of(tokenizer: Tokenizer, text: str, targets: Targets, *, size: int, overlap: int) -> list[Window]:
    """Cut a text into windows of equal length, at most `size` pieces with the two special ones."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    stretches = cut(len(encoding.ids), size - SPECIAL, overlap)
    return [_window(encoding, start, end, targets) for start, end in stretches]


def cut(total: int, room: int, overlap: int) -> list[tuple[int, int]]:
    """Cut pieces into the fewest stretches of at most `room`, each sharing `overlap` with the next."""
    if total <= room:
        return [(0, total)] if total else []
    count = -(-(total - overlap) // (room - overlap))
    step = -(-(total - overlap) // count)
    return [(k * step, min(total, (k + 1) * step + overlap)) for k in range(count)]


def _window(encoding: Encoding, start: int, end: int, targets: Targets) -> Window:
    offsets = [(0, 0), *encoding.offsets[start:end], (0, 0)]
    ids = np.array([BEGIN, *encoding.ids[start:end], END], dtype=np.int64)
    window = Window(ids, offsets, targets.tags(offsets))
    window.marks = targets.marks(offsets)
    window.pairs = targets.pairs(offsets)
    window.labels = targets.labels
    return window
