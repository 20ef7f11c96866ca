from __future__ import annotations

from dataclasses import replace

import made
import pytest

from onrecord.show.export import export_events
from onrecord.show.persons import Persons
from onrecord.show.ucdp import ucdp_row
from onrecord.store import Filter, Store


@pytest.fixture(scope="module")
def exported(record):
    with Store(record) as store:
        return export_events(store, Filter())


@pytest.fixture(scope="module")
def rows(exported):
    return {row[0]: dict(zip(exported.columns, row, strict=True)) for row in exported.rows}


def test_an_event_is_one_row_with_its_own_id(rows):
    assert set(rows) == {"evt:market", "evt:june", "evt:open"}


def test_a_planned_event_is_left_out_and_the_account_balances(exported):
    assert exported.report[0] == "4 events read = 3 written + 1 left out (1 planned, has not happened)"


def test_low_best_and_an_open_high_are_kept(rows):
    market = rows["evt:market"]
    assert (market["low"], market["best"], market["high"]) == (12, 12, None)


def test_deaths_by_side_add_up_to_best(rows):
    for row in rows.values():
        parts = [row[name] or 0 for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")]
        assert sum(parts) == (row["best"] or 0)


def test_a_person_is_withheld_and_the_report_says_so(rows, exported):
    assert rows["evt:market"]["side_b"] == "withheld person"
    assert "Karim" not in repr(exported)
    assert "1 with a person withheld" in exported.report


def test_an_area_gets_no_coordinates(rows):
    assert (rows["evt:june"]["latitude"], rows["evt:june"]["where_prec"]) == (None, 3)
    assert (rows["evt:market"]["latitude"], rows["evt:market"]["longitude"]) == (34.5, 69.2)


def test_an_undated_event_gets_no_day(rows):
    undated = rows["evt:open"]
    assert [undated[name] for name in ("year", "date_start", "date_end", "date_prec")] == [None] * 4


def test_disputed_and_joined_events_are_less_clear(rows):
    assert [rows[id_]["event_clarity"] for id_ in ("evt:market", "evt:june", "evt:open")] == [2, 2, 1]


def test_addresses_are_written_only_when_asked_for(record, rows):
    assert "https" not in rows["evt:market"]["source_article"]
    with Store(record) as store:
        asked = export_events(store, Filter(), addresses=True)
    assert "https://example.org/report" in asked.rows[0][asked.columns.index("source_article")]


def test_copies_count_once_as_sources(rows):
    assert rows["evt:market"]["number_of_sources"] == 3


def test_filters_narrow_what_is_exported(record):
    with Store(record) as store:
        deadly = export_events(store, Filter(min_deaths=12))
        later = export_events(store, Filter(since="2019-06-01"))
    assert [row[0] for row in deadly.rows] == ["evt:market"]
    assert [row[0] for row in later.rows] == ["evt:june"]


def test_things_and_pronouns_are_no_sides(record):
    hill = ("agent", made.HILL.id, made.HILL.name)
    thing, it = ("instrument", "", "12 people"), ("target", "", "it")
    with Store(record) as store:
        event = replace(store.event("evt:market"), sides=(hill, thing, it))
        row = ucdp_row(event, None, Persons(store))
    assert (row["side_a"], row["side_b"]) == ("Hill League", "Civilians")


def test_words_of_which_nobody_knows_whom_they_name_are_withheld(record):
    with Store(record) as store:
        event = replace(store.event("evt:market"), sides=(("agent", "", "Somebody Unheard"),))
        assert ucdp_row(event, None, Persons(store))["side_a"] == "withheld person"
