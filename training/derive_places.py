"""Derive resolve/data/areas.tsv.gz: `python training/derive_places.py FOLDER` (geonames/ and boundaries/).

Sources: GeoNames first- and second-level areas (CC BY 4.0), province names in Pashto; geoBoundaries
AFG-ADM2 (public domain source, CC BY 4.0) and OCHA/WFP PAK-ADM2 (CC BY-IGO), of which names and boxes are
kept. A boundary district is joined to GeoNames' by province and spelling; else it becomes an area.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from rapidfuzz import fuzz, process

from onrecord.resolve.areas import bare_name
from onrecord.resolve.geonames import City, cities
from onrecord.resolve.spelling import fold, slug

OUT = Path(__file__).parents[1] / "src/onrecord/resolve/data/areas.tsv.gz"
REMARKS = (
    "# First- and second-level areas: code, name, further names (;), bounding box (west,south,east,north).",
    "# Derived by training/derive_places.py from GeoNames (CC BY 4.0, geonames.org), geoBoundaries",
    "# (CC BY 4.0, geoboundaries.org) and OCHA/WFP boundaries of Pakistan (CC BY-IGO).",
)
LIKE = 78.0
PAKISTAN = {
    "Azad Kashmir": "PK.06", "Balochistan": "PK.02", "Gilgit Baltistan": "PK.07", "Islamabad": "PK.08",
    "Khyber Pakhtunkhwa": "PK.03", "Punjab": "PK.04", "Sindh": "PK.05",
}  # fmt: skip
Point = tuple[float, float]


class District(NamedTuple):
    """A district with its outer rings."""

    name: str
    adm1: str
    rings: tuple[tuple[Point, ...], ...]

    @property
    def box(self) -> str:
        """West, south, east, north, to a hundredth of a degree."""
        xs, ys = zip(*(point for ring in self.rings for point in ring), strict=True)
        return ",".join(f"{value:.2f}" for value in (min(xs), min(ys), max(xs), max(ys)))

    def holds(self, x: float, y: float) -> bool:
        """Say whether a point lies inside (ray casting)."""
        inside = False
        for ring in self.rings:
            for (ax, ay), (bx, by) in pairwise(ring):
                if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                    inside = not inside
        return inside


def geonames_areas(folder: Path) -> dict[str, list[str]]:
    """Give names by code, the usual one first."""
    found: dict[str, list[str]] = {}
    for name in ("admin1CodesASCII.txt", "admin2Codes.txt"):
        for line in (folder / name).read_text("utf-8").splitlines():
            code, spelled, *_ = line.split("\t")
            found[code] = [" ".join(spelled.split())]
    return found


def afghan_districts(path: Path, towns: list[City]) -> Iterator[District]:
    """Give the districts, each with the province that most of its towns lie in."""
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        shape = feature["geometry"]
        parts = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        rings = tuple(tuple((x, y) for x, y, *_ in part[0]) for part in parts)
        plain = District(feature["properties"]["shapeName"], "", rings)
        inside = Counter(town.adm1 for town in towns if plain.holds(town.longitude, town.latitude))
        yield plain._replace(adm1=inside.most_common(1)[0][0] if inside else nearest(plain, towns))


def nearest(district: District, towns: list[City]) -> str:
    """Give the province of the town nearest to the middle of the box."""
    west, south, east, north = map(float, district.box.split(","))
    x, y = (west + east) / 2, (south + north) / 2
    return min(towns, key=lambda town: (town.longitude - x) ** 2 + (town.latitude - y) ** 2).adm1


def pakistani_districts(path: Path) -> Iterator[District]:
    """Give the districts of the TopoJSON file."""
    topology = json.loads(path.read_text("utf-8"))
    arcs = [list(walk(arc, topology["transform"])) for arc in topology["arcs"]]
    (layer,) = topology["objects"].values()
    for shape in layer["geometries"]:
        parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = tuple(
            tuple(point for at in part[0] for point in arcs[at if at >= 0 else ~at]) for part in parts
        )
        yield District(shape["properties"]["ADM2_EN"], PAKISTAN[shape["properties"]["ADM1_EN"]], rings)


def walk(arc: list[list[int]], transform: dict[str, Any]) -> Iterator[Point]:
    """Undo TopoJSON's delta coding of one arc."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * sx + tx, y * sy + ty


def province_names(path: Path, areas: dict[str, list[str]]) -> None:
    """Add the English and Pashto names of the Afghan provinces."""
    codes = {
        fold(bare_name(areas[code][0])): code
        for code in areas
        if code.startswith("AF.") and code.count(".") == 1
    }
    for row in json.loads(path.read_text("utf-8")):
        key = fold(row["name"])
        like = process.extractOne(key, codes.keys(), scorer=fuzz.ratio, score_cutoff=LIKE)
        like = like or process.extractOne(key, codes.keys(), scorer=fuzz.partial_ratio)
        areas[codes[like[0]]] += [row["name"], row["pashto_name"]]


def sound(name: str) -> str:
    """Give a name as it sounds, roughly: "Acheen" and "Achin", "Lal Por" and "La'lpur" are one."""
    key = fold(name).replace(" ", "")
    for pair in ("ee i", "oo u", "ay i", "ey i", "ai i", "o u", "e i", "y i", "q k"):
        spelled, sounds = pair.split()
        key = key.replace(spelled, sounds)
    return "".join(letter for at, letter in enumerate(key) if key[at - 1 : at] != letter)


def same_district(district: District, listed: dict[str, dict[str, str]]) -> str:
    """Give the code of the area that a district is: by spelling in its province, else by sound elsewhere."""
    key, known = sound(district.name), listed[district.adm1]
    like = process.extractOne(key, known.keys(), scorer=fuzz.ratio, score_cutoff=LIKE)
    if like:
        return known[like[0]]
    country = district.adm1[:2]
    elsewhere = [known[key] for adm1, known in listed.items() if adm1.startswith(country) and key in known]
    return elsewhere[0] if len(elsewhere) == 1 else ""


def join_districts(districts: list[District], areas: dict[str, list[str]]) -> dict[str, str]:
    """Add each district's name to the area that it is, and give the boxes by code."""
    listed: dict[str, dict[str, str]] = defaultdict(dict)
    for code, names in areas.items():
        if code.count(".") > 1:
            listed[code.rpartition(".")[0]][sound(bare_name(names[0], official=True))] = code
    boxes: dict[str, str] = {}
    for district in districts:
        code = same_district(district, listed) or f"{district.adm1}.{slug(district.name)}"
        areas.setdefault(code, []).append(district.name)
        boxes[code] = district.box
    return boxes


def lines(areas: dict[str, list[str]], boxes: dict[str, str]) -> Iterator[str]:
    """Give one line an area."""
    for code, names in sorted(areas.items()):
        others = {fold(name): name for name in reversed(names[1:]) if fold(name) != fold(names[0])}
        yield "\t".join((code, names[0], ";".join(others.values()), boxes.get(code, ""))).rstrip("\t")


def main() -> None:
    """Write the table."""
    folder = Path(sys.argv[1])
    areas = geonames_areas(folder / "geonames")
    province_names(folder / "geonames/afg_provinces.json", areas)
    towns = [city for city in cities() if city.country == "AF"]
    bounds = folder / "boundaries"
    districts = [
        *afghan_districts(bounds / "geoBoundaries-AFG-ADM2_simplified.geojson", towns),
        *pakistani_districts(bounds / "pak_admbnda_adm2_wfp_20220909.json"),
    ]
    before = len(areas)
    boxes = join_districts(districts, areas)
    text = "\n".join((*REMARKS, *lines(areas, boxes))) + "\n"
    OUT.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    added = len(areas) - before
    print(f"{len(areas)} areas ({added} from boundaries alone), {OUT.stat().st_size:,} bytes: {OUT}")


if __name__ == "__main__":
    main()
