from __future__ import annotations

import csv
from pathlib import Path

import pytest

from onrecord.read.cues import Starts, cue_of, markup_cue, without_cue
from onrecord.vocabulary import rows

TABLE = Path(__file__).parents[1] / "cases" / "cues.csv"
ROWS = list(
    csv.DictReader(line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["line"])
def test_a_line_starts_what_the_table_says(row):
    assert cue_of(row["line"]) == row["starts"]


def test_every_phrase_of_the_table_starts_something_known_and_stands_once():
    table = rows("page_cues")
    assert {row["starts"] for row in table} <= set(Starts)
    assert {row["match"] for row in table} == {"line", "prefix", "suffix", "within", "markup", "meta", "time"}
    keys = [(row["phrase"], row["match"]) for row in table]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jane Roe", "Jane Roe"),
        ("By Jane Roe on 14 March 2017", "Jane Roe"),
        ("Gul Khan says: 15 March 2017 at 9:12 am", "Gul Khan"),
        ("Salma Noor:", "Salma Noor"),
        ("Par Moussa Traoré", "Moussa Traoré"),
        ("تحریر: نادیہ بلوچ", "نادیہ بلوچ"),
    ],
)
def test_the_name_is_what_is_left_of_a_byline(line, name):
    assert without_cue(line) == name


def test_class_names_say_what_an_element_is():
    assert markup_cue("widget comment-list") is Starts.COMMENTS
    assert markup_cue("entry-content") is Starts.TEXT
