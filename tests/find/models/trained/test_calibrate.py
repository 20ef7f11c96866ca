import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.network import Network
from onrecord.find.models.trained.calibrate import LEAST, MOST, calibrated

FITTED = Network("x", settings={"calibration": {"event": (2.0, -1.0)}}).reader()


def test_a_head_without_a_curve_gives_the_score_in_hundredths_within_bounds():
    assert [calibrated(FITTED, "relation", score) for score in (0.704, 0.0, 1.0)] == [0.7, LEAST, MOST]


def test_a_fitted_curve_is_applied_to_the_log_odds():
    # log odds of 0.8: 1.386; 2 * 1.386 - 1 = 1.773, of which the logistic is 0.855; of 0.5: -1, 0.269
    assert calibrated(FITTED, "event", 0.8) == pytest.approx(0.85, abs=0.011)
    assert calibrated(FITTED, "event", 0.5) == 0.27


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_higher_score_is_never_less_likely(one, other):
    low, high = sorted((one, other))
    assert LEAST <= calibrated(FITTED, "event", low) <= calibrated(FITTED, "event", high) <= MOST
