"""Who does it where other words stand between: inserted clauses, openers, lists, relatives."""

import pytest

from builders.ruled import one, parts


@pytest.mark.parametrize(
    ("words", "act", "role", "filled"),
    [
        ("In the north the Houthis attacked a convoy in Aden.", "attack", "agent", ["Houthis"]),
        ("Since the Houthis launched an offensive, Aden is calm.", "offensive", "agent", ["Houthis"]),
        (
            "Soldiers and allied militias massacred 12 farmers in Goma.",
            "attack",
            "agent",
            ["Soldiers", "militias"],
        ),
        ("The mayor of Goma was abducted and killed.", "attack", "victim", ["The mayor of Goma"]),
        ("On Monday they raided Goma and a month later burned 80 houses.", "destruction", "agent", ["they"]),
        ("M23 was blamed for the bombing of a bus in Goma.", "attack", "agent", ["M23"]),
    ],
)
def test_the_doer_is_found_over_what_stands_between(words, act, role, filled):
    found = parts(one(words, act), role)
    assert [any(name in words for words in found) for name in filled] == [True] * len(filled)


def test_a_source_is_the_subject_of_both_verbs():
    words = "The militia, which has fought M23 since May, held Goma and said it had captured nine soldiers."
    (source,) = one(words, "abduction").sources
    assert source.who is not None
    assert source.who.words == "The militia"


def test_who_is_told_of_in_the_next_clause_does_not_take_the_first_clauses_subject():
    words = "Wagner has ruled out a truce, and the rebels have fled and threatened to attack Goma."
    assert parts(one(words, "threat"), "speaker") == ["the rebels"]
