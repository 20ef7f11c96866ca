from __future__ import annotations

from onrecord.score.bootstrap import bootstrap
from onrecord.score.claims import Found

PAGES = [Found(10, 10, hits) for hits in (2, 4, 6, 8)]


def recall(found: Found) -> float:
    return found.recall


def test_the_interval_holds_the_measure_and_is_the_same_for_the_same_seed():
    low, high = bootstrap(PAGES, recall, seed=1)
    assert 0.2 <= low < 0.5 < high <= 0.8
    assert (low, high) == bootstrap(PAGES, recall, seed=1)


def test_documents_that_are_all_alike_leave_no_room():
    assert bootstrap(PAGES[:1] * 5, recall) == (0.2, 0.2)
