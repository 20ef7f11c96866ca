from __future__ import annotations

import io
import json

import pytest

from onrecord.errors import InputError
from onrecord.show.formats import write_rows
from onrecord.store import Filter, Store


def collection(record, what):
    out = io.StringIO()
    with Store(record) as store:
        write_rows(store, what, Filter(), "geojson", out)
    found = json.loads(out.getvalue())
    assert found["type"] == "FeatureCollection"
    return {feature["id"]: feature["geometry"] for feature in found["features"]}


def test_an_event_in_a_settlement_is_a_point_with_longitude_first(record):
    assert collection(record, "events")["evt:market"] == {"type": "Point", "coordinates": [69.2, 34.5]}


def test_an_event_in_an_area_and_one_without_a_place_have_no_pin(record):
    found = collection(record, "events")
    assert found["evt:june"] is None
    assert found["evt:open"] is None


def test_an_area_has_no_pin_in_its_middle(record):
    assert collection(record, "places")["pl:westvale"] is None
    assert collection(record, "presence")["prs:1"] is None


def test_a_claim_stands_where_its_words_say(record, ids):
    assert collection(record, "claims")[ids["bombing"]]["coordinates"] == [69.2, 34.5]


def test_what_has_no_place_is_refused(record):
    with Store(record) as store, pytest.raises(InputError, match="actors have no place"):
        write_rows(store, "actors", Filter(), "geojson", io.StringIO())
