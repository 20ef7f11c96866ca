from __future__ import annotations

from dataclasses import replace

import pytest

from builders.facts import AFGHANISTAN, HERAT, KABUL, day, fact, killed, party
from onrecord.merge.compare import THRESHOLD, compare_claims
from onrecord.records import Anchor, Place, Precision, When

JULY = When("2016-07-01", "2016-07-31", Precision.MONTH, Anchor.STATED, "July 2016")
TALIBAN, ARMY = (party("agent", "act:taliban"),), (party("agent", "act:army"),)
DAY = {"when": day("2016-07-23")}

CASES = [
    ("same act, day and town", DAY, DAY, True),
    ("the day after, as time zones and late reports go", DAY, {"when": day("2016-07-24")}, True),
    ("a week later in the same town", DAY, {"when": day("2016-07-30")}, False),
    ("same day, other town", DAY, {**DAY, "place": HERAT}, False),
    ("same month and country only", {"when": JULY, "place": AFGHANISTAN}, {"when": JULY, "place": AFGHANISTAN}, False),
    ("attack and ambush, same day and town", DAY, {**DAY, "type": "ambush"}, True),
    ("attack and meeting, same day and town", DAY, {**DAY, "type": "meeting"}, False),
    ("no time, same town", {}, {}, False),
    ("no time, same town and close tolls", {"toll": (killed(80, 80),)}, {"toll": (killed(81, None),)}, True),
    ("same day and actor, one place unknown", {**DAY, "parties": TALIBAN}, {**DAY, "place": None, "parties": TALIBAN}, True),
    ("same day and country, other actors", {**DAY, "place": AFGHANISTAN, "parties": TALIBAN},
     {**DAY, "place": AFGHANISTAN, "parties": ARMY}, False),
    ("an incident beside a series", DAY, {**DAY, "scale": "series"}, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "same"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_claims_are_one_incident_where_act_time_and_place_agree(one, other, same):
    a, b = fact("a", **one), fact("b", **other)
    score, why = compare_claims(a, b)
    assert (score >= THRESHOLD) is same, why
    assert compare_claims(b, a)[0] == score


def test_the_reason_names_every_feature_that_holds():
    _, why = compare_claims(fact("a", place=KABUL, **DAY), fact("b", place=KABUL, **DAY))
    assert why == "same act +0.25, same day or the next +0.30, same place +0.25"


def test_a_title_and_its_text_tell_of_one_incident_unless_places_differ():
    title = replace(fact("a"), titled=True)
    assert compare_claims(title, fact("a", offset=50, **DAY))[0] >= THRESHOLD
    assert compare_claims(title, fact("a", offset=50, place=HERAT, **DAY))[0] < THRESHOLD


def test_a_district_of_the_province_may_hold_a_town_whose_district_nobody_names():
    district = Place("adm:AF.13.1", "Bagrami", "adm2", "AF", ("Afghanistan", "Kabul", "Bagrami"))
    toll = {"toll": (killed(20, 20),), **DAY}
    assert compare_claims(fact("a", **toll), fact("b", **{**toll, "place": district}))[0] >= THRESHOLD
    assert compare_claims(fact("a", **toll), fact("b", **{**toll, "place": HERAT}))[0] < THRESHOLD


def test_a_second_bombing_of_the_same_day_and_text_is_another_incident():
    first = fact("a", **DAY)
    second = fact("a", offset=80, **DAY)
    words = replace(second.claim.evidence, words="killed in a second bombing")
    second = replace(second, claim=replace(second.claim, evidence=words))
    assert compare_claims(first, fact("a", offset=80, **DAY))[0] >= THRESHOLD
    assert compare_claims(first, second)[0] < THRESHOLD
