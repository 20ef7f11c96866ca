from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.tuning.regression import regressed

from onrecord.find.models.trained.incident_sure import BIAS, likelihood


def test_outcomes_that_a_trait_tells_apart_are_told_apart_and_a_weak_pull_trusts_it_more():
    rows, right = [{"near": float(k % 2), "dull": 1.0} for k in range(40)], [k % 2 == 1 for k in range(40)]
    strong, weak = regressed(rows, right, pull=10.0), regressed(rows, right, pull=0.1)
    assert set(strong) == {"near", "dull", BIAS}
    assert likelihood(rows[1], weak) > likelihood(rows[1], strong) > 0.5 > likelihood(rows[0], strong)
    assert weak["dull"] == pytest.approx(0)


def test_shares_come_out_as_they_went_in_where_nothing_is_known():
    rows, right = [{"dull": 3.0}] * 40, [True] * 10 + [False] * 30
    assert likelihood(rows[0], regressed(rows, right)) == pytest.approx(0.25, abs=1e-3)


def test_without_rows_there_is_no_rule():
    assert regressed([], []) == {}


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 999), st.booleans())
def test_the_rule_is_finite_and_as_sure_on_the_whole_as_outcomes_are(seed, alike):
    draw = np.random.default_rng(seed)
    rows = [{"a": float(x), "b": float(y)} for x, y in draw.normal(size=(30, 2))]
    right = [True] * 30 if alike else (draw.random(30) < 0.4).tolist()
    rule = regressed(rows, right)
    assert np.isfinite(list(rule.values())).all()
    assert np.mean([likelihood(row, rule) for row in rows]) == pytest.approx(np.mean(right), abs=0.01)
