"""Tiny weights and signals made by hand, and the reader that the package carries."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.reader import open_reader
from onrecord.find.models.trained.weights import Heads, Weights

SIZE = 2
PAIRS = [["relation", ["none", "AlliesOf"]], ["role", ["outside", "B-agent", "I-agent"]]]
WEIGHTS = Weights(
    graph=b"",
    tokenizer="",
    arrays={
        "labels.bias": np.array([0.5, -0.5, 0, 0], dtype=np.float32),
        **{f"{name}.distance": np.zeros((16, SIZE), dtype=np.float32) for name, _ in PAIRS},
        **{f"{name}.alike": np.zeros((4, SIZE), dtype=np.float32) for name, _ in PAIRS},
        **{f"{name}.out": np.ones((len(classes), SIZE), dtype=np.float32) for name, classes in PAIRS},
        **{f"{name}.bias": np.zeros(len(classes), dtype=np.float32) for name, classes in PAIRS},
    },
    tags=Heads.of([["names", ["person", "place"]], ["events", ["event"]]], 3),
    marks=Heads.of(
        [["polarity", ["positive", "negative"]], ["modality", ["actual", "possible", "planned"]]], 1
    ),
    labels=Heads.of([["muc", ["attack", "arson"]], ["cameo", ["talk", "fight"]]], 1),
    pairs=Heads.of(PAIRS, 1),
    settings={},
    version="tests",
    window=320,
    overlap=48,
)


def signals(text, at=None, **outputs):
    """Give signals over words cut at blanks, or at the offsets given, all outputs 0 but those given."""
    found = at or pieces_at_blanks(text)
    offsets = np.array(found, dtype=np.int64).reshape(-1, 2)
    widths = {"tags": 9, "marks": 5, "labels": 8, "halves": 4 * SIZE}
    rows = {name: np.zeros((len(offsets), width), dtype=np.float32) for name, width in widths.items()}
    return Signals(text, offsets[:, 0], offsets[:, 1], **(rows | outputs))


def pieces_at_blanks(text):
    found, start = [], 0
    for word in text.split():
        start = text.index(word, start)
        found.append((start, start + len(word)))
        start += len(word)
    return found


@pytest.fixture(name="weights", scope="session")
def weights_by_hand():
    return WEIGHTS


@pytest.fixture(name="signals", scope="session")
def signals_by_hand():
    return signals


@pytest.fixture(scope="session")
def reader():
    return open_reader(threads=1)
