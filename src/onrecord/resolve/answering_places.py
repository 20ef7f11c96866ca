"""Places as a benchmark asks for them: each name with the entry that it leads to and where that lies.

A benchmark counts a name without a place as wrong, so a link that stays open answers with its likeliest
alternative, and with an empty id: the record itself leaves it open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.answers import Located, Question, Stretch
from onrecord.records import Link, Mention, MentionKind, Reading, Text
from onrecord.resolve.answering_mentions import beside, given
from onrecord.resolve.place_scan import names_in
from onrecord.resolve.place_spoken import WIDE
from onrecord.resolve.place_words import read_words
from onrecord.resolve.places import link_places
from onrecord.resolve.resolver import Resolver

__all__ = ["mentions_of", "places_of", "places_of_names"]

PLACE = MentionKind.PLACE


def places_of(question: Question, text: Text, reading: Reading, resolver: Resolver) -> tuple[Located, ...]:
    """Give every place name of a text, also in the names of actors, with where it most likely is.

    Names in no list are left out, even where the text says what they lie in: here they may be no places.
    """
    del question
    scanned = given(text, (Stretch(*at) for at in names_in(text, reading, resolver.gazetteer)), PLACE)
    mentions = beside(scanned, (one for one in reading.mentions if one.kind is PLACE))
    links = link_places(text, replace(reading, mentions=mentions), resolver.gazetteer)
    known = (
        pair
        for pair in zip(links, mentions, strict=True)
        if pair[0].target_id or read_words(text, pair[1], resolver.gazetteer).bearers
    )
    located = (_located(*pair, resolver) for pair in known)
    return tuple(one for one in located if one.latitude is not None)


def places_of_names(
    question: Question, text: Text, reading: Reading, resolver: Resolver
) -> tuple[Located, ...]:
    """Give every given name with the entry that it leads to; names without one have an empty id.

    A name in no list is taken to lie where the nearest name of its text does that is no country or region.
    """
    names = mentions_of(question, text)
    links = link_places(text, replace(reading, mentions=names), resolver.gazetteer)
    located = [_located(*pair, resolver) for pair in zip(links, names, strict=True)]
    narrow = [one for one, link in zip(located, links, strict=True) if _is_narrow(_ident(link), resolver)]
    return tuple(one if one.latitude is not None else _beside(one, narrow) for one in located)


def _is_narrow(ident: str, resolver: Resolver) -> bool:
    return bool(ident) and resolver.gazetteer.entry(ident).kind not in WIDE


def _beside(one: Located, others: Sequence[Located]) -> Located:
    near = min(others, key=lambda other: _gap(one.at, other.at), default=one)
    return replace(one, latitude=near.latitude, longitude=near.longitude, score=0.0)


def _gap(one: Stretch, other: Stretch) -> int:
    return max(one.start - other.end, other.start - one.end)


def mentions_of(question: Question, text: Text) -> tuple[Mention, ...]:
    """Give the given names as mentions of places."""
    return given(text, (name.at for name in question.names), PLACE)


def _located(link: Link, mention: Mention, resolver: Resolver) -> Located:
    at = Stretch(mention.span.start, mention.span.end)
    ident = _ident(link)
    north, east = (resolver.gazetteer.known(ident).middle if ident else None) or (None, None)
    return Located(at, link.target_id, north, east, link.score)


def _ident(link: Link) -> str:
    return link.target_id or (link.alternatives[0].target_id if link.alternatives else "")
