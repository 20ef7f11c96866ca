import csv
from pathlib import Path

import pytest

from onrecord.resolve.places import link_places

CASES = Path(__file__).parents[1] / "cases" / "peer_threads_places.csv"
ROWS = list(csv.DictReader(one for one in CASES.read_text("utf-8").splitlines() if not one.startswith("#")))


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['thread']}: {row['text'][:40]}" for row in ROWS])
def test_what_users_of_other_geoparsers_reported_is_right_here(row, marked, gazetteer):
    text, reading = marked(row["text"])
    found = [link.target_id or "-" for link in link_places(text, reading, gazetteer)]
    expected = row["expected"].split(";")
    assert [one if want != "*" else "*" for one, want in zip(found, expected, strict=True)] == expected


def test_no_point_is_given_to_an_area_and_none_is_moved(gazetteer):
    for ident in ("iso:ML", "adm:AF.18", "reg:levant"):
        place = gazetteer.entry(ident)
        assert (place.latitude, place.longitude) == (None, None)
    assert gazetteer.known("geo:1138958").middle == (
        gazetteer.entry("geo:1138958").latitude,
        gazetteer.entry("geo:1138958").longitude,
    )
