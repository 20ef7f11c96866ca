from __future__ import annotations

from itertools import pairwise

import pytest

from onrecord.find.models.trained.incident_fillers import PARTS, Filler
from onrecord.find.models.trained.incident_places import Place
from onrecord.find.models.trained.incident_sure import PLAIN, judged
from onrecord.find.models.trained.incidents import assembled, distinct, incidents_in, told_in

TEXT = (
    "Three men of the Harbour Front kidnapped the banker Ado in Estmouth with rifles. Ado was later freed. "
    "The Front denied it."
)


def filler(part, words, score, at=0, **shares):
    return Filler(part, words, [Place(part, at, at + len(words), 1, *(0.5,) * 9)], score=score, **shares)


def test_of_fillers_that_name_the_same_or_share_a_place_the_first_is_kept():
    found = [
        filler("Weapon", "car bomb", 0.8),
        filler("Weapon", "bomb", 0.7, 90),
        filler("Weapon", "car", 0.6),
        filler("Weapon", "rifle", 0.5, 50),
        filler("Target", "car", 0.4),
    ]
    assert [(f.part, f.words) for f in distinct(found)] == [
        ("Weapon", "car bomb"),
        ("Weapon", "rifle"),
        ("Target", "car"),
    ]


def test_an_incident_has_the_fillers_above_the_threshold_of_their_part_or_of_any():
    found = [filler("Victim", "ado", 0.6), filler("Target", "port", 0.4), filler("Weapon", "rifles", 0.4)]
    (told,) = assembled({"kidnapping": 0.7, "arson": 0.3}, found, {}, {"Weapon": 0.3, "any": 0.5})
    assert (told.type, told.score) == ("kidnapping", 0.7)
    assert [(part, entity.mentions) for part, entity in told.parts] == [
        ("victim", ("ado",)),
        ("instrument", ("rifles",)),
    ]


def test_where_two_types_are_told_a_filler_goes_where_its_own_mark_says():
    types = {"attack": 0.9, "bombing": 0.8}
    found = [
        filler("Victim", "ado", 0.9, types={"attack": 0.6, "bombing": 0.7}),
        filler("Target", "port", 0.9, types={"attack": 0.2, "bombing": 0.3}),
        filler("Weapon", "rifle", 0.9, types={"attack": 0.6, "bombing": 0.1}),
    ]
    attack, bombing = assembled(types, found, {}, {})
    assert [entity.mentions[0] for _, entity in attack.parts] == ["ado", "rifle"]
    assert [entity.mentions[0] for _, entity in bombing.parts] == ["ado", "port"]


@pytest.mark.parametrize(
    ("least", "expected"),
    [
        ({"any": 0.25}, ["attack", "bombing"]),
        ({"any": 0.25, "further": 0.35}, ["attack"]),
        ({"any": 0.45, "further": 0.2}, []),
        ({}, []),
    ],
)
def test_a_type_is_told_above_the_threshold_of_the_likeliest_and_each_further_one_above_its_own(
    least, expected
):
    types = {"arson": 0.1, "attack": 0.4, "bombing": 0.3}
    assert [incident.type for incident in assembled(types, [], least, {})] == expected


def test_effect_and_blame_stand_where_the_part_has_them():
    shares = {"effects": {"death": 0.2, "injury": 0.8}, "blames": {"possible": 0.9}}
    found = [filler(part, part.lower(), 0.9, **shares) for part in PARTS]
    (told,) = assembled({"attack": 1.0}, found, {}, {})
    given_by_part = {part: (entity.effect, entity.confidence) for part, entity in told.parts}
    assert given_by_part == {
        "perpetrator_individual": ("", ""),
        "perpetrator_organisation": ("", "possible"),
        "instrument": ("", ""),
        "target": ("injury", ""),
        "victim": ("injury", ""),
    }


def test_a_higher_threshold_never_gives_more_fillers_nor_types(reader):
    types, found = told_in(reader, TEXT)
    fillers = distinct(judged(found, PLAIN))
    assert fillers
    told = [assembled(types, fillers, {"any": 0.0}, {"any": p / 20}) for p in range(21)]
    counts = [sum(len(incident.parts) for incident in one) for one in told]
    assert all(more >= fewer for more, fewer in pairwise(counts))
    told = [assembled(types, fillers, {"any": p / 20}, {}) for p in range(21)]
    assert all({i.type for i in more} >= {i.type for i in fewer} for more, fewer in pairwise(told))


def test_incidents_of_a_text_have_types_and_parts_of_the_scheme(reader):
    for incident in incidents_in(reader, TEXT):
        assert incident.type in reader.weights.labels.classes["muc"]
        assert {part for part, _ in incident.parts} <= set(PARTS.values())


def test_a_text_without_words_tells_nothing(reader):
    assert incidents_in(reader, "") == ()
    assert told_in(reader, " \n")[1] == []
