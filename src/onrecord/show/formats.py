"""Rows of one listing in one of the formats, to one stream."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING

from onrecord.show.geojson import feature_collection
from onrecord.show.listing import LISTINGS
from onrecord.show.tables import write_csv, write_table
from onrecord.store import Filter

if TYPE_CHECKING:
    from onrecord.store import Store

__all__ = ["FORMATS", "write_rows"]

FORMATS = ("table", "csv", "jsonl", "geojson")


def write_rows(store: Store, what: str, wanted: Filter, form: str, out: IO[str]) -> int:
    """Write the rows that the filter keeps; give their number."""
    listing = LISTINGS[what]
    lines = (listing.line(row) for row in listing.fetch(store, wanted))
    if form == "csv":
        return write_csv(listing, lines, out)
    if form == "table":
        return write_table(listing, lines, out)
    if form == "geojson":
        places = {place.id: place for place in store.places(Filter())}
        collection = feature_collection(what, lines, places)
        json.dump(collection, out, ensure_ascii=False)
        out.write("\n")
        return len(collection["features"])
    count = 0
    for line in lines:
        out.write(json.dumps(line, ensure_ascii=False) + "\n")
        count += 1
    return count
