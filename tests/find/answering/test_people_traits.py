from __future__ import annotations

import pytest

from onrecord.answers import Entity, Incident, Question
from onrecord.find.answering.people_names import names_of
from onrecord.find.answering.people_traits import seen_in
from onrecord.find.answering.reading import sentences_of

ADO = Incident("attack", (("victim", Entity(("ado morin",), name=True)),))


def seen(text, *incidents):
    names = names_of(text, incidents)
    return [
        one
        for place, sentence in enumerate(sentences_of(Question("muc4-slots", text)))
        for one in seen_in(sentence, place, names)
    ]


@pytest.mark.parametrize(
    ("text", "traits"),
    [
        ("Two priests were killed.", {"counted", "counted number", "civilian", "number several"}),
        ("The priest prayed.", {"apart", "the one"}),
        ("His driver would be killed.", {"kin", "own", "unreal"}),
        ("A man was arrested there.", {"accused"}),
        ("The students were kidnapped.", {"taken"}),
        ("They were killed by soldiers.", {"by", "combatant"}),
        ("Soldiers killed them.", {"acts"}),
        ("The officials said so.", {"says"}),
        ("He met nurses and doctors.", {"listed"}),
        ("Some 500 peasants were killed.", {"hundreds"}),
    ],
)
def test_traits_say_how_a_sentence_treats_people(text, traits):
    assert traits <= {name for one in seen(text) for name, value in one.traits.items() if value}


def test_a_title_and_a_description_behind_a_name_are_seen():
    title, after = seen("Priest Ado Morin fell. Ado Morin, a priest, fell.", ADO)
    assert {"titled", "name behind", "name behind one"} <= title.traits.keys()
    assert {"apposed", "name ahead"} <= after.traits.keys()
    assert not {"name ahead", "apposed"} & title.traits.keys()


def test_a_bare_number_counts_those_of_the_noun_before():
    one, other = seen("Four priests were killed and nine were injured.")
    assert (one.phrase.number.low, one.effect) == (4, "DEATH")
    assert (other.words, other.phrase.number.low, other.effect) == ("priests", 9, "INJURY")


def test_people_of_whom_there_are_none_are_not_seen():
    assert seen("No priests were killed.") == []


def test_harm_to_somebody_with_a_name_is_not_that_of_others():
    text = "The priest stood where Ado Morin was killed."
    assert [one.outcome for one in seen(text)] == ["killed"]
    assert [(one.outcome, one.effect) for one in seen(text, ADO)] == [("", "DEATH")]
