from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.models.trained.features import ALIKE, DISTANCES, alike, distance, shared_keys

PLACES = st.tuples(st.integers(0, 200), st.integers(1, 20)).map(lambda at: (at[0], at[0] + at[1]))
WORDS = st.lists(
    st.sampled_from(["The", "bank", "of", "north", "n", "nb", "bn", "--", "front"]), max_size=4
).map(" ".join)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ((0, 2), (2, 3), 0),
        ((0, 2), (3, 4), 1),
        ((0, 2), (5, 6), 2),
        ((0, 2), (82, 83), 6),
        ((0, 2), (83, 84), 7),
        ((5, 6), (2, 3), 9),
        ((5, 6), (0, 9), 8),
        ((900, 901), (0, 1), 15),
        ((5, 9), (6, 7), 0),
    ],
)
def test_a_distance_is_the_step_of_the_gap_and_its_side(left, right, expected):
    assert distance(left, right) == expected


@settings(deadline=None)
@given(PLACES, PLACES)
def test_every_distance_has_a_class(left, right):
    assert 0 <= distance(left, right) < DISTANCES


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The Harbour Front", "harbour front", 3),
        ("the Front", "Harbour Front", 2),
        ("HF", "Harbour Front", 2),
        ("Bank of Norland", "BN", 2),
        ("Harbour Front", "River Front", 1),
        ("Harbour Front", "River Column", 0),
        ("H", "Harbour", 0),
        ("--", "...", 0),
        ("--", "--", 3),
        ("the", "Harbour", 0),
    ],
)
def test_likeness_by_hand(one, other, expected):
    assert alike(one, other) == expected


@settings(deadline=None)
@given(WORDS, WORDS)
def test_likeness_has_no_direction_and_stretches_without_a_common_key_have_none(one, other):
    assert alike(one, other) == alike(other, one) in range(ALIKE)
    if one != other and not shared_keys(one) & shared_keys(other):
        assert alike(one, other) == 0
