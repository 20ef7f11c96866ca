from hypothesis import given
from hypothesis import strategies as st

from onrecord.answers import Entity, Incident, Question
from onrecord.find.answering.incidents import incidents_of
from onrecord.find.answering.incidents_merge import joined
from onrecord.find.answering.incidents_terms import country_of, effect_of, instruments_in, places_of, type_of
from onrecord.find.models.rules import RulesEngine
from onrecord.records import Passage, Text


class Nothing:
    """No name is known outside the text."""

    version = "none"

    def kinds(self, name):
        del name
        return frozenset()


def told(words, day="1990-02-04"):
    text = Text("txt", "doc", "test", words, (Passage(0, len(words), "body", "en", "ltr"),), language="en")
    return incidents_of(Question("muc4-slots", words, day=day), RulesEngine(Nothing()).read(text))


def parts(incident, part):
    return [entity for name, entity in incident.parts if name == part]


def test_a_bombing_gives_its_type_day_place_weapon_and_the_harmed():
    (incident,) = told(
        "Three civilians were killed yesterday in Medellin when a bomb exploded near a bus in Medellin."
    )
    assert (incident.type, incident.earliest, incident.latest) == ("bombing", "1990-02-03", "1990-02-03")
    assert incident.places[0] == "COLOMBIA"
    assert [e.mentions for e in parts(incident, "instrument")] == [("bomb",)]
    (harmed,) = parts(incident, "victim")
    assert (harmed.numbers, harmed.effect, harmed.name) == ((3, 3), "DEATH", False)


def test_an_abduction_is_a_kidnapping_and_its_doers_have_no_name():
    (incident,) = told("Terrorists kidnapped Judge Carlos Mora in Lima.")
    assert incident.type == "kidnapping"
    assert [e.mentions for e in parts(incident, "perpetrator_individual")] == [("Terrorists",)]
    (victim,) = parts(incident, "victim")
    assert victim.name
    assert "Carlos Mora" in victim.mentions[0]


def test_without_a_told_day_it_lies_before_the_day_of_the_text():
    (incident,) = told("Gunmen murdered a farmer.")
    assert (incident.earliest, incident.latest) == ("", "1990-02-04")


def test_what_did_not_happen_and_what_is_only_planned_is_no_incident():
    assert told("Gunmen did not murder a farmer. The rebels will bomb the bridge.") == ()


def test_clashes_of_armed_sides_are_not_asked_for():
    assert told("Soldiers clashed with rebels near the river yesterday.") == ()


def test_an_act_with_its_method_has_a_type_and_others_have_none():
    assert type_of("attack", "remote_explosive") == "bombing"
    assert type_of("attack", "air_strike") == "attack"
    assert type_of("abduction", "none_stated") == "kidnapping"
    assert type_of("meeting", "") == ""
    assert (effect_of("killed"), effect_of("displaced")) == ("DEATH", "")


def test_the_country_is_the_one_that_the_words_point_to_most():
    assert country_of("SANTIAGO, 5 JAN 90. The Chilean junta met in\nVina del Mar; Peru did not.") == "CHILE"
    assert country_of("nowhere") == ""


def test_places_go_from_the_country_down_as_far_as_they_are_known():
    assert places_of("San\nSalvador", "") == ("EL SALVADOR", "SAN SALVADOR")
    assert places_of("Nowhere", "PERU") == ("PERU",)
    assert places_of("", "") == ()


def test_weapons_are_named_once_and_whole():
    assert instruments_in("a car bomb and two bombs, then the CAR BOMB") == ("car bomb", "bombs", "CAR BOMB")


def incident(kind="attack", day="", town="", *victims):
    places = ("PERU", town) if town else ("PERU",)
    people = tuple(("victim", Entity((victim,))) for victim in victims)
    return Incident(kind, people, day, day or "1990-02-04", places)


def test_the_same_type_without_a_contradiction_is_one_incident():
    (one,) = joined(
        [incident("attack", "", "", "the judge"), incident("attack", "1990-02-01", "LIMA", "judge Mora")]
    )
    assert (one.earliest, one.latest, one.places) == ("1990-02-01", "1990-02-01", ("PERU", "LIMA"))
    assert [entity.mentions for _, entity in one.parts] == [("judge Mora",)]


def test_another_type_day_or_town_is_another_incident():
    first = incident("attack", "1990-02-01", "LIMA")
    others = [incident("bombing"), incident("attack", "1990-02-02"), incident("attack", "", "PUNO")]
    assert all(len(joined([first, other])) == 2 for other in others)


made = st.builds(
    incident,
    st.sampled_from(["attack", "bombing"]),
    st.sampled_from(["", "1990-02-01", "1990-02-02"]),
    st.sampled_from(["", "LIMA"]),
    st.sampled_from(["judge", "the judge", "mayor"]),
)


@given(st.lists(made, max_size=6))
def test_joining_loses_no_type_and_no_filler(told):
    kept = joined(told)
    assert {i.type for i in kept} == {i.type for i in told}
    words = " ".join(e.mentions[0] for i in kept for _, e in i.parts)
    assert all(e.mentions[0].split()[-1] in words for i in told for _, e in i.parts)
