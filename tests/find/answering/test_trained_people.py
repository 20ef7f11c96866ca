from __future__ import annotations

import pytest

from onrecord.answers import Question
from onrecord.find.answering.reading import as_text
from onrecord.find.answering.trained_people import described
from onrecord.find.words.tokens import split_sentences


def people(text):
    found = described(split_sentences(as_text(Question("muc4-slots", text))))
    return [(one.entity.mentions[0], one.entity.numbers, one.entity.effect) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two peasants were killed.", [("peasants", (2, 2), "DEATH")]),
        ("A bomb injured 12 students.", [("students", (12, 12), "INJURY")]),
        ("Two peasants were killed. The two peasants were killed.", [("peasants", (2, 2), "DEATH")]),
        ("Gunmen killed teachers.", [("teachers", (2, None), "DEATH")]),
        ("Two policemen were killed.", [("policemen", (2, 2), "DEATH")]),
    ],
)
def test_people_without_a_name_are_those_whom_sentences_say_to_be_harmed(text, expected):
    assert people(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two guerrillas were killed.",
        "Gunmen killed people.",
        "There were no casualties.",
        "Nobody was there.",
    ],
)
def test_fighters_nobody_and_people_in_general_are_no_victims(text):
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ado was killed with his driver.", [("driver", (1, 1), "DEATH")]),
        ("Ado and her two young daughters came.", []),
        ("Ado fled and the bodyguards were wounded.", [("bodyguards", (2, None), "INJURY")]),
    ],
)
def test_relatives_and_staff_count_where_their_sentence_tells_what_became_of_them(text, expected):
    assert people(text) == expected


def test_a_victim_stands_where_its_words_begin():
    text = "On 3 May two peasants were killed."
    (one,) = described(split_sentences(as_text(Question("muc4-slots", text))))
    assert text[one.start :].startswith("peasants")
