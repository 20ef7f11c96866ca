from __future__ import annotations

import csv
from pathlib import Path

import pytest

from onrecord.read.dates import dateline, find_day, from_address, only_day

TABLE = Path(__file__).parents[1] / "cases" / "publication_days.csv"
ROWS = list(
    csv.DictReader(line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["words"])
def test_only_a_full_day_is_a_day(row):
    day = find_day(row["words"])
    assert (day.iso if day else "") == row["day"]
    assert day is None or row["words"][day.start : day.end] == day.words


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("KABUL, 14 March 2017 — Five people were hurt.", "2017-03-14"),
        ("KABUL, Afghanistan, March 14, 2017 (AFP) - Five people were hurt.", "2017-03-14"),
        ("Goma (DR Congo), 14 March 2017: five people were hurt.", "2017-03-14"),
        ("The attack of 14 March 2017 - the worst of the year - was denied.", ""),
        ("On 14 March 2017, the army said that it had left.", ""),
        ("KABUL, 14 March — Five people were hurt.", ""),
    ],
)
def test_a_dateline_gives_the_day_and_a_sentence_does_not(words, day):
    found = dateline(words)
    assert (found.iso if found else "") == day


def test_the_day_in_an_address_says_that_it_comes_from_there():
    when = from_address("https://example.org/2017/03/14/two-roads")
    assert when is not None
    assert (when.earliest, when.latest, when.words) == ("2017-03-14", "2017-03-14", "address /2017/03/14")


@pytest.mark.parametrize("url", ["https://example.org/2017/13/14/x", "https://example.org/2017/", ""])
def test_an_address_without_a_day_gives_none(url):
    assert from_address(url) is None


def test_a_line_that_says_more_than_a_day_is_not_only_a_day():
    assert only_day("Monday, 14 March 2017, 10:15 GMT") is not None
    assert only_day("The bridge fell on 14 March 2017 in the night") is None
