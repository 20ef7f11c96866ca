from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.score.tasks.coref_metrics import METRICS, ceaf_e

CASES = Path(__file__).parents[2] / "cases" / "coref_metrics.csv"


def cases():
    lines = [line for line in CASES.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [pytest.param(row, id=f"{row['metric']}: {row['note']}") for row in csv.DictReader(lines)]


def groups(cell):
    return [frozenset(letters) for letters in cell.split()]


@pytest.mark.parametrize("case", cases())
def test_counts_are_those_published_or_worked_by_hand(case):
    agreed = METRICS[case["metric"]](groups(case["key"]), groups(case["answer"]))
    found = (agreed.found, agreed.asked, agreed.right, agreed.given)
    assert found == pytest.approx([float(case[k]) for k in ("found", "asked", "right", "given")], abs=1e-6)


def test_ceaf_takes_the_pairing_of_greatest_sum_where_the_likest_pair_first_would_end_lower():
    # abc is likest ab (4/5); but abc with cab (1) is better still and leaves ab for abx: 1 + 4/5
    key, answer = groups("abc abx"), groups("ab abc")
    assert ceaf_e(key, answer).found == pytest.approx(1 + 4 / 5)


def partitions(size):
    """Give partitions of `size` numbers: each number says into which group it goes."""
    return st.lists(st.integers(0, 4), min_size=size, max_size=size).map(
        lambda labels: [
            frozenset(n for n, label in enumerate(labels) if label == one) for one in sorted(set(labels))
        ]
    )


@pytest.mark.parametrize("metric", METRICS)
@given(st.data())
def test_a_partition_agrees_wholly_with_itself(metric, data):
    part = data.draw(partitions(7))
    agreed = METRICS[metric](part, part)
    assert agreed.found == pytest.approx(agreed.asked)
    assert agreed.right == pytest.approx(agreed.given)


@pytest.mark.parametrize("metric", METRICS)
@given(st.data())
def test_sides_swapped_swap_recall_and_precision_and_no_share_is_above_one(metric, data):
    key, answer = data.draw(partitions(7)), data.draw(partitions(7))
    one, other = METRICS[metric](key, answer), METRICS[metric](answer, key)
    assert (one.found, one.asked) == pytest.approx((other.right, other.given))
    assert 0 <= one.found <= one.asked + 1e-9


@pytest.mark.parametrize("metric", METRICS)
@given(st.data())
def test_the_order_of_groups_does_not_matter(metric, data):
    key, answer = data.draw(partitions(7)), data.draw(partitions(7))
    agreed = METRICS[metric](key, answer)
    turned = METRICS[metric](key[::-1], data.draw(st.permutations(answer)))
    assert (agreed.found, agreed.right) == pytest.approx((turned.found, turned.right))
