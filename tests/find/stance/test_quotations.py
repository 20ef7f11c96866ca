from __future__ import annotations

import pytest

from onrecord.find.stance.quotations import quoted_around
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Passage, Text


def sources(whole):
    text = Text("t", "d", "tests", whole, (Passage(0, len(whole), "body", "en", "ltr"),))
    return [
        [(q.sources[0].who.words if q.sources[0].who else "-") for q in quoted_around(sentence)]
        for sentence in split_sentences(text)
    ]


@pytest.mark.parametrize(
    ("whole", "expected"),
    [
        ("“They came at dawn. They burned the mill,” a miller said.", [["a miller"], ["a miller"]]),
        ("The mayor said: “They came at dawn. They burned the mill.”", [["The mayor"], ["The mayor"]]),
        ("“They came at dawn,” said Idris Vale. “They burned the mill.”", [[], ["Idris Vale"]]),
        ("“They came at dawn. They burned the mill.” The rain stopped.", [["-"], ["-"], []]),
        ("“They came at dawn,” Idris Vale said. The rain stopped. “Nobody” fled.", [[], [], []]),
        ("“Why did they come at dawn?” Idris Vale said.", [["Idris Vale"], []]),
        ("They call it “the mother of mills” in the town.", [[]]),
    ],
)
def test_a_quotation_over_several_sentences_has_the_source_named_around_it(whole, expected):
    assert sources(whole) == expected


def test_a_paragraph_ends_a_quotation():
    assert sources("“They came at dawn.\n\nThe rain stopped.")[-1] == []


def test_many_quotation_marks_are_read_in_time():
    assert sources('a " ' * 2_000 + ".")
