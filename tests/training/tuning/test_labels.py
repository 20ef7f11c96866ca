from __future__ import annotations

import pytest
from training.tuning.labels import PRICES, Labelled

from onrecord.answers import Question
from onrecord.score.registry import find_task
from onrecord.score.task import Item


def texts(*rows):
    """Texts of SATP, each with its gold and how likely an attack and a bombing are."""
    items = [Item(str(k), Question("satp", "x"), frozenset(gold)) for k, (gold, *_) in enumerate(rows)]
    shares = [{"armed_assault": attack, "bombing": bombing} for _, attack, bombing in rows]
    return Labelled(find_task("satp"), items, shares)


FOUND = texts(({"bombing"}, 0.1, 0.9), (set(), 0.2, 0.05), ({"armed_assault"}, 0.35, 0.05))


def test_of_prices_that_are_worth_the_same_the_lowest_is_chosen():
    # an attack of 0.2 is given up to 0.2 / 0.76 = 0.26, one of 0.35 up to 0.35 / 0.62 = 0.57: between both all is right
    assert FOUND.best("balanced") == pytest.approx(0.3)
    assert FOUND.worth(0.3, "balanced") == 1.0


@pytest.mark.parametrize(("price", "worth"), [(0.0, 2 / 3), (0.3, 1.0), (0.7, 0.5)])
def test_an_answer_to_a_text_without_labels_costs_as_does_none_to_one_with(price, worth):
    assert FOUND.worth(price, "balanced") == pytest.approx(worth)


def test_each_use_has_a_price_of_its_own():
    assert {FOUND.best(use) for use in ("balanced", "recall", "precision")} <= set(PRICES)


def test_the_truth_has_every_label_of_every_text():
    scores, right = FOUND.truth()
    assert scores == pytest.approx([0.1, 0.9, 0.2, 0.05, 0.35, 0.05])
    assert right == [False, True, False, False, True, False]
