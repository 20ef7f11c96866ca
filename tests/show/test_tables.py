from __future__ import annotations

import csv
import io

import pytest

from onrecord.show.formats import write_rows
from onrecord.show.listing import LISTINGS
from onrecord.show.tables import guard, printable
from onrecord.store import Filter, Store


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "＝1"])
def test_words_that_a_spreadsheet_would_run_are_defused(cell):
    assert guard(cell) == f"'{cell}"


@pytest.mark.parametrize("value", [-70.1, 0, "plain", "a=b", "حکام"])
def test_numbers_and_plain_words_stay_as_they_are(value):
    assert guard(value) == value


def test_a_missing_value_is_an_empty_cell():
    assert guard(None) == ""


def test_escape_codes_and_direction_marks_do_not_reach_the_terminal():
    assert printable("a\x1b[2Jb\u202ec") == "a [2Jb c"


def test_the_joiner_of_persian_words_is_kept():
    assert printable("می\u200cگوید") == "می\u200cگوید"


@pytest.mark.parametrize("what", list(LISTINGS))
@pytest.mark.parametrize("width", ["60", "100"])
def test_a_table_keeps_a_line_a_row_however_narrow(record, monkeypatch, what, width):
    monkeypatch.setenv("COLUMNS", width)
    out = io.StringIO()
    with Store(record) as store:
        count = write_rows(store, what, Filter(), "table", out)
    assert len(out.getvalue().splitlines()) == (count + 1 if count else 0)


def test_an_id_is_whole_on_a_terminal_of_80_columns(record, ids, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    out = io.StringIO()
    with Store(record) as store:
        write_rows(store, "claims", Filter(), "table", out)
    assert all(ids[name] in out.getvalue() for name in ("bombing", "urdu"))


@pytest.mark.parametrize("what", list(LISTINGS))
def test_every_list_writes_as_many_csv_rows_as_it_says(record, what):
    out = io.StringIO()
    with Store(record) as store:
        count = write_rows(store, what, Filter(), "csv", out)
    rows = list(csv.reader(io.StringIO(out.getvalue())))
    assert rows[0] == [name for name, _ in LISTINGS[what].columns]
    assert len(rows) == count + 1


def test_a_hostile_name_is_defused_in_csv(record):
    out = io.StringIO()
    with Store(record) as store:
        write_rows(store, "events", Filter(), "csv", out)
    rows = csv.DictReader(io.StringIO(out.getvalue()))
    sides = [row["sides"] for row in rows if "HYPERLINK" in row["sides"]]
    assert sides
    assert all(words.startswith("'=") for words in sides)
