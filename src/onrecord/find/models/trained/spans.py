"""From outputs a piece to stretches of words, and to the classes of stretches that are known."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.weights import Floats, Weights

__all__ = ["Found", "marked", "softmax", "spans_of", "whole_words"]

INSIDE = 0.5
LONGEST = 60
"""Characters that a stretch is widened by at most on a side: what is longer is no word."""
JOINERS = "\u200c\u200d"
"""Signs within a word that join or part its letters, as in Persian."""
UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
"""Scripts that put no blank between words, by how the names of their letters begin."""


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
    weights: Weights, signals: Signals, head: str, thresholds: Mapping[str, float] | None = None
) -> list[Found]:
    """Give the stretches of a tag head, class by class; stretches of different classes may overlap.

    A stretch is a run of pieces more likely inside than its class's threshold (0.5 where none is given),
    cut where a piece is likelier to begin than to go on, and widened to whole words. Two that come to
    share a word are one, as sure as the surer.
    """
    classes = weights.tags.classes[head]
    shares = softmax(signals.tags[:, weights.tags.at(head)].reshape(len(signals), len(classes), 3))
    found: list[Found] = []
    for k, kind in enumerate(classes):
        inside = 1 - shares[:, k, 0]
        runs = _runs(inside >= (thresholds or {}).get(kind, INSIDE), shares[:, k, 1] > shares[:, k, 2])
        found += _apart(_found(signals, run, kind, float(inside[slice(*run)].mean())) for run in runs)
    return found


def _found(signals: Signals, run: tuple[int, int], kind: str, score: float) -> Found:
    start, end = int(signals.starts[run[0]]), int(signals.ends[run[1] - 1])
    return Found(*whole_words(signals.text, start, end), kind, score)


def _apart(found: Iterable[Found]) -> list[Found]:
    """Join stretches that overlap, and drop those without words."""
    kept: list[Found] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            last = kept.pop()
            kept.append(Found(last.start, max(last.end, one.end), one.kind, max(last.score, one.score)))
        elif one.start < one.end:
            kept.append(one)
    return kept


def _runs(inside: npt.NDArray[np.bool_], begins: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Give half-open runs of pieces that are inside, cut where one begins anew."""
    if not inside.any():
        return []
    at = np.flatnonzero(inside)
    firsts = at[(np.diff(at, prepend=-2) > 1) | begins[at]]
    stops = at[np.append(np.diff(at) > 1, True)] + 1
    ends = np.minimum(np.append(firsts[1:], len(inside)), stops[np.searchsorted(stops, firsts, side="right")])
    return list(zip(firsts.tolist(), ends.tolist(), strict=True))


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Trim blanks from a stretch and widen it to the ends of the words that it cuts."""
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    return (_word_start(text, start), _word_end(text, end)) if start < end else (start, start)


def _word_start(text: str, at: int) -> int:
    least = max(0, at - LONGEST)
    start = next((k for k in range(at, least, -1) if not _within_word(text, k)), least)
    return at if _within_word(text, start) else start


def _word_end(text: str, at: int) -> int:
    most = min(len(text), at + LONGEST)
    end = next((k for k in range(at, most) if not _within_word(text, k)), most)
    return at if _within_word(text, end) else end


def _within_word(text: str, at: int) -> bool:
    """Tell whether the characters before and at this place belong to one word."""
    return 0 < at < len(text) and _of_word(text[at - 1]) and _of_word(text[at])


@lru_cache(maxsize=4096)
def _of_word(character: str) -> bool:
    if not (character.isalnum() or character in JOINERS or unicodedata.category(character)[0] == "M"):
        return False
    return character.isascii() or not unicodedata.name(character, "").startswith(UNSPACED)


def marked(weights: Weights, signals: Signals, head: str, start: int, end: int) -> dict[str, float]:
    """Give the shares of a mark head's classes for a known stretch; empty where no piece of it was read."""
    pieces = signals.pieces(start, end)
    if not pieces:
        return {}
    shares = softmax(signals.marks[pieces[0], weights.marks.at(head)])
    return dict(zip(weights.marks.classes[head], shares.tolist(), strict=True))
