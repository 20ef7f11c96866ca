from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from training.model.layers.chains import MOST_LINKS, MOST_PAIRS, chained


def test_each_two_stretches_are_a_pair_in_the_order_of_the_text():
    found = chained("same_event", [((9, 12), 7), ((0, 3), 7), ((4, 8), 1)])
    assert [(pair.left, pair.right, pair.kind) for pair in found] == [
        ((0, 3), (4, 8), 0),
        ((0, 3), (9, 12), 1),
        ((4, 8), (9, 12), 0),
    ]
    assert {pair.head for pair in found} == {"same_event"}


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 3)), max_size=90, unique=True))
def test_no_text_gives_more_pairs_than_are_asked_about(links):
    count = min(len(links), MOST_LINKS)
    found = chained("same_name", [((at, at + 1), chain) for at, chain in links])
    assert len(found) == min(count * (count - 1) // 2, MOST_PAIRS)
