from __future__ import annotations

from onrecord.answers import Entity, Incident
from onrecord.find.answering.people_names import Names, between, names_of, places_of_words

TEXT = "ADO\nMORIN fell. Later Bea Lund fled, and Ado Morin was buried."
INCIDENT = Incident(
    "attack",
    (
        ("victim", Entity(("ado morin",), name=True)),
        ("perpetrator_individual", Entity(("bea lund",))),
        ("instrument", Entity(("later",))),
    ),
)


def test_names_of_victims_and_perpetrators_are_found_in_any_case_and_over_line_breaks():
    found = names_of(TEXT, (INCIDENT, INCIDENT))
    assert [TEXT[start:end] for start, end in found.victims] == ["ADO\nMORIN", "Ado Morin"]
    assert [TEXT[start:end] for start, end in found.doers] == ["Bea Lund"]
    assert found.known == 1


def test_without_incidents_nobody_has_a_name():
    assert names_of(TEXT, ()) == Names()


def test_places_between_two_ends_begin_from_the_first_on_and_before_the_second():
    assert between(((1, 4), (5, 7), (9, 12)), 5, 9) == ((5, 7),)


def test_words_are_taken_as_they_are_and_not_as_a_pattern():
    assert list(places_of_words("a.b axb a.b", "a.b")) == [(0, 3), (8, 11)]
