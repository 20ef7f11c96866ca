from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Anchor, Bound, Event, Modality, Precision, When
from onrecord.show.names import country_name, event_label, event_title, presence_title, relation_title
from onrecord.store import Store

DAY = When("2016-07-23", "2016-07-23", Precision.DAY, Anchor.STATED)
OPEN = When(None, None, Precision.OPEN, Anchor.NONE)
TOLL = Bound(80, 80, 85)
EVENT = Event("evt:1", (), "attack", "", "", "", DAY, "", "Kabul", 1, "AF", (), TOLL, Bound(), 1, 1)
GROUP, OTHER = ("agent", "act:1", "Hill League"), ("side", "act:2", "River Front")


@pytest.mark.parametrize(
    ("change", "title"),
    [
        ({}, "attack, Kabul, 23 July 2016: 80 to 85 killed"),
        ({"killed": Bound()}, "attack, Kabul, 23 July 2016"),
        ({"killed": Bound(81, 81, None), "when": OPEN}, "attack, Kabul: 81 or more killed"),
        ({"place": "", "killed": Bound()}, "attack, Afghanistan, 23 July 2016"),
        ({"when": When("2015-01-01", "2015-12-31", Precision.YEAR, Anchor.STATED)}, "attack, Kabul, 2015: 80 to 85 killed"),
        (
            {"when": When("2015-01-01", "2015-01-31", Precision.MONTH, Anchor.STATED), "killed": Bound()},
            "attack, Kabul, January 2015",
        ),
        (
            {"when": When("2015-01-02", None, Precision.DAY, Anchor.STATED), "killed": Bound()},
            "attack, Kabul, since 2 January 2015",
        ),
        (
            {"when": When("2015-01-02", "2015-01-04", Precision.RANGE, Anchor.STATED), "killed": Bound()},
            "attack, Kabul, 2 to 4 January 2015",
        ),
        (
            {"when": When("2014-12-30", "2015-01-02", Precision.RANGE, Anchor.STATED), "killed": Bound()},
            "attack, Kabul, 30 December 2014 to 2 January 2015",
        ),
        (
            {"when": When("2015-01-01", "2016-12-31", Precision.YEAR, Anchor.STATED), "killed": Bound()},
            "attack, Kabul, 2015 to 2016",
        ),
        (
            {"when": When("2015-01-01", "2015-02-28", Precision.MONTH, Anchor.STATED), "killed": Bound()},
            "attack, Kabul, January to February 2015",
        ),
        (
            {"when": When(None, "2015-01-02", Precision.DAY, Anchor.STATED), "killed": Bound()},
            "attack, Kabul, until 2 January 2015",
        ),
        (
            {"modality": Modality.PLANNED, "scale": "series", "killed": Bound()},
            "planned attack (series), Kabul, 23 July 2016",
        ),
    ],
)  # fmt: skip
def test_an_event_is_named_by_act_place_day_and_toll(change, title):
    assert event_title(replace(EVENT, **change)) == title


@pytest.mark.parametrize(
    ("act", "sides", "label"),
    [
        ("attack", (GROUP, ("victim", "", "people")), "attack by Hill League"),
        ("attack", (("target", "", "a bus"),), "attack on a bus"),
        ("accusation", (("target", "", "a bus"),), "accusation against a bus"),
        ("accusation", (GROUP, ("target", "", "the army")), "accusation by Hill League against the army"),
        ("arrest", (("target", "", "two men"),), "arrest of two men"),
        ("armed_clash", (OTHER,), "armed clash with River Front"),
        ("ceasefire", (OTHER, ("side", "", "the army")), "ceasefire between River Front and the army"),
        ("raid", (), "raid"),
    ],
)
def test_an_event_without_a_place_is_named_by_who_is_in_it(act, sides, label):
    event = replace(EVENT, type=act, sides=sides, place="", country="", killed=Bound())
    assert event_label(event) == label


def test_relations_and_presence_are_named_by_their_parts(record):
    with Store(record) as store:
        assert relation_title(store.relation("rel:1")) == "Hill League: allied with River Front"
        assert presence_title(store.one_presence("prs:1")) == "Hill League: control, Westvale"


def test_a_country_is_named_and_what_is_no_code_stays():
    assert country_name("AF;PK") == "Afghanistan, Pakistan"
    assert country_name("Exampleland") == "Exampleland"
