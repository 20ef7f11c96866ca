from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers import Question
from onrecord.score.task import Item

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from label_baselines import _crossed, _mean_f1, _most_frequent, _moved


def items(*golds):
    return [Item(str(n), Question("satp", f"text {n}"), frozenset(gold)) for n, gold in enumerate(golds)]


def test_every_item_is_asked_once_by_a_model_that_has_not_seen_it():
    all_items = items(*["a"] * 40)
    crossed = list(_crossed(all_items))
    assert sorted(item.id for _, asked in crossed for item in asked) == sorted(item.id for item in all_items)
    assert all({i.id for i in known}.isdisjoint({i.id for i in asked}) for known, asked in crossed)


def test_the_most_frequent_label_is_given():
    (answer,) = _most_frequent("satp", items("a", "ab", "b", "b")).answers([Question("satp", "words")])
    assert answer.labels == (("b", 1.0),)


@given(st.floats(0, 1), st.floats(0.05, 0.95))
def test_a_threshold_becomes_one_half(probability, threshold):
    moved = _moved(probability, threshold)
    assert 0 <= moved <= 1
    assert (moved >= 0.5) == (probability >= threshold)


def test_thresholds_are_chosen_by_the_mean_over_texts_with_any_label():
    rows = [{"a": 0.6, "b": 0.2}, {"a": 0.3, "b": 0.1}, {"a": 0.1, "b": 0.1}]
    gold = [frozenset("ab"), frozenset("a"), frozenset()]
    # at 1/2 and 1/2: 2/3 for the first, 0 for the second, the third has no label on either side
    assert _mean_f1(rows, gold, {"a": 0.5, "b": 0.5}) == pytest.approx(1 / 3)
    assert _mean_f1(rows, gold, {"a": 0.25, "b": 0.2}) == 1
