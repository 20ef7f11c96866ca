"""Places as a benchmark asks for them: each name with the entry that it leads to and where that lies.

A benchmark counts a name without a place as wrong, so a link that stays open answers with its likeliest
alternative, and with an empty id: the record itself leaves it open.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.answers import Located, Question, Stretch
from onrecord.records import Link, Mention, MentionKind, Reading, Text
from onrecord.resolve.answering_mentions import beside, given
from onrecord.resolve.place_scan import names_in
from onrecord.resolve.places import link_places
from onrecord.resolve.resolver import Resolver

__all__ = ["mentions_of", "places_of", "places_of_names"]

PLACE = MentionKind.PLACE


def places_of(question: Question, text: Text, reading: Reading, resolver: Resolver) -> tuple[Located, ...]:
    """Give every place name of a text, also in the names of actors, with where it most likely is."""
    del question
    scanned = given(text, (Stretch(*at) for at in names_in(text, reading, resolver.gazetteer)), PLACE)
    mentions = beside(scanned, (one for one in reading.mentions if one.kind is PLACE))
    links = link_places(text, replace(reading, mentions=mentions), resolver.gazetteer)
    located = (_located(*pair, resolver) for pair in zip(links, mentions, strict=True))
    return tuple(one for one in located if one.latitude is not None)


def places_of_names(
    question: Question, text: Text, reading: Reading, resolver: Resolver
) -> tuple[Located, ...]:
    """Give every given name with the entry that it leads to; names without one have an empty id."""
    names = mentions_of(question, text)
    links = link_places(text, replace(reading, mentions=names), resolver.gazetteer)
    return tuple(_located(*pair, resolver) for pair in zip(links, names, strict=True))


def mentions_of(question: Question, text: Text) -> tuple[Mention, ...]:
    """Give the given names as mentions of places."""
    return given(text, (name.at for name in question.names), PLACE)


def _located(link: Link, mention: Mention, resolver: Resolver) -> Located:
    at = Stretch(mention.span.start, mention.span.end)
    ident = link.target_id or (link.alternatives[0].target_id if link.alternatives else "")
    north, east = (resolver.gazetteer.known(ident).middle if ident else None) or (None, None)
    return Located(at, link.target_id, north, east, link.score)
