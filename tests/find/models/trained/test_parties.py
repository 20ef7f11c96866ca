from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers import Stretch
from onrecord.find.models.trained.parties import PARTY, between, without_names

TEXT = "Rebels shelled the port of Estmouth"
STRETCHES = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda at: Stretch(at[0], at[0] + at[1]))


def words(*ends):
    return tuple(Stretch(TEXT.index(one), TEXT.index(one) + len(one)) for one in ends)


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        (("Rebels", "the port"), " shelled "),
        (("the port", "Rebels"), " shelled "),
        (("the port", "port of Estmouth"), "the port of Estmouth"),
        (("Rebels shelled the port", "the"), "Rebels shelled the port"),
    ],
    ids=["apart", "the other way round", "overlapping", "one in the other"],
)
def test_between_are_the_words_from_one_to_the_other_or_both_where_none_is(parties, expected):
    at = between(words(*parties))
    assert TEXT[at.start : at.end] == expected


def test_a_name_gives_way_to_a_sign():
    assert without_names(TEXT, words("Estmouth", "Rebels")) == f"{PARTY} shelled the port of {PARTY}"


@given(STRETCHES, STRETCHES)
def test_the_order_of_parties_does_not_matter_and_both_are_signs(one, other):
    assert between((one, other)) == between((other, one))
    assert without_names(TEXT, (one, other)) == without_names(TEXT, (other, one))
    assert without_names(TEXT, (one, other)).count(PARTY) == 2
