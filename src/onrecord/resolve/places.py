"""Mentions of places to entries of the gazetteer, each with the reason in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from onrecord.records import Alternative, Link, Mention, MentionKind, Place, Reading, Target, Text
from onrecord.resolve.gazetteer import Gazetteer
from onrecord.resolve.parts import extent_in_words, part_of_box
from onrecord.resolve.place_beliefs import Belief, Chance, settle
from onrecord.resolve.place_context import demonym_votes, holdings
from onrecord.resolve.place_score import Asked, described, nested, summed
from onrecord.resolve.place_words import Said, read_words, says_border
from onrecord.resolve.spelling import fold, is_capital
from onrecord.resolve.tables import weights

__all__ = ["link_places"]

_BY = "places-2"
_DOUBTED = 0.3
"""The most that a place scores which lies elsewhere than the text says, be it the only one of its name."""

_MOST_ALTERNATIVES = 5


class _Page(NamedTuple):
    """What linking one mention needs to know beside it."""

    gazetteer: Gazetteer
    by: str


def link_places(text: Text, reading: Reading, gazetteer: Gazetteer) -> tuple[Link, ...]:
    """Give one link for each mention of a place, in the order of the mentions.

    A part of a place ("eastern Afghanistan", "Nangarhari districts") leads to the whole, and `why` says so.
    A border, a name that nobody bears, and a name that two places bear equally stay open, with alternatives.
    Scores are chances from 0 to 1.
    """
    mentions = tuple(mention for mention in reading.mentions if mention.kind is MentionKind.PLACE)
    said = [read_words(text, mention, gazetteer) for mention in mentions]
    held = holdings(text, mentions, said, gazetteer)
    asked = [Asked(*one) for one in zip(mentions, said, held, strict=True)]
    beliefs = settle(asked, demonym_votes(text.content), gazetteer)
    page = _Page(gazetteer, f"{_BY}+{gazetteer.version}")
    return tuple(_links(asked, beliefs, page))


def _links(asked: list[Asked], beliefs: list[Belief], page: _Page) -> Iterator[Link]:
    """Give each mention's link; mentions of one belief share one: a text may repeat a name at length."""
    made: dict[tuple[int, str], Link] = {}
    holders = _holders(asked, beliefs)
    for one, belief in zip(asked, beliefs, strict=True):
        key = (id(belief), one.said.part)
        if not belief:
            made[key] = _without_bearers(one, holders.get(fold(one.said.name)), page)
        elif key not in made:
            made[key] = _link(one, belief, page)
        yield replace(made[key], mention_id=one.mention.id)


def _holders(asked: list[Asked], beliefs: list[Belief]) -> dict[str, Place]:
    """Give the likeliest place that the text says a name in no list lies in: a mention right beside it."""
    found: dict[str, Place] = {}
    for at, (one, belief) in enumerate(zip(asked, beliefs, strict=True)):
        above = {holder.place.id for holder in one.held.above} if not belief else set()
        for other in (*beliefs[at + 1 : at + 2], *beliefs[max(0, at - 1) : at]) if above else ():
            if other and other[0].found.place.id in above:
                found.setdefault(fold(one.said.name), other[0].found.place)
    return found


def _link(one: Asked, belief: Belief, page: _Page) -> Link:
    mention, said, _ = one
    best, others, rivals = _chosen(belief, page)
    sure = round(1.0 - sum(rival.chance for rival in rivals), 3)
    table = weights("place_features")
    why = _why(best)
    if sure < table["enough"]:
        return _open(mention, page, f"several places are as likely: {why}", map(_alternative, belief))
    if any(feature.name == "not_contained" for feature in best.features):
        told = f"the text puts it elsewhere: {why}"
        weighed = (_alternative(rival) for rival in belief)
        return _open(mention, page, told, (_doubted(rival) for rival in weighed))
    if belief[0].chance < table["least"]:
        return _open(mention, page, f"too little speaks for one place: {why}", map(_alternative, belief))
    place = best.found.place
    alternatives = tuple(map(_alternative, others[:_MOST_ALTERNATIVES]))
    told = f"{_part_of(said, place, page)}{why}"
    return Link(mention.id, Target.PLACE, place.id, place.name, sure, told, page.by, alternatives)


def _doubted(one: Alternative) -> Alternative:
    return replace(one, score=min(one.score, _DOUBTED))


def _chosen(belief: Belief, page: _Page) -> tuple[Chance, list[Chance], list[Chance]]:
    """Give the place meant, all others, and those that compete with it.

    A city, its district and its province of one name do not: of those the words beside the name choose.
    """
    rivals = [one for one in belief[1:] if not nested(one.found, belief[0].found, page.gazetteer)]
    one_place = [one for one in belief if one not in rivals]
    best = max(one_place, key=lambda one: (summed(one.features, "nested"), one.chance))
    return best, [one for one in belief if one is not best], rivals


def _without_bearers(one: Asked, holder: Place | None, page: _Page) -> Link:
    mention, said, _ = one
    sides = says_border(mention.head, page.gazetteer)
    if sides:
        weighed = [
            Alternative(side.place.id, side.place.name, 0.5, f"a side of the border: {side.place.name}")
            for side in sides
        ]
        return _open(mention, page, "a border between two places has no entry of its own", weighed)
    if not is_capital(said.name):
        return _open(mention, page, f"“{mention.head}” names no place by itself", ())
    why = f"no place of the name “{said.name}” in the gazetteer"
    return _open(mention, page, why, [_holding(holder)] if holder else ())


def _holding(place: Place) -> Alternative:
    """Give the area in which the text puts a name in no list."""
    told = f"the text says that it lies in {place.name}"
    return Alternative(place.id, place.name, weights("place_features")["holder"], told)


def _part_of(said: Said, place: Place, page: _Page) -> str:
    if said.adjective:
        return f"“{said.name}” is the adjective of {place.name}, of which this is a part; "
    if not said.part:
        return ""
    box = page.gazetteer.box(place.id)
    where = f", {extent_in_words(part_of_box(box, said.part))}" if box else ""
    return f"“{said.part}” is a part of {place.name}, whose border is not known{where}; "


def _open(mention: Mention, page: _Page, why: str, weighed: Iterable[Alternative]) -> Link:
    alternatives = tuple(weighed)[:_MOST_ALTERNATIVES]
    best = max((one.score for one in alternatives), default=0.0)
    return Link(mention.id, Target.PLACE, "", "", best, why, page.by, alternatives)


def _why(one: Chance) -> str:
    reasons = [described(one.found.place), *(f.reason for f in one.features if f.reason and f.value > 0.05)]  # noqa: PLR2004 - a trace
    return "; ".join(reasons)


def _alternative(one: Chance) -> Alternative:
    return Alternative(one.found.place.id, one.found.place.name, round(one.chance, 3), _why(one))
