from __future__ import annotations

import csv
import io
import zipfile

import pytest

from onrecord.errors import InputError
from onrecord.show.export import Export
from onrecord.show.spreadsheet import csv_bytes, write_spreadsheet, xlsx_bytes

EXPORT = Export(
    ("id", "side_a", "longitude"), (("evt:1", "=1+1", -70.5), ("evt:2", "a, “b”\nc", None)), ("1 lost",)
)


def test_a_csv_reads_back_with_the_formula_defused_and_the_number_whole():
    rows = list(csv.reader(io.StringIO(csv_bytes(EXPORT).decode("utf-8"))))
    assert rows == [["id", "side_a", "longitude"], ["evt:1", "'=1+1", "-70.5"], ["evt:2", "a, “b”\nc", ""]]


def test_a_workbook_holds_no_formula_and_says_what_it_lacks():
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(EXPORT))) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        words = parts.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "<v>-70.5</v>" in sheet
    assert "'=1+1" in words
    assert "1 lost" in words


def test_an_export_replaces_the_old_file_as_a_whole(tmp_path):
    out = tmp_path / "events.csv"
    out.write_text("old", encoding="utf-8")
    write_spreadsheet(EXPORT, "csv", out)
    assert out.read_bytes() == csv_bytes(EXPORT)
    assert [path.name for path in tmp_path.iterdir()] == ["events.csv"]


def test_a_workbook_is_not_written_to_a_terminal():
    with pytest.raises(InputError, match="--out"):
        write_spreadsheet(EXPORT, "xlsx", None)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(InputError, match="no such folder"):
        write_spreadsheet(EXPORT, "csv", tmp_path / "nowhere" / "events.csv")


def test_words_that_no_cell_can_hold_are_cut_and_say_so():
    long = Export(("id", "sources"), (("evt:1", "x" * 40_000),), ())
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(long))) as parts:
        words = parts.read("xl/sharedStrings.xml").decode()
    assert "x [cut: the CSV has all]<" in words
    assert b"x" * 40_000 in csv_bytes(long)
