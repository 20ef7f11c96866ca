from __future__ import annotations

import pytest

from onrecord.answers import Question
from onrecord.find.answering.reading import as_text
from onrecord.find.answering.trained_effects import NEAR, effect_on, nobody_hurt, told_at
from onrecord.find.words.tokens import split_sentences


def sentences(text):
    return split_sentences(as_text(Question("muc4-slots", text)))


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Bea Ado was wounded in the port.", "attack", "INJURY"),
        ("Bea Ado was wounded. Later ADO died.", "attack", "DEATH"),
        ("Cy was killed in the port while Bea Ado was wounded.", "attack", "INJURY"),
        ("Bea Ado came.", "attack", "guess"),
        ("Bea Ado was released by them.", "attack", "guess"),
        ("Bea Ado was released by them.", "kidnapping", "REGAINED FREEDOM"),
        ("Bea Ado was taken and killed.", "kidnapping", "DEATH"),
        ("Bea Ado was taken.", "kidnapping", ""),
    ],
)
def test_words_beside_a_name_go_before_a_guess_and_who_was_taken_has_no_other_effect(text, kind, expected):
    assert effect_on("bea ado", kind, "guess", sentences(text)) == expected


def test_words_far_from_a_name_say_nothing_of_its_owner():
    text = "Ado went " + "on and " * NEAR + "Cy was killed."
    assert effect_on("ado", "attack", "", sentences(text)) == ""
    assert told_at(sentences(text)[0], text.index("Cy")) == "DEATH"
    assert told_at(sentences(text)[0], len(text) + 1) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were NO\nCASUALTIES.", True),
        ("Nobody was hurt.", True),
        ("There were many casualties.", False),
        ("", False),
    ],
)
def test_a_text_may_say_that_nobody_was_hurt(text, expected):
    assert nobody_hurt(text) is expected
