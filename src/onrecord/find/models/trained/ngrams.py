"""Labels from the words alone: runs of words and of letters, hashed into a table of weights; no word is kept.

Sources: K. Weinberger and others, Feature hashing for large scale multitask learning, 2009; G. Salton,
C. Buckley, Term-weighting approaches in automatic text retrieval, 1988 (damped counts, vectors of length 1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from onrecord.find.models.trained.parties import Parties, between, without_names

__all__ = ["BUCKETS", "Hashed", "hashed", "ngram_logits"]

BUCKETS = 1 << 16
"""Rows of a table; runs that fall into one row share its weights."""
LETTERS = (3, 4, 5)
"""Lengths of the runs of letters, each within a word with a blank at both ends."""
BETWEEN = "in>"
"""What tells a run between two parties from the same run anywhere."""
_WORD = re.compile(r"\w\w+")


class Hashed(NamedTuple):
    """The rows of a text's runs, each once, with their damped counts: a vector of length 1."""

    rows: npt.NDArray[np.int64]
    counts: npt.NDArray[np.float32]


def hashed(text: str, parties: Parties | None = None) -> Hashed:
    """Give the runs of one or two words, and of letters, of a text in small letters; none for no word.

    Parties that are marked have no names, and the runs between them count once more, as such.
    """
    runs = _runs(text.lower()) if parties is None else _around(text, parties)
    found = (crc32(run.encode("utf-8", "surrogatepass")) % BUCKETS for run in runs)
    counts = np.bincount(np.fromiter(found, dtype=np.int64), minlength=BUCKETS)
    rows = np.flatnonzero(counts)
    damped = (1 + np.log(counts[rows])).astype(np.float32)
    return Hashed(rows, damped / max(1e-6, float(np.linalg.norm(damped))))


def ngram_logits(
    tables: Mapping[str, Any], scheme: str, text: str, parties: Parties | None = None
) -> npt.NDArray[np.float32] | float:
    """Give what the words say for each label of a scheme, to be added to its logits; 0 without a table."""
    if scheme not in tables:
        return 0.0
    runs = hashed(text, parties)
    weights = tables[scheme][runs.rows].astype(np.float32) * tables[f"{scheme}.scale"]
    return np.asarray(runs.counts @ weights, dtype=np.float32)


def _around(text: str, parties: Parties) -> Iterator[str]:
    at = between(parties)
    yield from _runs(without_names(text, parties).lower())
    yield from (BETWEEN + run for run in _runs(text[at.start : at.end].lower()))


def _runs(small: str) -> Iterator[str]:
    words = _WORD.findall(small)
    yield from words
    yield from map(" ".join, pairwise(words))
    for word in words:
        framed = f"#{word}#"
        for length in LETTERS:
            yield from (framed[k : k + length] for k in range(len(framed) - length + 1))
