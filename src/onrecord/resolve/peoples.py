"""Countries by their names, adjectives and peoples: "Afghanistan", "Afghan", "Afghans"."""

from __future__ import annotations

from functools import cache

from onrecord.resolve.spelling import fold
from onrecord.vocabulary import Row, rows

__all__ = ["cells", "countries_named", "is_demonym", "owners"]


def cells(row: Row, *columns: str) -> list[str]:
    """Give the values of a row's columns, each a list with ";"."""
    return [cell for column in columns for cell in row[column].split(";") if cell]


def _index(*columns: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("demonyms"):
        for name in cells(row, *columns):
            codes = found.get(fold(name), ())
            found[fold(name)] = codes if row["iso"] in codes else (*codes, row["iso"])
    return found


@cache
def _demonyms() -> dict[str, tuple[str, ...]]:
    return _index("adjectives", "people")


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    return _index("country", "also")


@cache
def owners() -> dict[str, tuple[str, ...]]:
    """Give country codes by the words that may stand before a force: adjectives first, then names."""
    return _countries() | _index("adjectives")


def is_demonym(name: str) -> bool:
    """Say whether the words are a country's adjective or people, as written with a capital."""
    return name[:1] != name[:1].lower() and fold(name) in _demonyms()


def countries_named(name: str, *, demonyms: bool = False) -> tuple[str, ...]:
    """Give the codes of the countries that bear this name (or are meant by this adjective)."""
    key = fold(name)
    codes = _countries().get(key, ())
    return codes or (_demonyms().get(key, ()) if demonyms else ())
