from __future__ import annotations

from math import log1p

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.models.trained.incident_fillers import Filler
from onrecord.find.models.trained.incident_places import Place
from onrecord.find.models.trained.incident_split import SPLIT, Splitter, pair_traits, spread_of
from onrecord.find.models.trained.incident_sure import BIAS

TEXT = "A bomb hit the port and the mill. Meanwhile, another blast hit the bank on 3 May.\n\nAda was seized on Friday."
NEAR = {"gap": -1.0, BIAS: 2.7}
"""The rule by which things within 13 characters are of one incident."""


def spread(part, *words):
    return spread_of(part, [TEXT.index(word) for word in words])


def filler(part, word):
    at = TEXT.index(word)
    return Filler(part, word, [Place(part, at, at + len(word), 1, *(0.5,) * 9)])


def test_a_pair_is_judged_by_what_stands_between_its_nearest_places():
    one, other = spread("Target", "port", "mill"), spread("Victim", "Ada", "bank")
    gap = TEXT.index("bank") - TEXT.index("mill")
    assert pair_traits(TEXT, one, other) == {
        "gap": pytest.approx(log1p(gap)),
        "sentences": 1.0,
        "paragraph": 0.0,
        "beside": 0.0,
        "change": 2.0,
        "one_part": 0.0,
        "victims": 0.0,
        "targets": 0.0,
        "weapon": 0.0,
        "places": 4.0,
        "text": pytest.approx(len(TEXT) / 5000),
    }


@pytest.mark.parametrize(
    ("one", "other", "trait", "expected"),
    [
        (("Target", "port"), ("Target", "mill"), "targets", 1.0),
        (("Target", "port"), ("Target", "mill"), "one_part", 1.0),
        (("Target", "port"), ("Target", "mill"), "beside", 1.0),
        (("Weapon", "bomb"), ("Target", "mill"), "weapon", 1.0),
        (("Target", "bank"), ("Victim", "Ada"), "paragraph", 1.0),
        (("Target", "bank"), ("Victim", "Ada"), "change", 1.0),
    ],
)
def test_traits_of_a_pair(one, other, trait, expected):
    assert pair_traits(TEXT, spread(*one), spread(*other))[trait] == expected


@given(st.lists(st.integers(0, len(TEXT)), min_size=1), st.lists(st.integers(0, len(TEXT)), min_size=1))
def test_it_is_the_same_pair_in_either_order(left, right):
    one, other = spread_of("Target", left), spread_of("Victim", right)
    assert pair_traits(TEXT, one, other) == pair_traits(TEXT, other, one)


def test_what_stands_close_together_is_of_one_incident():
    fillers = [
        filler("Target", "port"),
        filler("Victim", "Ada"),
        filler("Target", "mill"),
        filler("Target", "bank"),
    ]
    groups = Splitter(TEXT, NEAR, 0.5).groups(fillers)
    assert [[one.words for one in group] for group in groups] == [["port", "mill"], ["Ada"], ["bank"]]
    assert Splitter(TEXT, NEAR, 0.5).at(0.0).groups(fillers) == [fillers]


def test_without_a_rule_or_without_fillers_there_is_one_incident():
    fillers = [filler("Target", "port"), filler("Victim", "Ada")]
    assert Splitter(TEXT, {}, 0.9).groups(fillers) == [fillers]
    assert Splitter(TEXT, NEAR, 0.9).groups([]) == [[]]


def test_who_did_it_is_not_split():
    assert {"PerpInd", "PerpOrg"}.isdisjoint(SPLIT)
