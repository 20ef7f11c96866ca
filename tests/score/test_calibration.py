from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.score.calibration import brier_score, calibration_error


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


@pytest.mark.parametrize(
    ("shares", "right", "score"),
    [
        ([1.0, 0.0], [True, False], 0.0),
        ([0.5, 0.8], [True, False], 0.445),
        ([], [], 0.0),
    ],  # (0.25 + 0.64) / 2
)
def test_the_brier_score_is_the_mean_square_of_the_gaps(shares, right, score):
    assert brier_score(shares, right) == pytest.approx(score)
