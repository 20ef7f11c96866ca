"""Places as a benchmark asks for them: each name with the entry that it leads to and where that lies.

A benchmark counts a name without a place as wrong, so a link that stays open answers with its likeliest
alternative, and with an empty id: the record itself leaves it open.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.answers import Located, Question, Stretch
from onrecord.records import Link, Mention, MentionKind, Reading, Span, Text, hash_id
from onrecord.resolve.place_scan import names_in
from onrecord.resolve.places import link_places
from onrecord.resolve.resolver import Resolver

__all__ = ["mentions_of", "places_of", "places_of_names"]


def places_of(question: Question, text: Text, reading: Reading, resolver: Resolver) -> tuple[Located, ...]:
    """Give every place name of a text, also in the names of actors, with where it most likely is."""
    del question
    scanned = tuple(_mention(text, Stretch(*at)) for at in names_in(text, reading, resolver.gazetteer))
    taken = {at for one in scanned for at in range(one.span.start, one.span.end)}
    found = (one for one in reading.mentions if one.kind is MentionKind.PLACE)
    rest = (one for one in found if taken.isdisjoint(range(one.span.start, one.span.end)))
    mentions = tuple(sorted((*scanned, *rest), key=lambda one: one.span.start))
    links = link_places(text, replace(reading, mentions=mentions), resolver.gazetteer)
    located = (_located(*pair, resolver) for pair in zip(links, mentions, strict=True))
    return tuple(one for one in located if one.latitude is not None)


def places_of_names(
    question: Question, text: Text, reading: Reading, resolver: Resolver
) -> tuple[Located, ...]:
    """Give every given name with the entry that it leads to; names without one have an empty id."""
    given = mentions_of(question, text)
    links = link_places(text, replace(reading, mentions=given), resolver.gazetteer)
    mentions = {mention.id: mention for mention in given}
    return tuple(_located(link, mentions[link.mention_id], resolver) for link in links)


def mentions_of(question: Question, text: Text) -> tuple[Mention, ...]:
    """Give the given names as mentions of places."""
    return tuple(_mention(text, name.at) for name in question.names)


def _mention(text: Text, at: Stretch) -> Mention:
    words = text.content[at.start : at.end]
    span = Span(text.id, at.start, at.end, words)
    return Mention(
        hash_id("men", "place", text.id, str(at.start), str(at.end)), MentionKind.PLACE, span, words
    )


def _located(link: Link, mention: Mention, resolver: Resolver) -> Located:
    at = Stretch(mention.span.start, mention.span.end)
    ident = link.target_id or (link.alternatives[0].target_id if link.alternatives else "")
    north, east = (resolver.gazetteer.known(ident).middle if ident else None) or (None, None)
    return Located(at, link.target_id, north, east, link.score)
