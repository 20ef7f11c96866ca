from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.calibration import calibration_error, fitted


@pytest.mark.parametrize(
    ("shares", "right", "error"),
    [
        ([0.0, 0.0, 1.0], [False, False, True], 0.0),
        ([0.25] * 4, [True, False, False, False], 0.0),
        ([0.9, 0.9], [True, False], 0.4),
        ([0.1, 0.1, 0.1, 0.8], [False, False, False, True], 0.125),  # 3/4 x 0.1 + 1/4 x 0.2
        ([], [], 0.0),
    ],
)
def test_the_error_is_the_mean_gap_of_the_bins_by_their_size(shares, right, error):
    assert calibration_error(shares, right) == pytest.approx(error)


@settings(deadline=None)
@given(st.lists(st.integers(0, 10), min_size=1, max_size=5, unique=True))
def test_shares_that_are_met_exactly_have_no_error(tenths):
    shares = [n / 10 for n in tenths for _ in range(10)]
    right = [k < n for n in tenths for k in range(10)]
    assert calibration_error(shares, right) == pytest.approx(0.0, abs=1e-9)


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
