from __future__ import annotations

import pytest

from onrecord.answers import Entity, Incident, Question
from onrecord.find.answering.trained_slots import with_slots
from onrecord.find.models.trained.reader import open_reader

TEXT = (
    "ESTMOUTH, 14 MAY 89 -- Members of the Harbour Front kidnapped the banker Ado on 12 May with rifles, the "
    "ministry said. On Friday three men were killed."
)
DAY = "1989-05-14"
TOLD = (
    Incident(
        "kidnapping",
        (("victim", Entity(("ado",), name=True)), ("instrument", Entity(("rifles",), name=True))),
        score=0.9,
    ),
    Incident("bombing", (("perpetrator_organisation", Entity(("harbour front",), name=True)),), score=0.8),
)


@pytest.fixture(scope="module")
def reader():
    return open_reader(threads=1)


def test_each_incident_has_the_day_that_stands_nearest_to_its_fillers_and_keeps_the_rest(reader):
    one, other = with_slots(reader, Question("muc4-slots", TEXT, day=DAY), TOLD)
    assert (one.type, one.earliest, one.latest) == ("kidnapping", "1989-05-12", "1989-05-12")
    assert (other.type, other.earliest, other.latest) == ("bombing", "", DAY)
    assert [entity.mentions for _, entity in one.parts][:2] == [("ado",), ("rifles",)]


def test_a_named_victim_counts_one_and_no_other_filler_is_counted(reader):
    one, _ = with_slots(reader, Question("muc4-slots", TEXT), TOLD)
    assert [entity.numbers for _, entity in one.parts[:2]] == [(1.0, 1.0), (None, None)]


def test_people_without_a_name_are_victims_of_the_nearest_incident_alone(reader):
    one, other = with_slots(reader, Question("muc4-slots", TEXT, day=DAY), TOLD)
    assert one.parts[2:] == (("victim", Entity(("men",), (3, 3), "DEATH")),)
    assert len(other.parts) == 1


def test_people_without_a_name_whom_the_named_ones_make_up_are_not_told_again(reader):
    text = "Ado and Bea were killed. The two teachers were killed. Three nurses were killed."
    named = tuple(("victim", Entity((name,), name=True)) for name in ("ado", "bea"))
    (one,) = with_slots(reader, Question("muc4-slots", text), (Incident("attack", named),))
    assert [entity.mentions[0] for _, entity in one.parts] == ["ado", "bea", "nurses"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A bomb went off, there were no casualties.", [Entity(("-",), effect="NO INJURY OR DEATH")]),
        ("A bomb went off.", []),
        ("There were no injuries where two peasants were killed.", [Entity(("peasants",), (2, 2), "DEATH")]),
    ],
)
def test_that_nobody_was_hurt_is_told_where_nobody_is_said_to_be(reader, text, expected):
    (one,) = with_slots(reader, Question("muc4-slots", text), TOLD[1:])
    assert [entity for part, entity in one.parts if part == "victim"] == expected


def test_a_text_without_incidents_or_words_has_no_slots_to_fill(reader):
    assert with_slots(reader, Question("muc4-slots", TEXT), ()) == ()
    (one,) = with_slots(reader, Question("muc4-slots", "", day=DAY), TOLD[:1])
    assert (one.earliest, one.latest, one.places) == ("", DAY, ())


def test_the_country_of_the_text_is_where_an_incident_is_when_no_place_is_near(reader):
    (one,) = with_slots(reader, Question("muc4-slots", "Two men came. It was in Peru."), TOLD[1:])
    assert one.places == ("PERU",)


def test_an_incident_is_in_the_known_town_nearest_to_its_fillers(reader):
    text = (
        "LIMA, 3 MAY 89 (EFE) -- [TEXT] A BOMB EXPLODED TODAY IN THE CITY OF CUZCO, WHERE MAYOR BEA ADO WAS "
        "KILLED. THE OFFICE IN LIMA WAS DESTROYED BY A BOMB IN APRIL."
    )
    for filler, town in (("bea ado", "CUZCO"), ("office", "LIMA")):
        (one,) = with_slots(
            reader, Question("muc4-slots", text), (Incident("attack", (("target", Entity((filler,))),)),)
        )
        assert one.places == ("PERU", town)


def test_the_day_of_an_incident_whose_fillers_stand_nowhere_is_told_near_its_deed(reader):
    text = "ESTMOUTH, 14 MAY 89 -- The bishop prayed in the port yesterday. The bomb went off on 3 May."
    (one,) = with_slots(reader, Question("muc4-slots", text, day=DAY), TOLD[1:])
    assert (one.earliest, one.latest) == ("1989-05-03", "1989-05-03")
