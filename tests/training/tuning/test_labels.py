from __future__ import annotations

import pytest
from training.tuning.labels import Labelled

from onrecord.answers import Question
from onrecord.score.task import Figures, Item, Tally, Task, prf


def judge(item, answer):
    given = {name for name, share in answer.labels if share >= 0.5}
    return Tally({"right": len(given & item.gold), "given": len(given), "asked": len(item.gold)})


TASK = Task("made", "", iter, judge, lambda t: Figures(*prf(t["right"], t["given"], t["asked"])))
TEXTS = Labelled(
    TASK,
    [Item("a", Question("made", "x"), {"bombing"}), Item("b", Question("made", "y"), {"abduction"})],
    [{"bombing": 0.6, "abduction": 0.3}, {"bombing": 0.22, "abduction": 0.37}],
)


@pytest.mark.parametrize(
    ("beta", "best"),
    [
        (1.0, 0.35),  # both right ones and no other
        (2.0, 0.35),
        (0.5, 0.35),
    ],
)
def test_the_lowest_threshold_that_parts_right_from_wrong_is_chosen(beta, best):
    assert TEXTS.best(beta) == best
    assert TEXTS.worth(best, beta) == 1.0


def test_recall_takes_the_wrong_with_the_right_where_precision_leaves_both():
    mixed = Labelled(
        TASK, TEXTS.items, [{"bombing": 0.6, "abduction": 0.4}, {"bombing": 0.3, "abduction": 0.2}]
    )
    assert mixed.best(2.0) == 0.1
    assert mixed.best(0.5) == 0.45


def test_the_truth_has_every_label_of_every_text():
    assert TEXTS.truth() == ([0.6, 0.3, 0.22, 0.37], [True, False, False, True])
