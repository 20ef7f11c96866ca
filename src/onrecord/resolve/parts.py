"""The part of an area that words such as "far eastern" name, as a part of its extent; never a point."""

from __future__ import annotations

from functools import cache

from onrecord.resolve.areas import Box
from onrecord.resolve.spelling import fold
from onrecord.vocabulary import rows

__all__ = ["extent_in_words", "part_of_box"]

_SIDES = ("west", "south", "east", "north")
_WHOLE: Box = (0.0, 0.0, 1.0, 1.0)
_FAR = "far"


def part_of_box(box: Box, words: str) -> Box:
    """Give the part of a box (west, south, east, north) that words name; all of it where they name none."""
    named = fold(words).split()
    share = _WHOLE
    for word in named:
        share = _both(share, _shares().get(word, _WHOLE))
    share = _outer(share) if _FAR in named else share
    west, south, east, north = box
    wide, high = east - west, north - south
    return (
        west + wide * share[0],
        south + high * share[1],
        west + wide * share[2],
        south + high * share[3],
    )


def extent_in_words(box: Box) -> str:
    """Give a box for people: "between 29.4 and 38.5 north, 67.7 and 74.9 east"."""
    west, south, east, north = box
    return (
        f"between {_degrees(south, 'south', 'north')} and {_degrees(north, 'south', 'north')},"
        f" {_degrees(west, 'west', 'east')} and {_degrees(east, 'west', 'east')}"
    )


def _degrees(value: float, below: str, above: str) -> str:
    return f"{abs(value):.1f}° {below if value < 0 else above}"


def _both(one: Box, other: Box) -> Box:
    low = (max(one[0], other[0]), max(one[1], other[1]))
    high = (min(one[2], other[2]), min(one[3], other[3]))
    return (*low, *high) if low[0] < high[0] and low[1] < high[1] else one


def _outer(share: Box) -> Box:
    """Keep the outer half of a side that the whole is cut to."""
    west, south, east, north = share
    middle_east, middle_north = (west + east) / 2, (south + north) / 2
    return (
        middle_east if west > 0 and east == 1 else west,
        middle_north if south > 0 and north == 1 else south,
        middle_east if west == 0 and east < 1 else east,
        middle_north if south == 0 and north < 1 else north,
    )


@cache
def _shares() -> dict[str, Box]:
    return {fold(row["word"]): _share(row) for row in rows("place_parts") if row["west"]}


def _share(row: dict[str, str]) -> Box:
    west, south, east, north = (float(row[side]) for side in _SIDES)
    return (west, south, east, north)
