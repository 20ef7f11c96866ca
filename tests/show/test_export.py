from __future__ import annotations

import pytest

from onrecord.records import Anchor, Precision, When
from onrecord.show.export import COLUMNS, date_precision, export_events, violence_type
from onrecord.store import Filter, Store


@pytest.fixture(scope="module")
def exported(record):
    with Store(record) as store:
        return export_events(store, Filter())


@pytest.fixture(scope="module")
def rows(exported):
    return {row[0]: dict(zip(exported.columns, row, strict=True)) for row in exported.rows}


def test_columns_are_named_as_ucdp_names_them():
    ucdp = {
        "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id",
        "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id",
        "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources",
        "source_article", "source_office", "source_date", "source_headline", "source_original", "where_prec",
        "where_coordinates", "where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt",
        "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec", "date_start",
        "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low",
        "gwnoa", "gwnob",
    }  # fmt: skip
    assert set(COLUMNS) <= ucdp
    assert len(set(COLUMNS)) == len(COLUMNS)


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


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "code"),
    [
        ("2016-05-01", "2016-05-01", Precision.DAY, 1), ("2016-05-01", "2016-05-06", Precision.RANGE, 2),
        ("2016-05-02", "2016-05-08", Precision.WEEK, 3), ("2016-05-01", "2016-05-31", Precision.MONTH, 4),
        ("2016-01-01", "2016-12-31", Precision.YEAR, 5), ("2016-01-01", "2018-12-31", Precision.RANGE, None),
        ("2016-01-01", None, Precision.RANGE, None), (None, None, Precision.OPEN, None),
    ],
)  # fmt: skip
def test_date_precision_follows_the_code_book(earliest, latest, precision, code):
    assert date_precision(When(earliest, latest, precision, Anchor.STATED)) == code


@pytest.mark.parametrize(
    ("kinds", "target", "code"),
    [
        (("state", "armed group"), "", 1), (("armed group", "branch"), "", 2), (("armed group",), "civilians", 3),
        (("armed group",), "", None), ((), "civilians", None),
    ],
)  # fmt: skip
def test_type_of_violence_follows_from_the_sides(kinds, target, code):
    assert violence_type(kinds, target) == code


def test_filters_narrow_what_is_exported(record):
    with Store(record) as store:
        deadly = export_events(store, Filter(min_deaths=12))
        later = export_events(store, Filter(since="2019-06-01"))
    assert [row[0] for row in deadly.rows] == ["evt:market"]
    assert [row[0] for row in later.rows] == ["evt:june"]
