import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.values.numbers import find_numbers
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Passage, Text

TABLE = Path(__file__).parents[2] / "cases" / "numbers.csv"
POOL = "two hundred million 5 1,300 , - to between and more than a few no 2015 half"
LANGUAGES = {"ان": "ur", "کم": "ur", "حد": "fa", "قت": "ar", "بی": "fa"}


def cases():
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(row["text"], row["expected"]) for row in csv.DictReader(lines, delimiter="|")]


def numbers(content):
    passage = Passage(0, len(content), "body", LANGUAGES.get(content[:2], "en"), "ltr")
    text = Text("txt", "doc", "test", content, (passage,))
    return [number for sentence in split_sentences(text) for number in find_numbers(sentence)]


def written(number):
    low, high = ("" if end is None else str(end) for end in (number.low, number.high))
    return f"{low}..{high} {number.hedge}".strip()


@pytest.mark.parametrize(("content", "expected"), cases(), ids=lambda value: str(value)[:40])
def test_counts_come_out_with_their_bounds_and_hedge(content, expected):
    assert "; ".join(written(number) for number in numbers(content)) == expected


def test_the_span_holds_the_hedge_and_the_number_and_not_the_noun():
    found = numbers("The blast killed more than eighty people and at least two dogs.")
    assert [number.span.words for number in found] == ["more than eighty", "at least two"]


def test_whole_numbers_are_integers():
    assert [type(number.low) for number in numbers("2.5 million people and 80 men")] == [int, int]


def test_reading_a_long_run_of_numbers_gives_no_more_counts_than_words():
    content = "more than two hundred and " * 2_000
    assert len(numbers(content)) <= len(content.split())


@given(st.lists(st.sampled_from(POOL.split())))
def test_any_run_of_number_words_gives_ordered_spans_that_stand_where_they_say(words):
    content = " ".join(words)
    at = 0
    for number in numbers(content):
        assert number.span.start >= at
        assert number.span.words == content[number.span.start : number.span.end]
        assert number.low is None or number.high is None or number.low <= number.high
        at = number.span.end


@given(st.text(max_size=200))
def test_no_text_stops_the_search(content):
    assert all(number.span.words for number in numbers(content))
