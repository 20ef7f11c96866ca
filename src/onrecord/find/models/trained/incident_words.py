"""What the part heads say of a text, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.spans import softmax
from onrecord.find.models.trained.weights import Floats, Weights

__all__ = ["NAMES", "WordByWord", "word_by_word"]

NAMES = ("person", "organisation")
"""Classes of the head for names that tell something of a part."""
_WORD = re.compile(r"[^\W_]+(?:[-'./][^\W_]+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class WordByWord:
    """Words and signs with their places; a row a word.

    `inside`, `begins` and `goes_on` have a column for each class of the head "muc": the mean share of being
    inside of the word's pieces, and the shares of its first piece. `names` has a column a class of NAMES.
    """

    at: list[tuple[int, int]]
    small: list[str]
    inside: Floats
    begins: Floats
    goes_on: Floats
    names: Floats


def word_by_word(weights: Weights, signals: Signals) -> WordByWord | None:
    """Give the words of a stretch; None where no word of it was read."""
    if not len(signals):
        return None
    text = signals.text
    found = _WORD.finditer(text, int(signals.starts[0]), int(signals.ends[-1]))
    read = {word.span(): held for word in found if (held := signals.pieces(*word.span()))}
    if not read:
        return None
    at, pieces = list(read), np.array(list(read.values()))
    shares, names = _shares(weights, signals, "muc"), _shares(weights, signals, "names")
    kinds = [weights.tags.classes["names"].index(kind) for kind in NAMES]
    return WordByWord(
        at=at,
        small=[text[start:end].lower() for start, end in at],
        inside=_means(1 - shares[:, :, 0], pieces),
        begins=shares[pieces[:, 0], :, 1],
        goes_on=shares[pieces[:, 0], :, 2],
        names=_means(1 - names[:, kinds, 0], pieces),
    )


def _shares(weights: Weights, signals: Signals, head: str) -> Floats:
    classes = weights.tags.classes[head]
    return softmax(signals.tags[:, weights.tags.at(head)].reshape(len(signals), len(classes), 3))


def _means(rows: Floats, pieces: npt.NDArray[np.int64]) -> Floats:
    """Give the mean row of each word's pieces."""
    return np.stack([rows[start:end].mean(0) for start, end in pieces.tolist()])
