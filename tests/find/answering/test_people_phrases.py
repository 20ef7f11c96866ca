from __future__ import annotations

import pytest

from onrecord.answers import Question
from onrecord.find.answering.people_phrases import kind_of, phrases_in, status_of
from onrecord.find.answering.reading import sentences_of
from onrecord.find.values.numbers import find_numbers


def phrases(text):
    return [
        (
            " ".join(token.words for token in sentence.tokens[one.first : one.last + 1]).lower(),
            one.several,
            (one.number.low, one.number.high) if one.number else None,
            one.opening,
        )
        for sentence in sentences_of(Question("muc4-slots", text))
        for one in phrases_in(sentence, find_numbers(sentence))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour teachers met.", [("harbour teachers", True, None, "the")]),
        ("Two of her sons and a street vendor left.", [("sons", True, (2, 2), "number"),
                                                       ("street vendor", False, None, "one")]),
        ("Four other priests left.", [("priests", True, (4, 4), "number")]),
        ("At least five nurses left.", [("nurses", True, (5, None), "number")]),
        ("AT LEAST FIVE NURSES LEFT THE TOWN.", [("nurses", True, (5, None), "number")]),
        ("One of the maids left.", [("maids", False, None, "the")]),
        ("Several newsmen left.", [("newsmen", True, (3, None), "number")]),
        ("They met people.", [("people", True, None, "bare")]),
        ("Guarding the bridge was hard.", []),
        ("The priest's house burned.", []),
        ("Two houses burned.", []),
    ],
)  # fmt: skip
def test_a_phrase_is_a_noun_for_people_with_its_number_and_what_describes_it(text, expected):
    assert phrases(text) == expected


def test_kinds_hold_for_one_and_for_several():
    assert (kind_of("sons"), kind_of("son"), kind_of("teacher"), kind_of("people")) == (
        "kin", "kin", "", "anyone",
    )  # fmt: skip


def test_the_table_of_victims_says_the_status_and_what_it_lacks_is_new():
    assert (status_of("teacher"), status_of("maid")) == ("civilian", "new")
