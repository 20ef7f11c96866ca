"""Where words of a text may fill a part of an incident: every reasonable cut of what the part heads see.

The keys of MUC-4 name one filler by several words of different length ("assailants", "unidentified
assailants"), so that the heads see an edge inside what they see as one. Each edge is tried here as the
beginning or the end of a place; which is right is judged afterwards (`incident_sure.py`).
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.incident_words import WordByWord, word_by_word
from onrecord.find.models.trained.weights import Weights

__all__ = ["LOWEST", "Place", "places_in"]

LOWEST = 0.2
"""Words less likely inside a part than this are no part of a place."""
EDGE = 0.15
"""From this share on a word may begin a place within a longer one."""
FALL = 0.5
"""A place may end where the next word is less likely inside than this share of the last."""
LONGEST = 14
"""Words of the longest place."""
_BOTH = {"a", "an", "and", "at", "by", "in", "of", "or", "the", "with"}
BEFORE = frozenset(_BOTH | {"about", "several", "some"})
"""Words that no place begins with."""
BEHIND = frozenset(
    _BOTH
    | {"are", "as", "for", "from", "had", "has", "have", "is", "near", "on", "s", "that", "to", "was", "were"}
    | {"which", "who"}
)
"""Words that no place ends with."""


class Place(NamedTuple):
    """A stretch of characters that may fill a part, with what tells whether it does, as shares.

    `inside` is the mean and `least` the least of its words, `begins` that its first word begins, `before`
    that the word before is inside too, `behind` that the next goes on, `broken` that one within begins
    anew; `other` is the likeliest other class of the head, `person` and `organisation` are those of names.
    """

    part: str
    start: int
    end: int
    words: int
    inside: float
    least: float
    begins: float
    before: float
    behind: float
    broken: float
    other: float
    person: float
    organisation: float


def places_in(weights: Weights, signals: Signals, parts: Container[str]) -> Iterator[Place]:
    """Give every place of these parts, part by part in the order of the text."""
    read = word_by_word(weights, signals)
    if read is None:
        return
    for k, part in enumerate(weights.tags.classes["muc"]):
        if part in parts:
            for first, last in _runs(read.inside[:, k] >= LOWEST):
                for start, end in _cuts(read, k, first, last):
                    yield _place(read, k, part, start, end)


def _runs(inside: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(inside.astype(np.int8), prepend=0, append=0))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _cuts(read: WordByWord, k: int, first: int, last: int) -> list[tuple[int, int]]:
    """Give the ways to cut a place out of a run of words, without small words at its ends."""
    inside, begins = read.inside[:, k], read.begins[:, k]
    starts = [j for j in range(first, last) if j == first or begins[j] > EDGE]
    ends = [
        j
        for j in range(first + 1, last + 1)
        if j == last or j in starts or read.small[j] in BEHIND or inside[j] < FALL * inside[j - 1]
    ]
    cut = (_trimmed(read.small, s, e) for s in starts for e in ends if s < e <= s + LONGEST)
    return sorted({(start, end) for start, end in cut if start < end})


def _trimmed(small: list[str], start: int, end: int) -> tuple[int, int]:
    while start < end and (small[start] in BEFORE or not small[start][0].isalnum()):
        start += 1
    while start < end and (small[end - 1] in BEHIND or not small[end - 1][0].isalnum()):
        end -= 1
    return start, end


def _place(read: WordByWord, k: int, part: str, start: int, end: int) -> Place:
    inside, begins, goes_on = read.inside[start:end], read.begins[start:end, k], read.goes_on[:, k]
    person, organisation = read.names[start:end].mean(0).tolist()
    return Place(
        part=part,
        start=read.at[start][0],
        end=read.at[end - 1][1],
        words=end - start,
        inside=float(inside[:, k].mean()),
        least=float(inside[:, k].min()),
        begins=float(begins[0] / (begins[0] + goes_on[start] + 1e-6)),
        before=float(read.inside[start - 1, k]) if start else 0.0,
        behind=float(goes_on[end]) if end < len(goes_on) else 0.0,
        broken=float(begins[1:].max(initial=0.0)),
        other=float(np.delete(inside.mean(0), k).max()),
        person=person,
        organisation=organisation,
    )
