"""Middles and extents of areas: for distances between places, never a point to draw.

A country's come from vocabulary/country_points, an area's box from areas.tsv.gz. An area without a box
has the extent of its settlements, or stands where the settlement of its own name does (a district's seat).
A region of several countries lies in the middle of theirs; continents have GeoNames' points.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import fmean

from onrecord.resolve.areas import Area, Box, bare_name
from onrecord.resolve.geonames import City
from onrecord.resolve.spelling import fold
from onrecord.vocabulary import Row, rows

__all__ = ["Extents", "Point", "extents_of"]

SMALL = 3.0
"""Degrees across, up to which a province's middle says where its districts are."""

Point = tuple[float, float]
"""Degrees north and east."""


@dataclass(slots=True)
class Extents:
    """Middles by id and boxes by id."""

    middles: dict[str, Point] = field(default_factory=dict)
    boxes: dict[str, Box] = field(default_factory=dict)


def extents_of(cities: Iterable[City], areas: Iterable[Area], regions: Iterable[Row]) -> Extents:
    """Give what is known of where areas, countries and regions lie."""
    found = Extents()
    _countries(found)
    inside: dict[str, list[Point]] = defaultdict(list)
    seats: dict[tuple[str, str], tuple[int, Point]] = {}
    for city in cities:
        point = (city.latitude, city.longitude)
        inside[city.adm1].append(point)
        key = (city.adm1, fold(city.name))
        seats[key] = max(seats.get(key, (-1, point)), (city.population, point))
    for area in sorted(
        areas, key=lambda one: one.level
    ):  # a district may have to stand where its province is
        _area(found, area, inside.get(area.code, []), seats)
    for region in regions:
        _region(found, region)
    return found


def _countries(found: Extents) -> None:
    for row in rows("country_points"):
        ident = f"iso:{row['iso']}"
        found.middles[ident] = (float(row["north"]), float(row["east"]))
        if row["low_east"]:
            west, south, east, north = (
                float(row[edge]) for edge in ("low_east", "low_north", "high_east", "high_north")
            )
            found.boxes[ident] = (west, south, east, north)


def _area(
    found: Extents, area: Area, inside: list[Point], seats: dict[tuple[str, str], tuple[int, Point]]
) -> None:
    ident = f"adm:{area.code}"
    box = area.box or (_around(inside) if inside else None)
    if box:
        found.boxes[ident] = box
        found.middles[ident] = area.middle or ((box[1] + box[3]) / 2, (box[0] + box[2]) / 2)
        return
    first = ".".join(area.code.split(".")[:2])
    for name in (area.name, *area.others):
        seat = seats.get((first, fold(bare_name(name, official=True)))) or seats.get((first, fold(name)))
        if seat:
            found.middles[ident] = seat[1]
            return
    _from_holder(found, ident, f"adm:{first}")


def _from_holder(found: Extents, ident: str, holder: str) -> None:
    """Let a district stand in the middle of its province where that is small."""
    west, south, east, north = found.boxes.get(holder) or (0.0, 0.0, SMALL, SMALL)
    if max(east - west, north - south) < SMALL:
        found.middles[ident] = found.middles[holder]


def _around(points: list[Point]) -> Box:
    norths, easts = zip(*points, strict=True)
    return (min(easts), min(norths), max(easts), max(norths))


def _region(found: Extents, region: Row) -> None:
    named = [found.middles[ident] for ident in _parts(region) if ident in found.middles]
    if region.get("north"):
        found.middles[region["id"]] = (float(region["north"]), float(region["east"]))
    elif named:
        norths, easts = zip(*named, strict=True)
        found.middles[region["id"]] = (fmean(norths), fmean(easts))


def _parts(region: Row) -> list[str]:
    if region["within"].startswith("adm:"):
        return [region["within"]]
    return [f"iso:{iso}" for iso in region["countries"].split(";") if iso]
