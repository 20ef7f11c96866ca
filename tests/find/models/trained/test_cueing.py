from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from onrecord.find.models.trained.cueing import FEATURES, NEAR, Owning, owning, weighed
from onrecord.find.models.trained.spans import Found
from onrecord.find.models.trained.weights import Heads

TEXT = "A envoy said rebels left. They deny it.\nB told us more."
CUES = [Found(8, 12, "cue", 0.9), Found(31, 35, "cue", 0.5), Found(42, 46, "cue", 0.5)]
CONTENTS = [Found(13, 24, "content", 0.5), Found(50, 54, "content", 0.9)]


@pytest.fixture(name="saying")
def saying_weights(weights):
    """Give weights whose "says" head scores the first piece of the stretch: 1 for content, 0 for source."""
    arrays = {
        "says.distance": np.zeros((16, 2), dtype=np.float32),
        "says.alike": np.zeros((4, 2), dtype=np.float32),
        "says.out": np.array([[0, 0], [1, 0]], dtype=np.float32),
        "says.bias": np.zeros(2, dtype=np.float32),
    }
    return replace(weights, arrays=arrays, pairs=Heads.of([["says", ["source", "content"]]], 1))


@pytest.fixture(name="rows")
def rows_of_contents(saying, signals):
    halves = np.zeros((12, 4), dtype=np.float32)
    halves[[2, 6, 9], 0] = 2, 4, 6  # the cues, by piece
    found = owning(saying, signals(TEXT, halves=halves), CUES, CONTENTS, "content")
    return {
        (cue, content): dict(zip(FEATURES, row, strict=True))
        for (cue, content), row in zip(found.pairs.tolist(), found.features.tolist(), strict=True)
    }


def test_every_near_pair_has_its_row(rows):
    assert set(rows) == {(cue, content) for cue in range(3) for content in range(2)}


def test_a_row_has_the_log_odds_and_how_far_the_pair_beats_others(rows):
    said = rows[0, 0]
    assert said["odds"] == 2
    assert said["cue"] == pytest.approx(np.log(9))
    assert said["stretch"] == 0
    assert said["over other cues"] == 2 - 6
    assert said["over other stretches"] == 0  # "said" has the same with both
    assert rows[2, 1]["over other cues"] == 6 - 4


@pytest.mark.parametrize(
    ("pair", "expected"),
    [
        ((0, 0), {"gap": np.log(2), "behind": 1, "gap behind": np.log(2), "length": np.log(12)}),
        ((0, 0), {"cues between": 0, "stretches between": 0, "sentences between": 0, "lines between": 0}),
        ((1, 0), {"gap": np.log(8), "behind": 0, "gap behind": 0, "sentences between": 1}),
        ((2, 0), {"cues between": 1, "sentences between": 2, "lines between": 1}),
        ((0, 1), {"cues between": 2, "stretches between": 1, "sentences between": 2, "lines between": 1}),
    ],
)
def test_a_row_has_where_the_two_stand(rows, pair, expected):
    assert {name: rows[pair][name] for name in expected} == pytest.approx(expected)


def test_a_pair_alone_beats_nobody_by_a_fixed_measure(saying, signals):
    found = owning(saying, signals(TEXT), CUES[:1], CONTENTS[:1], "source")
    (row,) = found.features.tolist()
    named = dict(zip(FEATURES, row, strict=True))
    assert named["over other cues"] == named["over other stretches"] == 7


def test_what_begins_far_from_a_cue_is_no_pair_of_its(saying, signals):
    text = TEXT + " " * NEAR
    far = Found(8 + NEAR, 9 + NEAR, "content", 0.9)
    assert owning(saying, signals(text), CUES, [far], "content").pairs.tolist() == [[1, 0], [2, 0]]


def test_nothing_has_no_pairs(saying, signals):
    for cues, contents in (([], CONTENTS), (CUES, []), ([], [])):
        found = owning(saying, signals(TEXT), cues, contents, "content")
        assert found.pairs.shape == (0, 2)
        assert weighed(found, {}).tolist() == []


@pytest.mark.parametrize(
    ("weighing", "share"),
    [
        ({}, 0.75),  # the log odds alone
        ({"odds": 0.0}, 0.5),
        ({"odds": 2.0, "base": -np.log(3)}, 0.75),
        ({"gap": -np.log(3) / 2, "base": 0.0}, 0.25),
    ],
)
def test_features_are_weighed_by_name(weighing, share):
    row = np.zeros((1, len(FEATURES)))
    row[0, FEATURES.index("odds")] = np.log(3)
    row[0, FEATURES.index("gap")] = 2
    assert weighed(Owning(np.array([[0, 0]]), row), weighing) == pytest.approx([share])
