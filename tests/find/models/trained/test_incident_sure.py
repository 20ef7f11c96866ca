from __future__ import annotations

from math import log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.models.trained.incident_fillers import PARTS, Filler
from onrecord.find.models.trained.incident_places import Place
from onrecord.find.models.trained.incident_sure import (
    BIAS,
    NEAR,
    OF_PLACE,
    PLAIN,
    judged,
    likelihood,
    odds,
    tell_traits,
)

TEXT = "x" * 1000


def filler(part, words, *places):
    """Give a filler with places of (start, share inside); edges are clear."""
    shares = {"least": 0.5, "begins": 1.0, "before": 0.0, "behind": 0.0, "broken": 0.0, "other": 0.0}
    return Filler(
        part,
        words,
        [
            Place(
                part, at, at + len(words), len(words.split()), inside, **shares, person=0.0, organisation=0.0
            )
            for at, inside in places
        ],
        types={"attack": 0.6, "arson": 0.1},
    )


def told(*fillers, labels=None):
    tell_traits(TEXT, {"attack": 0.8, "arson": 0.3} if labels is None else labels, fillers)
    return fillers


@given(st.floats(0.001, 0.999))
def test_odds_and_likelihood_undo_each_other(share):
    assert likelihood({"inside": odds(share)}, PLAIN) == pytest.approx(share)


def test_a_likelihood_sums_weighed_traits_and_the_bias():
    rule = {"length": 2.0, "single": 5.0, BIAS: -1.0}
    assert likelihood({"length": 0.5, "inside": 9.0}, rule) == pytest.approx(0.5)
    assert likelihood({}, {BIAS: -999.0}) == pytest.approx(0, abs=1e-9)


def test_traits_are_those_of_the_best_place_and_of_the_whole_text():
    one, other = told(filler("Victim", "ado bo", (100, 0.4), (500, 0.6)), filler("Victim", "cy", (800, 0.9)))
    assert one.traits["inside"] == pytest.approx(log(0.6 / 0.4))
    assert one.traits["relevant"] == pytest.approx(log(4))
    assert one.traits["greatest"] == pytest.approx(log(9))
    assert one.traits["behind_top"] == pytest.approx(log(9) - log(0.6 / 0.4))
    assert one.traits["places"] == pytest.approx(log(2))
    assert (one.traits["position"], other.traits["position"]) == (0.1, 0.8)
    assert (one.traits["length"], one.traits["single"], other.traits["single"]) == (log(2), 0.0, 1.0)
    assert one.traits["type"] == pytest.approx(log(0.6 / 0.4))
    assert one.traits["clean"] == 1.0
    assert {part: one.traits[part] for part in PARTS} == dict.fromkeys(PARTS, 0.0) | {"Victim": 1.0}
    assert set(OF_PLACE) < set(one.traits)
    assert set(one.traits) == set(other.traits)


def test_places_of_words_that_are_alike_count_together_the_further_the_less():
    one, other = told(filler("PerpOrg", "harbour front", (0, 0.6)), filler("PerpOrg", "front", (500, 0.4)))
    assert one.traits["together"] == other.traits["together"] == pytest.approx(odds(1 - 0.4 * (1 - 0.4 / 2)))
    (alone,) = told(filler("PerpOrg", "harbour front", (0, 0.6)))
    assert alone.traits["together"] == pytest.approx(odds(0.6))


def test_what_fills_another_part_nearby_is_told():
    fillers = (
        filler("Victim", "ado", (0, 0.6)),
        filler("Weapon", "rifle", (NEAR - 1, 0.7)),
        filler("Target", "port", (900, 0.9)),
    )
    one, _, far = told(*fillers)
    assert one.traits["near"] == pytest.approx(odds(0.7))
    assert far.traits["near"] == pytest.approx(odds(0.0))


def test_the_likeliest_filler_comes_first_and_none_is_changed():
    fillers = told(filler("Victim", "ado", (0, 0.3)), filler("Weapon", "rifle", (500, 0.7)))
    found = judged(fillers, PLAIN)
    assert [(f.words, f.score) for f in found] == [("rifle", pytest.approx(0.7)), ("ado", pytest.approx(0.3))]
    assert [f.score for f in fillers] == [0.0, 0.0]
    assert [f.words for f in judged(fillers, {"Victim": 3.0})] == ["ado", "rifle"]


def test_no_fillers_need_no_traits():
    assert told() == ()
    assert judged((), PLAIN) == []
