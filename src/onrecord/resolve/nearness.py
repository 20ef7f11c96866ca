"""How near places are to each other, as features; distances by unit vectors, for there are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import acos, cos, exp, pi, radians, sin
from typing import NamedTuple

from onrecord.resolve.extents import Point
from onrecord.resolve.place_score import Feature

__all__ = ["Likely", "kilometres", "nearness", "unit"]

NEAR_KM, AROUND_KM = 60.0, 400.0
"""The distances over which "near" and "around" fall to a third."""

EARTH_KM = 6371.0
Vector = tuple[float, float, float]


class Likely(NamedTuple):
    """A place that a text likely names: where it is as a unit vector, its chance, its name."""

    at: Vector
    chance: float
    name: str


_FAR = (0.0, EARTH_KM * pi)
"""The distance of a place from itself and from the other side of the earth."""


@lru_cache(maxsize=65536)
def unit(point: Point) -> Vector:
    """Give a point in degrees (north, east) as a vector of length one."""
    north, east = map(radians, point)
    return (cos(north) * cos(east), cos(north) * sin(east), sin(north))


def kilometres(one: Point, other: Point) -> float:
    """Give the great-circle distance of two points in degrees."""
    return _apart(unit(one), unit(other))


def nearness(point: Point, places: Sequence[Likely]) -> Iterator[Feature]:
    """Give how near the nearest likely place is, and how much all of them lie around."""
    x, y, z = unit(point)
    best, name, around, whole = 0.0, "", 0.0, 0.0
    for (a, b, c), chance, called in places:
        dot = x * a + y * b + z * c
        km = EARTH_KM * acos(dot) if -1.0 < dot < 1.0 else _FAR[dot < 0]
        near = chance * exp(-km / NEAR_KM)
        best, name = (near, called) if near > best else (best, name)
        around += chance * exp(-km / AROUND_KM)
        whole += chance
    yield Feature("near", best, f"{name}, which the text names, is near")
    yield Feature("around", around / whole, "")


def _apart(one: Vector, other: Vector) -> float:
    dot = one[0] * other[0] + one[1] * other[1] + one[2] * other[2]
    return EARTH_KM * acos(max(-1.0, min(1.0, dot)))
