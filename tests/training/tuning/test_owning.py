from __future__ import annotations

import numpy as np
import pytest
from training.tuning.owning import fitted_weights, right_pairs

from onrecord.answers import Attributed, Stretch
from onrecord.find.models.trained.cueing import BASE, FEATURES, Owning, weighed
from onrecord.find.models.trained.spans import Found

GOLD = (
    Attributed((Stretch(0, 5),), (Stretch(6, 10),), (Stretch(11, 30), Stretch(40, 50))),
    Attributed((), (Stretch(31, 35),), (Stretch(52, 60),)),
)
CUES = [Found(5, 8, "cue", 0.9), Found(31, 39, "cue", 0.9), Found(61, 64, "cue", 0.9)]
CONTENTS = [Found(15, 25, "content", 0.9), Found(45, 56, "content", 0.9), Found(50, 60, "content", 0.9)]


def pairs(rows, features=None):
    return Owning(np.array(rows), np.zeros((len(rows), len(FEATURES))) if features is None else features)


@pytest.mark.parametrize(
    ("pair", "right"),
    [
        ((0, 0), True),
        ((1, 0), False),  # the content of another cue
        ((0, 1), False),  # five of eleven characters
        ((1, 2), True),
        ((2, 0), False),  # no coded cue
    ],
)
def test_a_pair_is_right_where_cue_and_content_are_of_one_attribution(pair, right):
    assert right_pairs(pairs([pair]), CUES, CONTENTS, "content", GOLD).tolist() == [right]


def test_a_source_is_looked_for_among_the_sources():
    (first,) = right_pairs(pairs([(0, 0)]), CUES, [Found(0, 5, "source", 0.9)], "source", GOLD)
    (second,) = right_pairs(pairs([(1, 0)]), CUES, [Found(0, 5, "source", 0.9)], "source", GOLD)
    assert (bool(first), bool(second)) == (True, False)


def test_the_feature_that_tells_right_from_wrong_has_the_weight():
    draw = np.random.default_rng(7)
    features = draw.normal(size=(400, len(FEATURES)))
    right = features[:, FEATURES.index("gap")] + draw.normal(size=400) < -0.5
    weights = fitted_weights(features, right)
    assert set(weights) == {*FEATURES, BASE}
    assert weights["gap"] < -1
    assert max(abs(weights[name]) for name in FEATURES if name != "gap") < 0.6
    shares = weighed(pairs([(0, 0)] * 400, features), weights)
    assert shares.mean() == pytest.approx(right.mean(), abs=0.01)
    assert ((shares > 0.5) == right).mean() > 0.75


def test_pairs_that_are_all_wrong_give_finite_weights():
    features = np.ones((5, len(FEATURES)))
    assert np.isfinite(list(fitted_weights(features, np.zeros(5, dtype=bool)).values())).all()
