"""What speaks for each place that bears a name: the table of features at work."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.records import Mention, Place
from onrecord.resolve.gazetteer import Gazetteer, Named
from onrecord.resolve.place_context import Holding, Votes, lies_in
from onrecord.resolve.place_words import Said
from onrecord.resolve.spelling import fold
from onrecord.resolve.tables import weights

__all__ = ["Asked", "Page", "Weighed", "nested", "weigh"]

_PEOPLE = 10_000_000
_RANKS = ("own", "short", "other")
_Feature = tuple[str, float, str]
_KINDS = {
    "country": "a country",
    "adm1": "a province",
    "adm2": "a district",
    "settlement": "a town",
    "region": "a region",
}


class Weighed(NamedTuple):
    """A place, its score and the reasons."""

    found: Named
    score: float
    why: str


class Asked(NamedTuple):
    """One mention with what its words and the text around it say."""

    mention: Mention
    said: Said
    held: Holding


class Page(NamedTuple):
    """What linking one mention needs to know of its document."""

    votes: Votes
    gazetteer: Gazetteer
    by: str


def weigh(found: Named, one: Asked, page: Page) -> Weighed:
    """Give a place that bears the name its score: the sum of the weights of what speaks for it."""
    table = weights("place_features")
    place = found.place
    reasons = [_described(place)]
    score = table[_RANKS[found.rank]] + table.get(place.kind, 0.0)
    score += table["population"] * _size(place)
    for feature, part, reason in (
        _feature_word(place, one.said),
        *_containment(found, one.held, page),
        *_surroundings(place, page.votes.beside(fold(one.said.name))),
        ("alone", 1.0 if len(one.said.bearers) == 1 else 0.0, "no other place bears the name"),
    ):
        if part:
            score += table[feature] * part
            reasons.append(reason)
    return Weighed(found, round(max(score, 0.0), 3), "; ".join(reasons))


def _feature_word(place: Place, said: Said) -> _Feature:
    if not said.kind:
        return ("said", 0.0, "")
    if place.kind == said.kind:
        return ("said", 1.0, f"the words call it {_KINDS[said.kind]}")
    return ("said_other", 1.0, f"the words speak of {_KINDS[said.kind]}")


def _containment(found: Named, held: Holding, page: Page) -> Iterator[_Feature]:
    holder = lies_in(found, held.above, page.gazetteer)
    if holder:
        yield ("contained", 1.0, f"the text says that it lies in {holder.place.name}")
    elif held.above and held.firm:
        yield ("not_contained", 1.0, f"the text says that it lies in {held.above[0].place.name}")
    if any(lies_in(below, (found,), page.gazetteer) for below in held.below):
        yield ("holds", 1.0, f"the text says that {held.below[0].place.name} lies in it")


def _surroundings(place: Place, spoken: dict[str, float]) -> Iterator[_Feature]:
    if not spoken:
        return
    if place.country in spoken:
        yield ("same_country", spoken[place.country], f"the text speaks of {place.admin[0]}")
    elif place.kind not in {"country", "region"}:
        yield ("elsewhere", 1.0 - _size(place), f"the text does not speak of {place.admin[0]}")
    province = spoken.get("/".join(place.admin[:2]), 0.0) if place.admin[1] else 0.0
    yield ("same_province", province, f"other places of the text lie in {place.admin[1]}")


def _size(place: Place) -> float:
    """Give from 0 to 1 how large a settlement is, by the logarithm of its people."""
    sized = place.kind == "settlement" and place.population > 1
    return min(1.0, math.log(place.population) / math.log(_PEOPLE)) if sized else 0.0


def _described(place: Place) -> str:
    above = [name for name in (place.admin[1], place.admin[0]) if name and name != place.name]
    people = f" of {place.population:,} people" if place.kind == "settlement" and place.population else ""
    return f"{place.name} is {_KINDS[place.kind]}{people}" + (f" in {', '.join(above)}" if above else "")


def nested(one: Named, other: Named, gazetteer: Gazetteer) -> bool:
    """Say whether one of two lies in the other: Kabul, Kabul district and Kabul province do not compete."""
    return bool(lies_in(one, (other,), gazetteer) or lies_in(other, (one,), gazetteer)) or _same_area(
        one, other
    )


def _same_area(one: Named, other: Named) -> bool:
    """Say whether two lie in one province: a settlement's district is not known, so one name is enough."""
    return bool(one.place.admin[1]) and one.place.admin[:2] == other.place.admin[:2]
