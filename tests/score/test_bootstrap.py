from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.score.bootstrap import bootstrap, bootstrap_tallies
from onrecord.score.claims import Found
from onrecord.score.task import Tally

PAGES = [Found(10, 10, hits) for hits in (2, 4, 6, 8)]
TALLIES = st.lists(
    st.dictionaries(st.sampled_from("abc"), st.sampled_from([0, 1, 5, 1 / 3, 2 / 3]), max_size=3).map(Tally),
    min_size=1,
    max_size=12,
)


def recall(found: Found) -> float:
    return found.recall


def share(tally: Tally) -> float:
    return tally["a"] / (tally["a"] + tally["b"] + 1)


def test_the_interval_holds_the_measure_and_is_the_same_for_the_same_seed():
    low, high = bootstrap(PAGES, recall, seed=1)
    assert 0.2 <= low < 0.5 < high <= 0.8
    assert (low, high) == bootstrap(PAGES, recall, seed=1)


def test_documents_that_are_all_alike_leave_no_room():
    assert bootstrap(PAGES[:1] * 5, recall) == (0.2, 0.2)
    assert bootstrap_tallies([Tally({"a": 1})] * 5, share) == (5 / 6, 5 / 6)


@given(TALLIES, st.integers(0, 9))
def test_tallies_give_the_interval_that_adding_them_one_by_one_gives(tallies, seed):
    slow = bootstrap(tallies, share, seed=seed, rounds=60)
    assert bootstrap_tallies(tallies, share, seed=seed, rounds=60) == pytest.approx(slow)
