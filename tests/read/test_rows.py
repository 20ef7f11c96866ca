from __future__ import annotations

import io
import json

import pytest

from onrecord.read import Limits, read_sources
from onrecord.records import Failure, Intake

ROW = {
    "text": "Two people were hurt on the bridge on Monday.",
    "title": "Two hurt",
    "date": "2019-05-06",
    "author": "Jane Roe",
    "url": "https://example.org/a",
    "source": "Valley Notes",
}


def read_raw(raw, limits=None):
    return list(read_sources(["-"], at="2026-01-01T00:00:00Z", stdin=io.BytesIO(raw), limits=limits))


def test_each_line_of_jsonl_is_a_document_with_what_it_says_about_itself():
    lines = [ROW, ROW | {"text": "", "body": "A second report.", "date": "7 May 2019"}]
    (intake,) = read_raw("\n".join(map(json.dumps, lines)).encode())
    first, second = intake.texts
    assert intake.raw.media_type == "application/x-ndjson"
    assert [document.form for document in intake.documents] == ["row", "row"]
    assert first.content == ROW["text"]
    assert (first.title, first.author, first.site, first.url) == (
        "Two hurt", "Jane Roe", "Valley Notes", "https://example.org/a",
    )  # fmt: skip
    assert first.published.earliest == "2019-05-06"
    assert (second.content, second.published.words) == ("A second report.", "7 May 2019")
    assert first.id != second.id


@pytest.mark.parametrize("name", ["published", "published_at", "date_published"])
def test_the_day_of_publication_is_read_under_its_usual_names(name):
    row = {"text": ROW["text"], "headline": "Two hurt", name: "2019-05-06"}
    (intake,) = read_raw(json.dumps(row).encode())
    assert (intake.texts[0].title, intake.texts[0].published.earliest) == ("Two hurt", "2019-05-06")


def test_a_bad_line_is_a_failure_with_its_number_and_the_others_are_read():
    raw = (
        json.dumps(ROW).encode()
        + b'\n{"text": broken}\n[1]\n{"title": "no text"}\n'
        + json.dumps(ROW).encode()
    )
    (intake,) = read_raw(raw)
    assert [document.part for document in intake.documents] == [0, 4]
    assert [failure.where for failure in intake.failures] == ["- line 2", "- line 3", "- line 4"]
    assert all(failure.stage == "read" and failure.advice for failure in intake.failures)


def test_only_bad_lines_give_failures_alone():
    found = read_raw(b'{"text": "   "}\n{"text": "\t"}')
    assert found
    assert all(isinstance(entry, Failure) for entry in found)


def test_a_date_that_names_no_day_is_told_and_the_row_is_read():
    (intake,) = read_raw(json.dumps(ROW | {"date": "May 2019", "url": ""}).encode())
    assert intake.texts[0].published is None
    assert "names no full day" in intake.failures[0].what


def test_a_csv_with_a_text_column_is_read_row_by_row():
    raw = (
        'Title,Text,Date\n"Two hurt","Two people, both drivers,\nwere hurt.",2019-05-06\nEmpty,,2019-05-07\n'
    )
    (intake,) = read_raw(raw.encode())
    (text,) = intake.texts
    assert intake.raw.media_type == "text/csv"
    assert (text.content, text.title) == ("Two people, both drivers,\nwere hurt.", "Two hurt")
    assert [failure.where for failure in intake.failures] == ["- line 4"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_from_the_first_line(delimiter):
    raw = f"title{delimiter}content\nA{delimiter}Two people were hurt.\n"
    (intake,) = read_raw(raw.encode("utf-8-sig"))
    assert intake.texts[0].content == "Two people were hurt."


def test_a_csv_without_a_text_column_names_its_columns(tmp_path):
    path = tmp_path / "tolls.csv"
    path.write_text("year,deaths\n2019,4\n", "utf-8")
    (failure,) = read_sources([str(path)], at="2026-01-01T00:00:00Z")
    assert "its columns are: year, deaths" in failure.what


def test_a_json_list_is_read_object_by_object(tmp_path):
    path = tmp_path / "rows.json"
    path.write_text(json.dumps([ROW, {"x": 1}]), "utf-8")
    (intake,) = read_sources([str(path)], at="2026-01-01T00:00:00Z")
    assert isinstance(intake, Intake)
    assert [failure.where for failure in intake.failures] == [f"{path} object 2"]


def test_a_nesting_bomb_is_one_bad_row():
    raw = json.dumps(ROW).encode() + b"\n" + b'{"text":' * 100_000
    (intake,) = read_raw(raw)
    assert len(intake.texts) == 1
    assert len(intake.failures) == 1


def test_escaped_lone_surrogates_and_nul_become_replacement_characters():
    (intake,) = read_raw(b'{"text": "a \\ud800 b \\u0000 c"}')
    assert intake.texts[0].content == "a \ufffd b \ufffd c"


def test_rows_beyond_the_limit_are_told():
    raw = "\n".join([json.dumps(ROW)] * 3).encode()
    (intake,) = read_raw(raw, Limits(max_items=2))
    assert len(intake.texts) == 2
    assert "only the first 2 rows" in intake.failures[0].what


def test_a_text_longer_than_the_limit_is_a_bad_row():
    (failure,) = read_raw(json.dumps(ROW).encode(), Limits(max_text=10))
    assert "the limit is 10" in failure.what


def test_short_lines_above_the_text_of_a_row_are_no_furniture():
    text = "Upper list - 11 seats\nLower list - 7 seats\n\nThe count of the votes ended on Monday, the office said."
    (intake,) = read_raw(json.dumps(ROW | {"text": text}).encode())
    assert "boilerplate" not in {passage.role for passage in intake.texts[0].passages}
