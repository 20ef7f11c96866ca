from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.score.pairing import pair_up

weights = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(0, 9).map(float), max_size=14
)


def best(table: dict[tuple[int, int], float]) -> float:
    """Try every order of the right side."""
    return max(
        sum(table.get((left, right), 0.0) for left, right in enumerate(order))
        for order in permutations(range(5))
    )


@given(weights)
def test_no_other_pairing_weighs_more(table):
    pairs = pair_up(table)
    assert sum(table[pair] for pair in pairs) == best(table)
    assert len({left for left, _ in pairs}) == len({right for _, right in pairs}) == len(pairs)
    assert all(table[pair] > 0 for pair in pairs)


def test_a_greedy_choice_is_undone_where_two_others_weigh_more():
    assert pair_up({(0, 0): 5.0, (0, 1): 4.0, (1, 0): 4.0}) == ((0, 1), (1, 0))


def test_nothing_pairs_with_nothing():
    assert pair_up({}) == ()
