"""Runs the graph over a text in overlapping windows; each piece is read where it has most around it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from onrecord.find.models.trained.weights import Floats, Weights
from onrecord.find.models.trained.windows import STRETCH, kept, stretches, windows_of

__all__ = ["Graph", "Signals", "as_read"]

Whole = npt.NDArray[np.int64]
MOST = 16_384
"""Pieces whose outputs stand in one `Signals`, however many pieces the characters of a stretch come to."""
AT_ONCE = 4
"""Windows that are run at once unless more are asked for: each takes some 40 MB."""
BEGIN, END = 0, 2
OUTPUTS = ("tags", "marks", "labels", "halves")
SLOWER = ("SkipLayerNormFusion",)
"""What onnxruntime would join to one operation that takes ten times as long as the two by themselves."""
CAPITALS, FEWEST = 0.7, 20
"""Words are in capitals where more than this share of their letters is, and at least so many."""
_OPENING = Lock()
_LONE = re.compile("[\ud800-\udfff]")
_UNSEEN = re.compile("[\u200b-\u200f\ufeff]")


@dataclass(frozen=True, slots=True)
class Signals:
    """The outputs for one stretch of a text, a row a piece; offsets are code points of the whole text."""

    text: str
    starts: Whole
    ends: Whole
    tags: Floats
    marks: Floats
    labels: Floats
    halves: Floats

    def __len__(self) -> int:
        return len(self.starts)

    def pieces(self, start: int, end: int) -> tuple[int, int] | None:
        """Give the half-open range of pieces that share a character with [start, end); None for none."""
        first = int(self.ends.searchsorted(start, "right"))
        last = int(self.starts.searchsorted(end, "left"))
        return (first, last) if first < last else None


@dataclass(slots=True)
class Graph:
    """A loaded graph and tokenizer; the session is made when the first text is read.

    Safe to ask from several threads. `threads` is how many windows are run at once, of one text or of more,
    each on a core of its own; 0 stands for as many as there are cores, AT_ONCE at most. `stretch` is how many
    characters are read at once, `most` how many pieces: more take more memory, fewer lose what binds words on
    both sides of a cut.
    """

    weights: Weights
    threads: int = 0
    stretch: int = STRETCH
    most: int = MOST
    _session: Any = field(default=None, repr=False)
    _tokenizer: Any = field(default=None, repr=False)
    _pool: ThreadPoolExecutor | None = field(default=None, repr=False)

    @property
    def workers(self) -> int:
        """Give how many windows are run at once."""
        return self.threads or min(_cores(), AT_ONCE)

    def read(self, text: str) -> Iterator[Signals]:
        """Give the outputs of every stretch of a text, in order; a text without pieces gives none."""
        for start, end in stretches(text, self.stretch):
            ids, offsets = self._pieces(text[start:end])
            for k in range(0, len(ids), self.most):
                at = offsets[k : k + self.most] + start
                yield Signals(text, at[:, 0], at[:, 1], *self._outputs(ids[k : k + self.most]))

    def _pieces(self, words: str) -> tuple[Whole, Whole]:
        _, tokenizer = self._loaded()
        encoding = tokenizer.encode(as_read(words), add_special_tokens=False)
        offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
        return np.array(encoding.ids, dtype=np.int64), offsets

    def _outputs(self, ids: Whole) -> tuple[Floats, ...]:
        """Give tags, marks, labels and halves, joined over the windows."""
        windows = windows_of(len(ids), self.weights.window - 2, self.weights.overlap)
        read = list(self._running().map(self._run, (ids[start:end] for start, end in windows)))
        held = [kept(windows, k) for k in range(len(windows))]
        at = [slice(f - start + 1, t - start + 1) for (start, _), (f, t) in zip(windows, held, strict=True)]
        return tuple(
            np.concatenate([one[k][w] for w, one in zip(at, read, strict=True)]) for k in range(len(OUTPUTS))
        )

    def _run(self, window: Whole) -> list[Floats]:
        """Give a window's outputs, with a row before and one behind for what begins and ends it.

        A window has a run of its own: its figures do not hang on its neighbours, since the graph cuts numbers
        of one run to int8 by their range, it needs no padding, and its numbers stay in the processor's cache.
        """
        session, _ = self._loaded()
        ids = np.concatenate(([BEGIN], window, [END]))[np.newaxis]
        fed = dict.fromkeys(self.weights.inputs, np.ones_like(ids)) | {"ids": ids}
        return [one[0] for one in session.run(list(OUTPUTS), fed)]

    def _running(self) -> ThreadPoolExecutor:
        with _OPENING:
            if self._pool is None:
                self._pool = ThreadPoolExecutor(self.workers, "window")
            return self._pool

    def _loaded(self) -> tuple[Any, Any]:
        with _OPENING:
            if self._session is None:
                self._tokenizer = Tokenizer.from_str(self.weights.tokenizer)
                self._session = _session_of(self.weights.graph)
            return self._session, self._tokenizer


def _cores() -> int:
    """Give how many cores this process may use."""
    known = getattr(os, "sched_getaffinity", None)  # not on every system
    return len(known(0)) if known else os.cpu_count() or 1


def _session_of(graph: bytes) -> Any:  # noqa: ANN401 - onnxruntime gives no types
    """Open a graph to be run on one core: two windows on two cores beat one window on both."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    providers = ["CPUExecutionProvider"]
    return onnxruntime.InferenceSession(graph, options, providers=providers, disabled_optimizers=SLOWER)


def as_read(words: str) -> str:
    """Give words as the tokenizer gets them, every character in its place.

    A lone surrogate, which no tokenizer takes, becomes U+FFFD. Joiners, marks of direction and blanks without
    width become blanks, as they were when the encoder's pieces were made: none stands for them. Words in
    capitals become small, as the network knows them; a letter whose small form is longer stays.
    """
    plain = _UNSEEN.sub(" ", _LONE.sub("\ufffd", words))
    capitals, small = sum(map(str.isupper, plain)), sum(map(str.islower, plain))
    if capitals < FEWEST or capitals <= CAPITALS * (capitals + small):
        return plain
    lower = plain.lower()
    return (
        lower if len(lower) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
    )
