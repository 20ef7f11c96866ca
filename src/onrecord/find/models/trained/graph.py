"""Runs the graph over a text: overlapping windows, joined so that each piece is read where it has most around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from onrecord.find.models.trained.weights import Floats, Weights

__all__ = ["Graph", "Signals"]

STRETCH = 60_000
"""Characters that are cut into pieces at once: a longer text is read stretch by stretch in bounded memory."""
TOGETHER = 8
"""Windows in one run of the graph."""
BEGIN, END = 0, 2


@dataclass(frozen=True, slots=True)
class Signals:
    """The outputs for one stretch of a text, a row a piece; offsets are code points of the whole text."""

    text: str
    starts: np.ndarray[Any, np.dtype[np.int64]]
    ends: np.ndarray[Any, np.dtype[np.int64]]
    tags: Floats
    marks: Floats
    labels: Floats
    halves: Floats

    def __len__(self) -> int:
        return len(self.starts)

    def pieces(self, start: int, end: int) -> tuple[int, int] | None:
        """Give the half-open range of pieces that share a character with [start, end), None where none does."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        last = int(np.searchsorted(self.starts, end, side="left"))
        return (first, last) if first < last else None


@dataclass(slots=True)
class Graph:
    """A loaded graph and tokenizer; the session is made when the first text is read."""

    weights: Weights
    threads: int = 0
    _session: Any = field(default=None, repr=False)
    _tokenizer: Any = field(default=None, repr=False)

    def read(self, text: str) -> Iterator[Signals]:
        """Give the outputs of every stretch of a text, in order; a text without pieces gives none."""
        for start, end in stretches(text):
            signals = self._read_stretch(text, start, end)
            if signals:
                yield signals

    def _read_stretch(self, text: str, start: int, end: int) -> Signals | None:
        session, tokenizer = self._loaded()
        encoding = tokenizer.encode(text[start:end], add_special_tokens=False)
        ids = np.array(encoding.ids, dtype=np.int64)
        if not len(ids):
            return None
        outputs = self._joined(session, ids)
        offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2) + start
        return Signals(text, offsets[:, 0], offsets[:, 1], *outputs)

    def _joined(self, session: Any, ids: np.ndarray[Any, np.dtype[np.int64]]) -> tuple[Floats, ...]:
        windows = windows_of(len(ids), self.weights.window - 2, self.weights.overlap)
        parts: list[list[Floats]] = []
        for k in range(0, len(windows), TOGETHER):
            some = windows[k : k + TOGETHER]
            longest = max(end - start for start, end in some) + 2
            rows = np.full((len(some), longest), 1, dtype=np.int64)
            mask = np.zeros((len(some), longest), dtype=np.int64)
            for row, (start, end) in enumerate(some):
                rows[row, : end - start + 2] = [BEGIN, *ids[start:end], END]
                mask[row, : end - start + 2] = 1
            found = session.run(None, {"ids": rows, "mask": mask})
            for row in range(len(some)):
                first, last = kept(windows, k + row)
                at = slice(first - some[row][0] + 1, last - some[row][0] + 1)
                parts.append([output[row, at] for output in found])
        return tuple(np.concatenate(column) for column in zip(*parts, strict=True))

    def _loaded(self) -> tuple[Any, Any]:
        if self._session is None:
            import onnxruntime
            from tokenizers import Tokenizer

            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = self.threads
            options.log_severity_level = 3
            self._session = onnxruntime.InferenceSession(
                self.weights.graph, options, providers=["CPUExecutionProvider"]
            )
            self._tokenizer = Tokenizer.from_str(self.weights.tokenizer)
        return self._session, self._tokenizer


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Cut a long text where a line or else a word ends; the stretches cover it without a gap."""
    start = 0
    while start < len(text):
        end = min(len(text), start + STRETCH)
        if end < len(text):
            breaks = (text.rfind(mark, start + STRETCH // 2, end) for mark in ("\n", ". ", " "))
            end = next((at + 1 for at in breaks if at > 0), end)
        yield start, end
        start = end


def windows_of(total: int, room: int, overlap: int) -> list[tuple[int, int]]:
    """Give windows of equal length over `total` pieces, at most `room` long, each sharing `overlap` with the next."""
    if total <= room:
        return [(0, total)]
    count = -(-(total - overlap) // (room - overlap))
    step = -(-(total - overlap) // count)
    return [(k * step, min(total, k * step + step + overlap)) for k in range(count) if k * step < total]


def kept(windows: list[tuple[int, int]], k: int) -> tuple[int, int]:
    """Give the pieces that window k answers for: up to the middle of what it shares with its neighbours."""
    start = 0 if k == 0 else (windows[k][0] + windows[k - 1][1]) // 2
    end = windows[k][1] if k == len(windows) - 1 else (windows[k + 1][0] + windows[k][1]) // 2
    return start, end
