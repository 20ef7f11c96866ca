from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.tuning.uses import Chosen, f_beta, worth

from onrecord.score.task import Figures, Tally, Task

SHARES = st.floats(0.01, 1)


@pytest.mark.parametrize(
    ("precision", "recall", "beta", "mean"),
    [
        (0.5, 1.0, 1.0, 2 / 3),
        (0.5, 1.0, 2.0, 2.5 / 3),
        (0.5, 1.0, 0.5, 0.625 / 1.125),
        (0.0, 0.0, 1.0, 0.0),
    ],
)
def test_beta_weighs_recall_against_precision(precision, recall, beta, mean):
    assert f_beta(precision, recall, beta) == pytest.approx(mean)


@settings(deadline=None)
@given(SHARES, SHARES, st.floats(0.1, 5))
def test_the_mean_lies_between_precision_and_recall(precision, recall, beta):
    least, most = sorted((precision, recall))
    assert least - 1e-9 <= f_beta(precision, recall, beta) <= most + 1e-9


def test_the_balanced_use_goes_by_the_tasks_own_mean_and_the_others_by_theirs():
    task = Task("made", "", iter, lambda *_: Tally(), lambda total: Figures(0.5, total["n"] / 4, 0.9))
    judged = [Tally({"n": 1}), Tally({"n": 3})]
    assert worth(task, judged, 1.0) == 0.9
    assert worth(task, judged, 2.0) == pytest.approx(2.5 / 3)


def test_what_is_chosen_for_other_heads_is_added_use_by_use():
    one, other = Chosen(), Chosen()
    one.thresholds["recall"]["part"] = {"Victim": 0.2}
    other.thresholds["recall"]["says"] = {"source": 0.3}
    other.calibration["label"] = (1.0, 0.5)
    other.weighing["says source"] = {"odds": 2.0}
    one.add(other)
    assert one.thresholds["recall"] == {"part": {"Victim": 0.2}, "says": {"source": 0.3}}
    assert one.thresholds["balanced"] == {}
    assert one.calibration == {"label": (1.0, 0.5)}
    assert one.weighing == {"says source": {"odds": 2.0}}
