from __future__ import annotations

from onrecord.show.cells import cell, cells
from onrecord.show.listing import LISTINGS
from onrecord.store import Store


def test_an_event_row_says_low_best_and_high(record):
    listing = LISTINGS["events"]
    with Store(record) as store:
        row = dict(
            zip(
                (name for name, _ in listing.columns),
                cells(listing, listing.line(store.event("evt:market"))),
                strict=True,
            )
        )
    assert row["killed"] == "12 (12 or more)"
    assert row["sides"] == "Hill League (agent); Karim Example (target)"


def test_sides_are_told_apart_by_their_roles(record):
    with Store(record) as store:
        line = LISTINGS["events"].line(store.event("evt:market"))
    assert cell(line, "sides.agent|side|speaker") == "Hill League"
    assert cell(line, "sides.target|victim") == "Karim Example"
    assert cell(line, "sides.recipient") == ""


def test_a_path_that_leads_nowhere_is_an_empty_cell():
    assert cell({"a": {"b": None}}, "a.b.c") is None


def test_of_two_keys_the_first_that_is_filled_is_taken():
    assert cell({"title": "", "id": "doc_1"}, "title|id") == "doc_1"
    assert cell({"title": "A report", "id": "doc_1"}, "title|id") == "A report"
