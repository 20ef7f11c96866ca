import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.values.timewords import find_times
from onrecord.find.words.tokens import split_sentences
from onrecord.records import MentionKind, Passage, Text

TABLE = Path(__file__).parents[2] / "cases" / "times.csv"


def cases():
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(row["text"], row["expected"]) for row in csv.DictReader(lines, delimiter="|")]


def times(content):
    text = Text("txt", "doc", "test", content, (Passage(0, len(content), "body", "en", "ltr"),))
    return [mention for sentence in split_sentences(text) for mention in find_times(sentence)]


@pytest.mark.parametrize(("content", "expected"), cases(), ids=lambda value: str(value)[:50])
def test_the_time_words_of_a_sentence_are_found_whole(content, expected):
    assert [m.span.words for m in times(content)] == re.findall(r"(?:^|; )(.+?) = ", expected)


def test_the_head_is_the_date_without_its_preposition():
    (mention,) = times("It has been so since early 2014.")
    assert (mention.kind, mention.span.words, mention.head) == (MentionKind.TIME, "since early 2014", "2014")


def test_a_month_that_is_also_a_verb_needs_a_preposition():
    assert [m.span.words for m in times("May they come in May and leave.")] == ["May"]


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("2015 May3-of")), max_size=200))
def test_times_stand_where_they_say_on_any_text(content):
    at = 0
    for mention in times(content):
        assert mention.span.start >= at
        assert mention.span.words == content[mention.span.start : mention.span.end]
        at = mention.span.end


def test_hostile_runs_give_no_more_times_than_words():
    for unit in ("May ", "from 2015 to ", "the ", "early ", "3 ", "2015-", "Monday, "):
        content = unit * 1_000
        assert len(times(content)) <= 3_000
