import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.answering.days import OPEN, days_of, days_of_all

TABLE = Path(__file__).parents[2] / "cases" / "muc_days.csv"
WORDS = [
    "today",
    "last",
    "night",
    "3",
    "days",
    "ago",
    "on",
    "30",
    "december",
    "may",
    "1989",
    "friday",
    "31",
    "february",
    "the",
    "of",
]


def cases():
    lines = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#")]
    return [tuple(row.values()) for row in csv.DictReader(lines, delimiter="|")]


@pytest.mark.parametrize(("words", "day", "earliest", "latest"), cases())
def test_time_words_are_read_against_the_day_of_the_text(words, day, earliest, latest):
    assert days_of(words, day) == (earliest, latest)


def test_the_first_words_that_tell_a_day_count():
    assert days_of_all(["at dawn", "yesterday", "today"], "1990-02-04") == ("1990-02-03", "1990-02-03")
    assert days_of_all([], "1990-02-04") == OPEN


@given(
    st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), st.dates(date(1900, 1, 1), date(2090, 1, 1))
)
def test_an_interval_is_whole_and_begins_before_it_ends(words, day):
    earliest, latest = days_of(words, day.isoformat())
    assert (earliest, latest) == OPEN or date.fromisoformat(earliest) <= date.fromisoformat(latest)
