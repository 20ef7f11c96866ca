"""Long stretches from outputs a piece: sure somewhere, likely enough throughout, cut where another begins.

Two thresholds keep a long stretch whole where one would break it at every unsure piece. Source: J. Canny,
A computational approach to edge detection, IEEE PAMI 1986 (hysteresis).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.spans import Found, softmax, whole_words
from onrecord.find.models.trained.weights import Floats, Weights

__all__ = ["Reach", "reach_of", "reaching"]


_BREAK = re.compile(r"(?:[.!?:;][”\"'’)\]]*[ \t]*\n|\n[ \t]*\n)\s*(?=\S)")
"""Where a paragraph ends: a line after the end of a sentence, or an empty line."""


class Reach(NamedTuple):
    """How likely one piece of a stretch must be inside, how likely all are, and where another begins.

    `begins` is the share, of what is inside, that a piece begins a stretch rather than goes on with one.
    """

    sure: float
    least: float
    begins: float


def reach_of(kind: str, given: Mapping[str, float], otherwise: Reach) -> Reach:
    """Give the reach of a class from thresholds by the names "KIND", "KIND.least" and "KIND.begins"."""
    sure = given.get(kind, otherwise.sure)
    least = given.get(f"{kind}.least", otherwise.least)
    return Reach(sure, min(sure, least), given.get(f"{kind}.begins", otherwise.begins))


def reaching(weights: Weights, signals: Signals, head: str, kind: str, reach: Reach) -> list[Found]:
    """Give the stretches of one class of a tag head, widened to whole words, in order and apart."""
    classes = weights.tags.classes[head]
    raw = signals.tags[:, weights.tags.at(head)].reshape(len(signals), len(classes), 3)
    shares = softmax(raw[:, classes.index(kind)])
    inside = 1 - shares[:, 0]
    begins = (shares[:, 1] >= reach.begins * inside) | _behind_breaks(signals)
    kept: list[Found] = []
    for first, last in _runs(inside, begins, reach):
        at = whole_words(signals.text, int(signals.starts[first]), int(signals.ends[last - 1]))
        one = Found(*at, kind, float(inside[first:last].mean()))
        if kept and one.start < kept[-1].end:
            before = kept.pop()
            one = Found(before.start, max(before.end, one.end), kind, max(before.score, one.score))
        if one.start < one.end:
            kept.append(one)
    return kept


def _behind_breaks(signals: Signals) -> npt.NDArray[np.bool_]:
    """Tell of each piece whether it is the first of a paragraph."""
    first, last = (int(signals.starts[0]), int(signals.ends[-1])) if len(signals) else (0, 0)
    ends = [match.end() for match in _BREAK.finditer(signals.text, first, last)]
    found = np.zeros(len(signals) + 1, dtype=np.bool_)
    found[np.searchsorted(signals.starts, ends)] = True
    return found[:-1]


def _runs(inside: Floats, begins: npt.NDArray[np.bool_], reach: Reach) -> Iterator[tuple[int, int]]:
    """Give half-open runs of pieces that are inside, cut where another begins."""
    within = np.concatenate([[False], inside >= reach.least, [False]])
    firsts = np.flatnonzero(within[1:] & ~within[:-1])
    lasts = np.flatnonzero(within[:-1] & ~within[1:])
    cutting = np.flatnonzero(begins)
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        if inside[first:last].max() >= reach.sure:
            low, high = np.searchsorted(cutting, (first + 1, last))
            cuts = [first, *cutting[low:high].tolist(), last]
            yield from pairwise(cuts)
