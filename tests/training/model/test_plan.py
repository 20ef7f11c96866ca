from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.model.plan import FIRST_STEPS, rate_at


@pytest.mark.parametrize(
    ("share", "steps", "warm", "rate"),
    [
        (0.02, 100, 0.04, 0.5),  # half-way through the warm-up
        (0.5, 100, 0.04, 0.51),  # 1 - 0.98 x 0.5
        (1.0, 100, 0.04, 0.02),
        (3.0, 100, 0.04, 0.02),  # out of time
        (0.0, 20, 0.04, 0.05),  # 20 / 400, off the ground
        (0.1, 2, 0.04, 0.1),  # 3 / 30, held down
        (0.0, 0, 0.0, 1 / 30),  # no warm-up
    ],
)
def test_the_rate_rises_then_falls_and_the_first_steps_are_gentle(share, steps, warm, rate):
    assert rate_at(share, steps, warm) == pytest.approx(rate)


@settings(deadline=None)
@given(st.floats(0, 1), st.floats(0, 1), st.integers(FIRST_STEPS, 10_000))
def test_after_the_warm_up_the_rate_never_rises(one, other, steps):
    earlier, later = sorted((max(0.04, one), max(0.04, other)))
    assert rate_at(earlier, steps, 0.04) >= rate_at(later, steps, 0.04) >= 0.02 - 1e-12
