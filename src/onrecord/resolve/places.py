"""Mentions of places to entries of the gazetteer, each with the reason in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.records import Alternative, Link, Mention, MentionKind, Place, Reading, Target, Text
from onrecord.resolve.actor_context import Words
from onrecord.resolve.gazetteer import Gazetteer
from onrecord.resolve.place_context import Votes, demonym_votes, holdings
from onrecord.resolve.place_score import Asked, Page, Weighed, nested, weigh
from onrecord.resolve.place_words import Said, read_words, says_border
from onrecord.resolve.spelling import fold, is_capital
from onrecord.resolve.tables import weights

__all__ = ["link_places"]

_BY = "places-1"
_MOST_ALTERNATIVES = 5
_MOST_WEIGHED = 40
_ROUNDS = 2


def link_places(text: Text, reading: Reading, gazetteer: Gazetteer) -> tuple[Link, ...]:
    """Give one link for each mention of a place, in the order of the mentions.

    A part of a place ("eastern Afghanistan", "Nangarhari districts") leads to the whole, and `why` says so.
    A border, a name that nobody bears, and a name that two places bear equally stay open, with alternatives.
    """
    mentions = tuple(mention for mention in reading.mentions if mention.kind is MentionKind.PLACE)
    said = [read_words(text, mention, gazetteer) for mention in mentions]
    held = holdings(text, mentions, said, gazetteer)
    asked = [Asked(*one) for one in zip(mentions, said, held, strict=True)]
    adjectives = demonym_votes(Words(text.content))
    page = Page(Votes(adjectives), gazetteer, f"{_BY}+{gazetteer.version}")
    for _ in range(_ROUNDS):
        page = page._replace(votes=Votes(adjectives, _settled(asked, page)))
    return tuple(_link(one, page) for one in asked)


def _settled(asked: list[Asked], page: Page) -> Iterator[tuple[str, Place]]:
    """Give the places that names lead to so far: they say which countries and provinces a text speaks of."""
    for one in asked:
        link = _link(one, page)
        if link.target_id:
            yield fold(one.said.name), page.gazetteer.entry(link.target_id)


def _link(one: Asked, page: Page) -> Link:
    mention, said, _ = one
    if not said.bearers:
        return _without_bearers(mention, said, page)
    weighed = [weigh(found, one, page) for found in said.bearers[:_MOST_WEIGHED]]
    weighed.sort(key=lambda answer: (-answer.score, answer.found.place.id))
    best, others = weighed[0], weighed[1:]
    table = weights("place_features")
    rivals = [other for other in others if not nested(other.found, best.found, page.gazetteer)]
    lead = best.score - (rivals[0].score if rivals else 0.0)
    if best.score < table["enough"]:
        return _open(mention, page, f"too little speaks for one place: {best.why}", weighed)
    if lead < table["lead"]:
        return _open(mention, page, f"several places are as likely: {best.why}", weighed)
    place = best.found.place
    alternatives = tuple(_alternative(other) for other in others[:_MOST_ALTERNATIVES])
    why = f"{_part_of(said, place)}{best.why}"
    score = min(best.score, 1.0)
    return Link(mention.id, Target.PLACE, place.id, place.name, score, why, page.by, alternatives)


def _without_bearers(mention: Mention, said: Said, page: Page) -> Link:
    sides = says_border(mention.head, page.gazetteer)
    if sides:
        weighed = [Weighed(side, 0.5, f"a side of the border: {side.place.name}") for side in sides]
        return _open(mention, page, "a border between two places has no entry of its own", weighed)
    if not is_capital(said.name):
        return _open(mention, page, f"“{mention.head}” names no place by itself", ())
    return _open(mention, page, f"no place of the name “{said.name}” in the gazetteer", ())


def _part_of(said: Said, place: Place) -> str:
    if said.adjective:
        return f"“{said.name}i” is the adjective of {place.name}, of which this is a part; "
    return f"“{said.part}” is a part of {place.name}, whose border is not known; " if said.part else ""


def _open(mention: Mention, page: Page, why: str, weighed: Iterable[Weighed]) -> Link:
    alternatives = tuple(_alternative(one) for one in weighed)[:_MOST_ALTERNATIVES]
    best = max((one.score for one in alternatives), default=0.0)
    return Link(mention.id, Target.PLACE, "", "", best, why, page.by, alternatives)


def _alternative(one: Weighed) -> Alternative:
    return Alternative(one.found.place.id, one.found.place.name, min(one.score, 1.0), one.why)
