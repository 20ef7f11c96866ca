"""What goes into the gazetteer: one row a place, one row a name, and which names stand for themselves."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.resolve.actor_table import common_words
from onrecord.resolve.areas import Area, areas, areas_bytes, bare_name
from onrecord.resolve.extents import extents_of
from onrecord.resolve.geonames import City, Country, cities, countries, source_version
from onrecord.resolve.spelling import fold
from onrecord.vocabulary import Row, rows

__all__ = ["NameRow", "PlaceRow", "Sources", "name_rows", "place_rows", "shipped_sources", "shipped_version"]

OWN, SHORT, OTHER = 0, 1, 2
"""Ranks of names: its own, its own in short or in another script, another one."""
_TABLES = (
    "country_points",
    "demonyms",
    "regions",
    "place_names",
    "place_types",
    "not_places",
    "common_words",
)
_TOWN = 15_000
_CITY = 100_000
_CODE = 4
_SCRIPTS = (("\u0600", "\u06ff"), ("\ufb50", "\ufeff"))
_FURTHER_SCRIPTS = (("\u0370", "\u03ff"), ("\u0400", "\u052f"), ("\u0590", "\u05ff"))
_LATIN_END = "\u024f"
_LATIN_MORE = ("\u1e00", "\u1eff")


class Sources(NamedTuple):
    """What a gazetteer is built from."""

    cities: tuple[City, ...]
    countries: tuple[Country, ...]
    areas: tuple[Area, ...]
    regions: tuple[Row, ...]


class PlaceRow(NamedTuple):
    """One place as it is stored; areas have a box where known and never a point."""

    n: int | None
    id: str
    name: str
    kind: str
    country: str
    in_country: str
    in_adm1: str
    in_adm2: str
    within: str
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    west: float | None = None
    south: float | None = None
    east: float | None = None
    north: float | None = None
    middle_north: float | None = None
    middle_east: float | None = None


class NameRow(NamedTuple):
    """One name of one place; `sure` says that the name alone makes words a place."""

    key: str
    id: str
    rank: int
    sure: bool


def shipped_sources() -> Sources:
    """Give everything that the package ships or depends on."""
    return Sources(tuple(cities()), tuple(countries()), tuple(areas()), rows("regions"))


def shipped_version() -> str:
    """Give the hash of all inputs; another hash is another gazetteer file."""
    tables = [(files("onrecord.vocabulary") / f"{table}.csv").read_bytes() for table in _TABLES]
    digest = hashlib.sha256(source_version().encode())
    for content in (areas_bytes(), *tables):
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:12]


def place_rows(sources: Sources) -> Iterator[PlaceRow]:
    """Give countries, areas of both levels, regions, then settlements, with where they lie."""
    extents = extents_of(sources.cities, sources.areas, sources.regions)
    for row in _plain_rows(sources):
        if row.kind == "settlement":
            yield row
            continue
        west, south, east, north = extents.boxes.get(row.id) or (None, None, None, None)
        middle_north, middle_east = extents.middles.get(row.id) or (None, None)
        yield row._replace(
            west=west, south=south, east=east, north=north, middle_north=middle_north, middle_east=middle_east
        )


def _plain_rows(sources: Sources) -> Iterator[PlaceRow]:
    nations = {country.iso: country.name for country in sources.countries}
    names = {area.code: area.name for area in sources.areas}
    for country in sources.countries:
        row = PlaceRow(
            None, f"iso:{country.iso}", country.name, "country", country.iso, country.name, "", "", ""
        )
        yield row._replace(population=country.population)
    for area in sources.areas:
        yield _area_row(area, nations, names)
    for region in sources.regions:
        yield _region_row(region, nations)
    for city in sources.cities:
        nation, adm1 = nations.get(city.country, ""), names.get(city.adm1, "")
        within = f"adm:{city.adm1}" if adm1 else f"iso:{city.country}"
        row = PlaceRow(
            None, f"geo:{city.id}", city.name, "settlement", city.country, nation, adm1, "", within
        )
        yield row._replace(latitude=city.latitude, longitude=city.longitude, population=city.population)


def _area_row(area: Area, nations: dict[str, str], names: dict[str, str]) -> PlaceRow:
    iso, first = area.code.split(".")[0], ".".join(area.code.split(".")[:2])
    adm1 = names.get(first, "") if area.level == 2 else area.name  # noqa: PLR2004 - the second level
    adm2 = area.name if area.level == 2 else ""  # noqa: PLR2004 - the second level
    within = f"adm:{first}" if adm2 else f"iso:{iso}"
    ident, kind = f"adm:{area.code}", f"adm{area.level}"
    return PlaceRow(None, ident, area.name, kind, iso, nations.get(iso, ""), adm1, adm2, within)


def _region_row(region: Row, nations: dict[str, str]) -> PlaceRow:
    touched = region["countries"].split(";")
    only = touched[0] if len(touched) == 1 else ""
    nation = nations.get(only, "")
    return PlaceRow(None, region["id"], region["name"], "region", only, nation, "", "", region["within"])


def name_rows(sources: Sources) -> Iterator[NameRow]:
    """Give every name of every place, but those that vocabulary/place_names takes from it."""
    taken = {
        (fold(name), row["id"])
        for row in rows("place_names")
        for name in _listed(row)
        if name.startswith("-")
    }
    return (row for row in _all_names(sources) if (row.key, row.id) not in taken)


def _listed(row: Row) -> list[str]:
    return row["names"].split(";")


def _all_names(sources: Sources) -> Iterator[NameRow]:
    for row in rows("demonyms"):
        names = (row["country"], *row["also"].split(";"))
        yield from (NameRow(fold(name), f"iso:{row['iso']}", OWN, sure=True) for name in names if name)
    for country in sources.countries:
        yield NameRow(fold(country.name), f"iso:{country.iso}", OWN, sure=True)
    for row in (*rows("place_names"), *sources.regions):
        names = tuple(name for name in _listed(row) if not name.startswith("-"))
        yield from (
            NameRow(fold(name.lstrip("~")), row["id"], OWN, sure=not name.startswith("~")) for name in names
        )
    for area in sources.areas:
        yield from _area_names(area)
    for city in sources.cities:
        yield from _city_names(city)


def _area_names(area: Area) -> Iterator[NameRow]:
    ident, first = f"adm:{area.code}", area.level == 1
    for rank, name in ((OWN, area.name), *((OWN, other) for other in area.others)):
        bare = bare_name(name, official=True)
        yield NameRow(
            fold(name), ident, rank, sure=bare != name or _alone(fold(name), first=first, area=area)
        )
        if bare != name:
            yield NameRow(fold(bare), ident, SHORT, sure=_alone(fold(bare), first=first, area=area))


def _alone(key: str, *, first: bool, area: Area) -> bool:
    """Counties of the United States are named after people: there the bare name is not enough."""
    if key in _not_alone() or len(key) < _CODE:
        return False
    return first or not area.code.startswith("US.")


def _city_names(city: City) -> Iterator[NameRow]:
    ident, key = f"geo:{city.id}", fold(city.name)
    yield NameRow(key, ident, OWN, sure=city.population >= _TOWN and key not in _not_alone())
    for other in _useful(city.others, city.population):
        key = fold(other)
        known = city.population >= _CITY and len(key) >= _CODE and key not in _not_alone()
        yield NameRow(key, ident, OTHER if _latin(other) else SHORT, sure=known)


def _useful(names: Iterable[str], population: int) -> Iterator[str]:
    """Give names in scripts that reports are read in; codes such as "KBL" and further scripts fall away."""
    scripts = _SCRIPTS + (_FURTHER_SCRIPTS if population >= _TOWN else ())
    for name in names:
        is_code = name.isupper() and name.isascii() and len(name) <= _CODE
        if len(name) > 1 and not is_code and (_latin(name) or _written_in(name, scripts)):
            yield name


def _latin(name: str) -> bool:
    low, high = _LATIN_MORE
    return all(c <= _LATIN_END or low <= c <= high or c in "‘’ʻʼ–" for c in name)


def _written_in(name: str, ranges: tuple[tuple[str, str], ...]) -> bool:
    return any(low <= name[0] <= high for low, high in ranges)


@cache
def _not_alone() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("not_places")) | common_words()
