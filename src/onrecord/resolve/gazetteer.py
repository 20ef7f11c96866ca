"""The gazetteer: places by id and by name, from a SQLite file that is built once on each machine."""

from __future__ import annotations

import os
import sqlite3
import threading
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_cache_dir

from onrecord.errors import InputError, VocabularyError
from onrecord.records import Place
from onrecord.resolve.areas import Box, area_of_adjective, bare_name
from onrecord.resolve.extents import Point
from onrecord.resolve.gazetteer_build import SCHEMA, Progress, build
from onrecord.resolve.gazetteer_rows import shipped_version
from onrecord.resolve.spelling import fold, is_capital

__all__ = ["Gazetteer", "Named", "cache_path"]

MOST = 60
_NOWHERE: frozenset[str] = frozenset()
_PLACE = frozenset({"place"})
_ADJECTIVE = frozenset({"demonym"})
_COLUMNS = """p.id, p.name, p.kind, p.country, p.in_country, p.in_adm1, p.in_adm2,
  p.latitude, p.longitude, p.population,
  coalesce(p.latitude, p.middle_north), coalesce(p.longitude, p.middle_east)"""
_BY_NAME = f"""SELECT {_COLUMNS}, m.rank, p.within FROM name m JOIN place p ON p.n = m.n WHERE m.key = ?
  ORDER BY CASE p.kind WHEN 'country' THEN 0 WHEN 'region' THEN 1 ELSE 2 END, m.rank > 1, p.kind = 'adm2',
  p.population DESC, p.kind, p.id LIMIT {MOST}"""  # noqa: S608 - constants only
_BY_ID = f"SELECT {_COLUMNS}, 0, p.within FROM place p WHERE p.id = ?"  # noqa: S608 - constants only
_SURE = "SELECT max(sure) FROM name WHERE key = ?"
_WHOLE = "SELECT (SELECT count(*) FROM about), (SELECT max(n) FROM place), (SELECT max(key) FROM name)"
"""Reads the last pages of both tables: a file that was cut off fails it."""
_BOX = "SELECT west, south, east, north FROM place WHERE id = ? AND west IS NOT NULL"


class Named(NamedTuple):
    """A place that bears a name: `rank` 0 its own name, 1 without the feature word, 2 another name.

    `middle` is where it lies, degrees north and east: for distances alone, an area has no point.
    """

    place: Place
    rank: int
    within: str
    middle: Point | None = None


def cache_path() -> Path:
    """Give where this version's file lies; ONRECORD_CACHE names another folder."""
    folder = os.environ.get("ONRECORD_CACHE") or user_cache_dir("onrecord")
    return Path(folder) / f"gazetteer-{SCHEMA}-{shipped_version()}.sqlite"


class Gazetteer:
    """Places by id and by name; opened read-only, safe to ask from several threads."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        self._base = sqlite3.connect(uri, uri=True, check_same_thread=False)
        try:
            about = self._base.execute("SELECT version FROM about").fetchone()
            self._base.execute(_WHOLE).fetchone()
        except sqlite3.Error:
            self._base.close()
            raise
        self.version: str = f"{SCHEMA}-{about[0]}"
        self._named = lru_cache(maxsize=16384)(self._read_named)
        self._sure = lru_cache(maxsize=65536)(self._read_sure)
        self._known = lru_cache(maxsize=16384)(self._read_known)

    @classmethod
    def shipped(cls, on_progress: Progress | None = None) -> Gazetteer:
        """Open the gazetteer of this version, built first where this machine has none (about 15 s)."""
        path = cache_path()
        try:
            if path.is_file():
                return cls(path)
        except sqlite3.Error:
            path.unlink(missing_ok=True)  # half written or damaged: it is only a cache
        try:
            build(path, on_progress, version=shipped_version())
        except OSError as error:
            raise InputError(
                f"{path.parent}: the list of places cannot be kept there ({error.strerror});"
                " name a folder that can be written in ONRECORD_CACHE"
            ) from error
        return cls(path)

    def entry(self, ident: str) -> Place:
        """Give the place of this id."""
        return self.known(ident).place

    def known(self, ident: str) -> Named:
        """Give the place of this id and the id of what it lies within."""
        found = self._known(ident)
        if found is None:
            raise VocabularyError(f"no place {ident!r} in the gazetteer; look its name up with named()")
        return found

    def named(self, name: str) -> tuple[Place, ...]:
        """Give the places that bear this name (or its bare form), best known first; at most sixty."""
        return tuple(found.place for found in self.bearers(name) or self.bearers(bare_name(name)))

    def bearers_of(self, ident: str) -> tuple[Named, ...]:
        """Give the place of this id as a bearer of a name in no list; nothing for an unknown id."""
        found = self._known(ident)
        return (found,) if found else ()

    def bearers(self, name: str) -> tuple[Named, ...]:
        """Give the places that bear this name, each with how it bears it."""
        return self._named(fold(name))

    def kinds(self, name: str) -> frozenset[str]:
        """Give {"place"} where the words make a place by themselves; ordinary words and given names do not.

        "Kajaki district" is a place by its feature word; "Nangarhari", of a province, is {"demonym"}.
        """
        if not is_capital(name):
            return _NOWHERE
        bare = bare_name(name)
        if self._sure(fold(name)) or (bare != name and is_capital(bare) and self._sure(fold(bare))):
            return _PLACE
        base = area_of_adjective(name)
        return _ADJECTIVE if base and self._sure(fold(base)) and self.bearers(base) else _NOWHERE

    def box(self, ident: str) -> Box | None:
        """Give west, south, east, north of an area where they are known."""
        found = self._ask(_BOX, ident)
        return tuple(found[0]) if found else None  # type: ignore[return-value]

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._base.close()

    def _ask(self, query: str, value: str) -> list[tuple[object, ...]]:
        with self._lock:
            return self._base.execute(query, (value,)).fetchall()

    def _read_named(self, key: str) -> tuple[Named, ...]:
        return tuple(_named(row) for row in self._ask(_BY_NAME, key)) if key else ()

    def _read_known(self, ident: str) -> Named | None:
        found = self._ask(_BY_ID, ident)
        return _named(found[0]) if found else None

    def _read_sure(self, key: str) -> bool:
        return bool(key and self._ask(_SURE, key)[0][0])


def _named(row: tuple[object, ...]) -> Named:
    (
        ident,
        name,
        kind,
        country,
        in_country,
        in_adm1,
        in_adm2,
        latitude,
        longitude,
        population,
        north,
        east,
        rank,
        within,
    ) = row
    place = Place(
        id=str(ident),
        name=str(name),
        kind=str(kind),
        country=str(country),
        admin=(str(in_country), str(in_adm1), str(in_adm2)),
        latitude=latitude if isinstance(latitude, float) else None,
        longitude=longitude if isinstance(longitude, float) else None,
        population=population if isinstance(population, int) else 0,
    )
    middle = (north, east) if isinstance(north, float) and isinstance(east, float) else None
    return Named(place, int(str(rank)), str(within), middle)
