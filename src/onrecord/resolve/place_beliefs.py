"""Which place each name of a text most likely is, settled together: names speak for places near their own.

Every name starts with what its own words say. Then, in rounds, each place gains by the countries and
provinces that the other names are believed to lie in, and by how near it is to where they are believed to be.
The chances of one name's places are a softmax over the sums of weights (conditional logit, McFadden 1974),
so weights can be fitted to texts with known places; `training/fit_places.py` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import exp
from typing import NamedTuple

from onrecord.resolve.gazetteer import Gazetteer, Named
from onrecord.resolve.place_score import Asked, Feature, own_features, summed
from onrecord.resolve.place_spoken import beside, likely, spoken_of, tally
from onrecord.resolve.spelling import fold

__all__ = ["Belief", "Chance", "settle"]

ROUNDS = 2
MOST_WEIGHED = 60
BESIDE = 12
"""So many distinct names before and after a name speak for its places: work stays linear in the text."""

LIKELY = 4
"""So many of a name's likeliest places speak for the places of other names."""


class Chance(NamedTuple):
    """A place, its chance among the places of its name, and what speaks for it."""

    found: Named
    chance: float
    features: tuple[Feature, ...]


Belief = tuple[Chance, ...]
"""The places that one mention may mean, the likeliest first; chances add up to one."""

_Own = tuple[tuple[Named, tuple[Feature, ...]], ...]


class _Case(NamedTuple):
    """Mentions of one name beside the same words: they are weighed once."""

    name: str
    own: _Own


def settle(asked: Sequence[Asked], demonyms: Mapping[str, float], gazetteer: Gazetteer) -> list[Belief]:
    """Give the belief about each mention, in their order; no bearers, an empty one."""
    keys = [_key(one) for one in asked]
    first = dict(zip(reversed(keys), reversed(asked), strict=True))
    cases = dict(zip(first, _told([_case(one, gazetteer) for one in first.values()]), strict=True))
    order = {key: cases[key] for key in dict.fromkeys(keys)}
    beliefs = {key: _weighed(case.own) for key, case in order.items()}
    open_cases = {key: case for key, case in order.items() if len(case.own) > 1}
    for _ in range(ROUNDS - 1):
        beliefs |= _round(open_cases, order, beliefs, demonyms)
    beliefs = _round(order, order, beliefs, demonyms)
    return [beliefs[key] for key in keys]


def _key(one: Asked) -> tuple[object, ...]:
    said, held = one.said, one.held
    above, below = (tuple(named.place.id for named in side) for side in (held.above, held.below))
    return (fold(said.name), said.kind, said.adjective, len(said.bearers), above, below, held.firm)


def _case(one: Asked, gazetteer: Gazetteer) -> _Case:
    bearers = one.said.bearers[:MOST_WEIGHED]
    own = tuple((found, own_features(found, one, gazetteer)) for found in bearers)
    return _Case(fold(one.said.name), own)


def _told(cases: list[_Case]) -> Iterator[_Case]:
    """Let what the text says of a name once hold everywhere in it: "Paris, Texas", then "Paris"."""
    told = {
        (case.name, found.place.id): feature
        for case in cases
        for found, features in case.own
        for feature in features
        if feature.name == "contained"
    }
    for case in cases:
        own = tuple(
            (found, _with(features, told.get((case.name, found.place.id)))) for found, features in case.own
        )
        yield _Case(case.name, own)


def _with(features: tuple[Feature, ...], told: Feature | None) -> tuple[Feature, ...]:
    if told is None or any(feature.name == "contained" for feature in features):
        return features
    return (*features, Feature("told", 1.0, told.reason.replace("the text says", "elsewhere the text says")))


def _round(
    weighed: Mapping[tuple[object, ...], _Case],
    cases: Mapping[tuple[object, ...], _Case],
    beliefs: Mapping[tuple[object, ...], Belief],
    demonyms: Mapping[str, float],
) -> dict[tuple[object, ...], Belief]:
    """Weigh cases anew by what all other names are believed to be; a name does not speak for itself."""
    leading: dict[str, list[tuple[Named, float]]] = {}
    for key, case in cases.items():
        leading.setdefault(case.name, [(one.found, one.chance) for one in beliefs[key][:LIKELY]])
    codes, places = [tally(one) for one in leading.values()], [likely(one) for one in leading.values()]
    spoken = dict(zip(leading, spoken_of(codes, places, demonyms, BESIDE), strict=True))
    added: dict[tuple[str, str], tuple[Feature, ...]] = {}
    for case in weighed.values():
        for found, _ in case.own:
            key = (case.name, found.place.id)
            if key not in added:
                added[key] = tuple(beside(found, spoken[case.name]))
    return {
        key: _weighed(tuple((found, (*own, *added[case.name, found.place.id])) for found, own in case.own))
        for key, case in weighed.items()
    }


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
