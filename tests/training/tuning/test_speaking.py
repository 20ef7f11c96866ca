from __future__ import annotations

import re

import numpy as np
import pytest
from training.tuning.hearing import Held
from training.tuning.speaking import Judged, climb

from onrecord.answers import Attributed, Question, Stretch
from onrecord.find.models.trained.cueing import BASE, FEATURES
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.weights import Heads, Weights
from onrecord.score.registry import find_task
from onrecord.score.task import Item
from onrecord.score.tasks.polnear_files import Coded

TEXT = "Ann said rain comes soon . Bob saw two tall trees ."
WEIGHTS = Weights(
    graph=b"",
    tokenizer="",
    arrays={
        "says.distance": np.zeros((16, 2), dtype=np.float32),
        "says.alike": np.zeros((4, 2), dtype=np.float32),
        "says.out": np.zeros((2, 2), dtype=np.float32),
        "says.bias": np.zeros(2, dtype=np.float32),
    },
    tags=Heads.of([["attribution", ["source", "cue", "content"]]], 3),
    marks=Heads.of([], 1),
    labels=Heads.of([], 1),
    pairs=Heads.of([["says", ["source", "content"]]], 1),
    settings={},
    version="tests",
    window=320,
    overlap=48,
)


def at(words):
    return Stretch(TEXT.index(words), TEXT.index(words) + len(words))


GOLD = (Attributed((at("Ann"),), (at("said"),), (at("rain comes soon"),)),)
SAID = {"source": {0: 0.9}, "cue": {1: 0.9}, "content": dict.fromkeys((2, 3, 4), 0.9)}
SEEN = {"source": {6: 0.9}, "cue": {7: 0.75}, "content": dict.fromkeys((8, 9, 10), 0.9)}
"""What is likely inside by piece: the second is no attribution, and its cue is less likely."""


def signals(*likely):
    offsets = np.array([match.span() for match in re.finditer(r"\S+", TEXT)])
    shares = np.full((len(offsets), 3), 0.02)
    for one in likely:
        for k, name in enumerate(("source", "cue", "content")):
            for piece, share in one[name].items():
                shares[piece, k] = share
    tags = np.log(np.stack([1 - shares, 0.01 * shares, 0.99 * shares], 2)).reshape(len(offsets), 9)
    rest = np.zeros((len(offsets), 4), dtype=np.float32)
    return Signals(TEXT, offsets[:, 0], offsets[:, 1], tags.astype(np.float32), rest, rest, rest)


@pytest.fixture(name="held")
def held_texts():
    items = [Item(name, Question("polnear", TEXT), Coded(name, TEXT, GOLD)) for name in "ab"]
    return Held(WEIGHTS, items, [(signals(SAID, SEEN),), (signals(SAID),)])


def judged(held):
    weighing = {f"says {part}": {"gap": -4.0, BASE: 6.0} for part in ("source", "content")}
    return Judged(held, find_task("polnear"), [weighing, weighing])


def test_answers_are_worth_what_the_task_says_of_them(held):
    # both texts have the attribution, the first one more: two of three right, two of two found
    loose = {"attribution": {"cue": 0.7}, "says": {}}
    assert judged(held).worth(loose, 1.0) == pytest.approx(0.8)
    assert judged(held).worth(loose, 2.0) == pytest.approx(5 * (2 / 3) / (4 * (2 / 3) + 1))
    assert judged(held).worth({"attribution": {"cue": 0.8}, "says": {}}, 1.0) == 1.0
    assert judged(held).worth({"attribution": {"cue": 0.95}, "says": {}}, 1.0) == 0.0


@pytest.mark.parametrize("beta", [0.5, 1.0, 2.0])
def test_the_threshold_that_leaves_out_the_wrong_is_chosen(held, beta):
    found = climb(judged(held), {"attribution": {}, "says": {}}, beta)
    assert found == {"attribution": {"cue": 0.8}, "says": {}}


def test_what_is_best_already_stays(held):
    best = {"attribution": {"cue": 0.8}, "says": {"source": 0.2}}
    assert climb(judged(held), best, 1.0) == best


def test_weights_are_fitted_on_the_texts_that_are_named(held):
    both, one = held.weighing([0, 1], {}), held.weighing([1], {})
    assert set(both) == {"says source", "says content"}
    assert set(both["says source"]) == {*FEATURES, BASE}
    assert both["says content"]["gap"] < 0  # what is far from its cue belongs to another
    assert one != both
