from __future__ import annotations

import pytest

from onrecord.answers import Entity, Incident, Question
from onrecord.find.answering.people_names import names_of
from onrecord.find.answering.reading import sentences_of
from onrecord.find.answering.trained_people import described, groups_of, traits_of

ADO = Incident("attack", (("victim", Entity(("ado morin",), name=True)),))


def told(text, *incidents):
    return list(described(sentences_of(Question("muc4-slots", text)), names_of(text, incidents)))


def people(text, *incidents):
    return [(o.entity.mentions[0], o.entity.numbers, o.entity.effect) for o in told(text, *incidents)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two peasants were killed.", [("peasants", (2, 2), "DEATH")]),
        ("A bomb injured 12 students.", [("students", (12, 12), "INJURY")]),
        ("Two peasants were killed. The peasants were killed.", [("peasants", (2, 2), "DEATH")]),
        ("ONE GIRL WAS WOUNDED IN THE BLAST.", [("girl", (1, 1), "INJURY")]),
        ("More than 30 workers were injured.", [("workers", (30, None), "INJURY")]),
        ("Several peasants were killed. Six peasants died.", [("peasants", (6, 6), "DEATH")]),
        ("Six students were killed and 15 students were injured.",
         [("students", (6, 6), "DEATH"), ("students", (15, 15), "INJURY")]),
        ("Two policemen were killed.", [("policemen", (2, 2), "DEATH")]),
    ],
)  # fmt: skip
def test_people_whom_sentences_say_to_be_harmed_are_told_once_with_number_and_effect(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two guerrillas were killed.",
        "There were no casualties.",
        "Nobody was there.",
        "The officials said that the president would meet the students.",
        "Soldiers arrested three men who are accused of the murder.",
    ],
)
def test_fighters_nobody_and_bystanders_are_no_victims(text):
    assert people(text) == []


def test_a_description_of_somebody_with_a_name_is_no_second_victim():
    assert people("Priest Ado Morin was killed.", ADO) == []


def test_relatives_of_a_victim_are_victims_of_their_own():
    assert people("Ado Morin was killed with his driver.", ADO) == [("driver", (1, 1), "DEATH")]


def test_a_victim_stands_where_its_words_begin():
    text = "On 3 May two peasants were killed."
    (one,) = told(text)
    assert text[one.start :].startswith("peasants")


def test_phrases_with_one_noun_name_the_same_and_each_knows_of_the_others():
    text = "Two nurses were killed. The nurses were buried. A boy ran."
    nurses, boy = groups_of(sentences_of(Question("muc4-slots", text)), names_of(text, ()))
    first, second = traits_of(nurses)
    assert (len(nurses), len(boy)) == (2, 1)
    assert first["others counted"] == 0 < second["others counted"]
    assert first["phrases"] == second["phrases"] > traits_of(boy)[0]["phrases"]
