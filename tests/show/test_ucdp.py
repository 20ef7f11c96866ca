from __future__ import annotations

import pytest

from onrecord.records import Anchor, Precision, When
from onrecord.show.ucdp import COLUMNS, date_precision, violence_type


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
