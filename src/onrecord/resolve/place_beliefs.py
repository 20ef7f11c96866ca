"""Which place each name of a text most likely is, settled together: names speak for places near their own.

Every name starts with what its own words say. Then, in rounds, each place gains by the countries and
provinces that the other names are believed to lie in, and by how near it is to where they are believed to be.
The chances of one name's places are a softmax over the sums of weights (conditional logit, McFadden 1974),
so weights can be fitted to texts with known places; `training/fit_places.py` does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import asin, cos, exp, radians, sin, sqrt
from typing import NamedTuple

from onrecord.resolve.extents import Point
from onrecord.resolve.gazetteer import Gazetteer, Named
from onrecord.resolve.place_score import Asked, Feature, own_features, summed
from onrecord.resolve.spelling import fold

__all__ = ["Belief", "Chance", "kilometres", "settle"]

ROUNDS = 3
MOST_WEIGHED = 60
BESIDE = 12
"""So many distinct names before and after a name speak for its places: work stays linear in the text."""

LIKELY = 4
NEAR_KM, AROUND_KM = 60.0, 400.0
EARTH_KM = 6371.0
WIDE = frozenset({"country", "region"})


class Chance(NamedTuple):
    """A place, its chance among the places of its name, and what speaks for it."""

    found: Named
    chance: float
    features: tuple[Feature, ...]


Belief = tuple[Chance, ...]
"""The places that one mention may mean, the likeliest first; chances add up to one."""


class _Spoken(NamedTuple):
    """What the other names of a text speak of: countries and provinces (0 to 1), and likely places."""

    codes: Mapping[str, float]
    places: Sequence[tuple[Point, float, str]]


def settle(asked: Sequence[Asked], demonyms: Mapping[str, float], gazetteer: Gazetteer) -> list[Belief]:
    """Give the belief about each mention, in their order; no bearers, an empty one."""
    own = [_own(one, gazetteer) for one in asked]
    _share(asked, own)
    beliefs = [_weighed(places) for places in own]
    for _ in range(ROUNDS):
        spoken = _spoken(asked, beliefs, demonyms)
        beliefs = [
            _weighed([(found, (*features, *_beside(found, around))) for found, features in places])
            for places, around in zip(own, spoken, strict=True)
        ]
    return beliefs


_Own = list[tuple[Named, tuple[Feature, ...]]]


def _own(one: Asked, gazetteer: Gazetteer) -> _Own:
    return [(found, own_features(found, one, gazetteer)) for found in one.said.bearers[:MOST_WEIGHED]]


def _share(asked: Sequence[Asked], own: list[_Own]) -> None:
    """Let what the text says of a name once hold everywhere in it: "Paris, Texas", then "Paris"."""
    told: dict[tuple[str, str], Feature] = {}
    for one, places in zip(asked, own, strict=True):
        for found, features in places:
            for feature in features:
                if feature.name == "contained":
                    told.setdefault((fold(one.said.name), found.place.id), feature)
    for at, (one, places) in enumerate(zip(asked, own, strict=True)):
        own[at] = [
            (found, _with_told(features, told.get((fold(one.said.name), found.place.id))))
            for found, features in places
        ]


def _with_told(features: tuple[Feature, ...], told: Feature | None) -> tuple[Feature, ...]:
    if told is None or any(feature.name == "contained" for feature in features):
        return features
    return (*features, Feature("told", 1.0, told.reason.replace("the text says", "elsewhere the text says")))


def _weighed(places: _Own) -> Belief:
    sums = [summed(features) for _, features in places]
    top = max(sums, default=0.0)
    shares = [exp(one - top) for one in sums]
    whole = sum(shares)
    chances = [
        Chance(found, share / whole, features)
        for (found, features), share in zip(places, shares, strict=True)
    ]
    return tuple(sorted(chances, key=lambda one: (-one.chance, one.found.place.id)))


def _spoken(
    asked: Sequence[Asked], beliefs: Sequence[Belief], demonyms: Mapping[str, float]
) -> list[_Spoken]:
    """Give for each mention what the names beside it speak of; a name does not speak for itself."""
    names = [fold(one.said.name) for one in asked]
    order = list(dict.fromkeys(names))
    at_first = {name: names.index(name) for name in order} if len(order) < BESIDE else _firsts(names)
    codes = {name: dict(_codes(beliefs[at_first[name]])) for name in order}
    whole = _summed_codes(codes.values(), demonyms)
    number = {name: at for at, name in enumerate(order)}
    by_name: dict[str, _Spoken] = {}
    for name in order:
        left = {code: count - codes[name].get(code, 0.0) for code, count in whole.items()}
        near = order[max(0, number[name] - BESIDE) : number[name] + BESIDE + 1]
        places = [one for other in near if other != name for one in _likely(beliefs[at_first[other]])]
        by_name[name] = _Spoken(_normal(left), places)
    return [by_name[name] for name in names]


def _firsts(names: Sequence[str]) -> dict[str, int]:
    firsts: dict[str, int] = {}
    for at, name in enumerate(names):
        firsts.setdefault(name, at)
    return firsts


def _codes(belief: Belief) -> Iterator[tuple[str, float]]:
    found: dict[str, float] = defaultdict(float)
    for one in belief[:LIKELY]:
        place = one.found.place
        for code in filter(None, (place.country, "/".join(place.admin[:2]) if place.admin[1] else "")):
            found[code] += one.chance
    yield from found.items()


def _summed_codes(codes: Iterable[Mapping[str, float]], demonyms: Mapping[str, float]) -> dict[str, float]:
    whole: dict[str, float] = defaultdict(float, demonyms)
    for one in codes:
        for code, chance in one.items():
            whole[code] += chance
    return whole


def _normal(counts: Mapping[str, float]) -> dict[str, float]:
    most = {inner: _most(counts, inner=inner) for inner in (True, False)}
    return {code: count / most["/" in code] for code, count in counts.items() if count > 0}


def _most(counts: Mapping[str, float], *, inner: bool) -> float:
    return max([count for code, count in counts.items() if ("/" in code) == inner and count > 0], default=1.0)


def _likely(belief: Belief) -> Iterator[tuple[Point, float, str]]:
    for one in belief[:LIKELY]:
        if one.found.middle and one.found.place.kind not in WIDE:
            yield one.found.middle, one.chance, one.found.place.name


def _beside(found: Named, spoken: _Spoken) -> Iterator[Feature]:
    place = found.place
    country = spoken.codes.get(place.country, 0.0)
    if country:
        yield Feature("same_country", country, f"the text speaks of {place.admin[0]}")
    elif spoken.codes and place.kind not in WIDE:
        yield Feature("elsewhere", 1.0, f"the text does not speak of {place.admin[0]}")
    province = spoken.codes.get("/".join(place.admin[:2]), 0.0) if place.admin[1] else 0.0
    if province:
        yield Feature("same_province", province, f"other places of the text lie in {place.admin[1]}")
    if found.middle and spoken.places and place.kind not in WIDE:
        yield from _nearness(found.middle, spoken.places)


def _nearness(point: Point, places: Sequence[tuple[Point, float, str]]) -> Iterator[Feature]:
    off = [(kilometres(point, other), chance, name) for other, chance, name in places]
    best, name = max((chance * exp(-km / NEAR_KM), name) for km, chance, name in off)
    yield Feature("near", best, f"{name}, which the text names, is near")
    around = sum(chance * exp(-km / AROUND_KM) for km, chance, _ in off) / sum(chance for _, chance, _ in off)
    yield Feature("around", around, "")


def kilometres(one: Point, other: Point) -> float:
    """Give the great-circle distance of two points by the haversine formula."""
    north, east, far_north, far_east = map(radians, (*one, *other))
    half = sin((far_north - north) / 2) ** 2 + cos(north) * cos(far_north) * sin((far_east - east) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))
