"""What a mention's own words and the words beside it say for each place that bears the name."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.records import Mention, Place
from onrecord.resolve.gazetteer import Gazetteer, Named
from onrecord.resolve.place_context import Holding, lies_in
from onrecord.resolve.place_words import Said
from onrecord.resolve.tables import weights

__all__ = ["Asked", "Feature", "described", "nested", "own_features", "summed"]

_PEOPLE = 10_000_000
_RANKS = ("own", "short", "other")
_KINDS = {
    "country": "a country",
    "adm1": "a province",
    "adm2": "a district",
    "settlement": "a town",
    "region": "a region",
}

_LISTED = "the names listed with it name such places"


class Feature(NamedTuple):
    """A feature of vocabulary/place_features, how much of it there is (0 to 1), and what to tell a person."""

    name: str
    value: float
    reason: str


class Asked(NamedTuple):
    """One mention with what its words and the text around it say."""

    mention: Mention
    said: Said
    held: Holding


def own_features(found: Named, one: Asked, gazetteer: Gazetteer) -> tuple[Feature, ...]:
    """Give what speaks for a place in the place itself and in the mention's words."""
    place = found.place
    listed = (
        Feature(_RANKS[found.rank], 1.0, ""),
        Feature(place.kind, 1.0, ""),
        Feature("population", _size(place), ""),
        *_feature_word(place, one.said),
        *_containment(found, one.held, gazetteer),
        Feature("listed", one.held.listed.get((place.kind, found.within), 0.0), _LISTED),
        Feature("alone", 1.0 if len(one.said.bearers) == 1 else 0.0, "no other place bears the name"),
    )
    return tuple(feature for feature in listed if feature.value)


def summed(features: tuple[Feature, ...], column: str = "weight") -> float:
    """Give the sum of the weights of features, each as much as there is of it; unknown ones weigh nothing."""
    table = weights("place_features", column)
    return sum(table.get(feature.name, 0.0) * feature.value for feature in features)


def described(place: Place) -> str:
    """Give what a place is, in words."""
    above = [name for name in (place.admin[1], place.admin[0]) if name and name != place.name]
    people = f" of {place.population:,} people" if place.kind == "settlement" and place.population else ""
    return f"{place.name} is {_KINDS[place.kind]}{people}" + (f" in {', '.join(above)}" if above else "")


def _feature_word(place: Place, said: Said) -> Iterator[Feature]:
    if said.kind and place.kind == said.kind:
        yield Feature("said", 1.0, f"the words call it {_KINDS[said.kind]}")
    elif said.kind:
        yield Feature("said_other", 1.0, f"the words speak of {_KINDS[said.kind]}")


def _containment(found: Named, held: Holding, gazetteer: Gazetteer) -> Iterator[Feature]:
    holder = lies_in(found, held.above, gazetteer)
    if holder:
        yield Feature("contained", 1.0, f"the text says that it lies in {holder.place.name}")
    elif held.above and held.firm:
        yield Feature("not_contained", 1.0, f"the text says that it lies in {held.above[0].place.name}")
    if any(lies_in(below, (found,), gazetteer) for below in held.below):
        yield Feature("holds", 1.0, f"the text says that {held.below[0].place.name} lies in it")


def _size(place: Place) -> float:
    """Give from 0 to 1 how large a settlement is, by the logarithm of its people."""
    sized = place.kind == "settlement" and place.population > 1
    return min(1.0, math.log(place.population) / math.log(_PEOPLE)) if sized else 0.0


def nested(one: Named, other: Named, gazetteer: Gazetteer) -> bool:
    """Say whether one of two lies in the other: Kabul, Kabul district and Kabul province do not compete."""
    return bool(lies_in(one, (other,), gazetteer) or lies_in(other, (one,), gazetteer)) or _same_area(
        one, other
    )


def _same_area(one: Named, other: Named) -> bool:
    """Say whether two lie in one province: a settlement's district is not known, so one name is enough."""
    return bool(one.place.admin[1]) and one.place.admin[:2] == other.place.admin[:2]
