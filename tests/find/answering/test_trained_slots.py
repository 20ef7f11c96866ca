from __future__ import annotations

import pytest

from onrecord.answers import Entity, Incident, Question
from onrecord.find.answering.reading import as_text
from onrecord.find.answering.trained_slots import described, with_slots
from onrecord.find.models.trained.reader import open_reader
from onrecord.find.words.tokens import split_sentences

TEXT = (
    "ESTMOUTH, 14 MAY 89 -- Members of the Harbour Front kidnapped the banker Ado on Monday with rifles, the "
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


def people(text):
    return [
        (e.mentions[0], e.numbers, e.effect)
        for e in described(split_sentences(as_text(Question("muc4-slots", text))))
    ]


def test_each_incident_has_the_day_that_stands_nearest_to_its_fillers_and_keeps_the_rest(reader):
    one, other = with_slots(reader, Question("muc4-slots", TEXT, day=DAY), TOLD)
    assert (one.type, one.earliest, one.latest) == ("kidnapping", "1989-05-08", "1989-05-08")
    assert (other.type, other.earliest, other.latest) == ("bombing", "", DAY)
    assert [entity.mentions for _, entity in one.parts][:2] == [("ado",), ("rifles",)]


def test_a_named_victim_counts_one_and_no_other_filler_is_counted(reader):
    one, _ = with_slots(reader, Question("muc4-slots", TEXT), TOLD)
    assert [entity.numbers for _, entity in one.parts[:2]] == [(1.0, 1.0), (None, None)]


def test_people_without_a_name_are_victims_of_the_likeliest_incident_alone(reader):
    one, other = with_slots(reader, Question("muc4-slots", TEXT, day=DAY), TOLD)
    assert one.parts[2:] == (("victim", Entity(("men",), (3, 3), "DEATH")),)
    assert len(other.parts) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two peasants were killed.", [("peasants", (2, 2), "DEATH")]),
        ("A bomb injured 12 students.", [("students", (12, 12), "INJURY")]),
        ("Two peasants were killed. The two peasants were killed.", [("peasants", (2, 2), "DEATH")]),
        ("Two guerrillas were killed.", []),
        ("There were no casualties.", []),
        ("Nobody was there.", []),
    ],
)
def test_people_without_a_name_are_those_unarmed_whom_sentences_say_to_be_harmed(text, expected):
    assert people(text) == expected


def test_a_text_without_incidents_or_words_has_no_slots_to_fill(reader):
    assert with_slots(reader, Question("muc4-slots", TEXT), ()) == ()
    (one,) = with_slots(reader, Question("muc4-slots", "", day=DAY), TOLD[:1])
    assert (one.earliest, one.latest, one.places) == ("", DAY, ())


def test_the_country_of_the_text_is_where_an_incident_is_when_no_place_is_near(reader):
    (one,) = with_slots(reader, Question("muc4-slots", "Two men came. It was in Peru."), TOLD[1:])
    assert one.places == ("PERU",)
