from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.calibration import fitted


@settings(deadline=None)
@given(st.floats(0.4, 2.0), st.floats(-1.0, 1.0))
def test_the_curve_that_made_the_outcomes_is_found_again(slope, shift):
    scores, right = [], []
    for score in (0.1, 0.3, 0.5, 0.7, 0.9):
        share = 1 / (1 + np.exp(-(slope * np.log(score / (1 - score)) + shift)))
        met = round(2000 * share)
        scores += [score] * 2000
        right += [True] * met + [False] * (2000 - met)
    assert fitted(scores, right) == pytest.approx((slope, shift), abs=0.02)


@pytest.mark.parametrize("outcome", [True, False])
def test_outcomes_that_are_all_alike_give_a_curve_that_ends(outcome):
    assert np.isfinite(fitted([0.0, 0.5, 1.0], [outcome] * 3)).all()


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=60))
def test_a_fitted_curve_states_as_much_as_is_met_whatever_the_outcomes(pairs):
    scores, right = zip(*pairs, strict=True)
    slope, shift = fitted(scores, right)
    held = np.clip(scores, 1e-4, 1 - 1e-4)
    stated = 1 / (1 + np.exp(-(slope * np.log(held / (1 - held)) + shift)))
    assert stated.sum() == pytest.approx(sum(right), abs=0.05)


def test_without_outcomes_the_curve_is_flat():
    assert fitted([], []) == pytest.approx((0.0, 0.0))
