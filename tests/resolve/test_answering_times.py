import csv
from pathlib import Path

import pytest

from onrecord.answers import Question
from onrecord.records import (
    Anchor,
    Mention,
    MentionKind,
    Passage,
    Precision,
    Reading,
    Span,
    Text,
    When,
    mention_id,
)
from onrecord.resolve.answering_times import times_of, timex_of

TABLE = Path(__file__).parent.parent / "cases" / "time_expressions.csv"


def cases():
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return [(row["text"], row["day"], row["expected"]) for row in csv.DictReader(lines, delimiter="|")]


def answered(content, day="", words=()):
    text = Text("txt", "doc", "test", content, (Passage(0, len(content), "body", "en", "ltr"),))
    spans = [Span("txt", content.index(w), content.index(w) + len(w), w) for w in words]
    times = tuple(
        Mention(mention_id(MentionKind.TIME, span), MentionKind.TIME, span, span.words) for span in spans
    )
    return times_of(Question("times", content, day=day), text, Reading("txt", "test", times, ()), None)


@pytest.mark.parametrize(("content", "day", "expected"), cases(), ids=lambda value: str(value)[:40])
def test_expressions_of_every_kind_have_type_and_value(content, day, expected):
    said = [f"{content[t.at.start : t.at.end]} = {t.type} {t.value}".strip() for t in answered(content, day)]
    assert "; ".join(said) == expected.strip()


def test_what_only_the_reading_found_is_answered_with_the_value_of_its_interval():
    (found,) = answered("It fell on 20.05.2015 at dawn.", words=("20.05.2015",))
    assert (found.type, found.value) == ("DATE", "2015-05-20")


@pytest.mark.parametrize("words", ["3 مارس 2024", "3 مارچ 2024"])
def test_a_date_in_another_script_is_answered_whole_and_not_by_its_year(words):
    (found,) = answered(f"… {words} …", words=(words,))
    assert (found.at.end - found.at.start, found.value) == (len(words), "2024-03-03")


def test_words_that_both_found_are_answered_once():
    assert len(answered("It fell in June 2016 at dawn.", words=("June 2016",))) == 1


def test_an_interval_without_a_first_day_has_no_value():
    assert timex_of(When(None, "2016-01-31", Precision.MONTH, Anchor.STATED)) == ""


def test_work_is_linear_in_long_runs_of_number_words():
    assert answered("one two " * 4_000 + "years")
