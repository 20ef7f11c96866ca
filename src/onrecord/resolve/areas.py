"""First- and second-level areas, regions and further names, as the gazetteer takes them in."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.resolve.spelling import fold
from onrecord.vocabulary import rows

__all__ = ["Area", "area_of_adjective", "areas", "areas_bytes", "bare_name", "feature_word", "place_kind"]

SHORTEST_ADJECTIVE = 6
Box = tuple[float, float, float, float]


class Area(NamedTuple):
    """An area: `code` is "AF.18" or "AF.18.810".

    `box` is west, south, east, north and `middle` north, east of the centre of its shape, where known.
    """

    code: str
    name: str
    others: tuple[str, ...]
    box: Box | None
    middle: tuple[float, float] | None = None

    @property
    def level(self) -> int:
        """1 or 2."""
        return min(self.code.count("."), 2)


def areas_bytes() -> bytes:
    """Give the packed table as it is shipped; its hash is part of the gazetteer's version."""
    return (files("onrecord.resolve") / "data" / "areas.tsv.gz").read_bytes()


def areas() -> Iterator[Area]:
    """Give every area, first-level ones not necessarily first."""
    for line in gzip.decompress(areas_bytes()).decode().splitlines():
        if not line.startswith("#"):
            code, name, others, box, middle = (*line.split("\t"), "", "", "")[:5]
            named = tuple(other for other in others.split(";") if other)
            yield Area(code, name, named, _box(box), _point(middle))


def _box(cell: str) -> Box | None:
    if not cell:
        return None
    west, south, east, north = map(float, cell.split(","))
    return (west, south, east, north)


def _point(cell: str) -> tuple[float, float] | None:
    north, _, east = cell.partition(",")
    return (float(north), float(east)) if east else None


@cache
def _types() -> dict[str, tuple[str, bool]]:
    return {row["word"]: (row["kind"], row["strip"] == "yes") for row in rows("place_types")}


def place_kind(word: str) -> str:
    """Give the kind that a feature word such as "district" says, or nothing."""
    return _types().get(word.casefold(), ("", False))[0]


def _affix(words: list[str], *, longest: int = 3) -> tuple[int, int, str] | None:
    """Give (words cut in front, words cut behind, the feature word), or None."""
    for size in range(min(longest, len(words) - 1), 0, -1):
        for front, behind in ((0, size), (size, 0)):
            part = " ".join(words[:size] if front else words[-size:])
            if part in _types():
                return front, behind, part
    return None


def feature_word(name: str) -> str:
    """Give the feature word that a name carries before or behind it, or nothing: "Kajaki district"."""
    found = _affix(fold(name).split())
    return found[2] if found else ""


def bare_name(name: str, *, official: bool = False) -> str:
    """Give the name without its feature word: "Kajaki" for "Kajaki district"; else the name itself.

    With `official`, only words that an area's name is known without are cut ("Bannu Tribal Area" stays).
    """
    written = name.removeprefix("The ").removeprefix("the ").split()
    found = _affix([fold(word) or word for word in written])
    if found is None or (official and not _types()[found[2]][1]):
        return name
    front, behind, _ = found
    rest = written[front : len(written) - behind]
    if front and rest and rest[0] in {"of", "de", "del"}:
        rest = rest[1:]
    return " ".join(rest) or name


def area_of_adjective(name: str) -> str:
    """Give "Nangarhar" for "Nangarhari"; nothing for words that are no such adjective.

    The suffix -i makes adjectives of place names from Arabic to Bengali; whether the rest is a place, the
    gazetteer says.
    """
    plain = name.isalpha() and name[:1].isupper() and len(name) > SHORTEST_ADJECTIVE
    return name[:-1] if plain and name.endswith("i") else ""
