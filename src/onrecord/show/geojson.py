"""Rows as GeoJSON (RFC 7946): a point only where the source names a settlement, else no geometry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.records import Place

__all__ = ["MAPPABLE", "feature_collection", "point"]

MAPPABLE = ("claims", "events", "places", "presence")
"""What has a where."""

POINT_PRECISION = 2
"""UCDP's where precision up to which a point is drawn: 1 the place itself, 2 within 25 km of it."""


def feature_collection(
    what: str, lines: Iterable[dict[str, Any]], places: Mapping[str, Place]
) -> dict[str, Any]:
    """Give the collection; an area has null geometry, so that no pin stands in its middle."""
    if what not in MAPPABLE:
        raise InputError(
            f"{what} have no place: --format geojson holds {', '.join(MAPPABLE)}; use jsonl or csv"
        )
    features = [
        {"type": "Feature", "id": line["id"], "geometry": _geometry(line, places), "properties": line}
        for line in lines
    ]
    return {"type": "FeatureCollection", "features": features}


def point(place: Place | None, precision: int = 1) -> tuple[float, float] | None:
    """Give (longitude, latitude) where the place is a settlement and the precision allows a point."""
    if place is None or not 0 < precision <= POINT_PRECISION:
        return None
    if place.latitude is None or place.longitude is None:
        return None
    return place.longitude, place.latitude


def _geometry(line: dict[str, Any], places: Mapping[str, Place]) -> dict[str, Any] | None:
    spot = point(*_where(line, places))
    return None if spot is None else {"type": "Point", "coordinates": list(spot)}


def _where(line: dict[str, Any], places: Mapping[str, Place]) -> tuple[Place | None, int]:
    if "latitude" in line:
        return places.get(line["id"]), 1
    if isinstance(line.get("where"), list):
        linked = [filler["place"]["id"] for filler in line["where"] if "place" in filler]
        return (places.get(linked[0]) if linked else None), 1
    place = line.get("place") or {}
    return places.get(place.get("id") or ""), place.get("precision", 1)
