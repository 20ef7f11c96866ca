"""Actors as a benchmark asks for them: each given mention with the entry that it leads to."""

from __future__ import annotations

from dataclasses import replace

from onrecord.answers import Linked, Question, Stretch
from onrecord.records import Mention, MentionKind, Reading, Span, Text, hash_id
from onrecord.resolve.actors import CANDIDATE
from onrecord.resolve.places import link_places
from onrecord.resolve.resolver import Resolver

__all__ = ["actors_of_names"]


def actors_of_names(
    question: Question, text: Text, reading: Reading, resolver: Resolver
) -> tuple[Linked, ...]:
    """Give every given mention with its entry; candidates are no entries, so their id is empty."""
    given = tuple(_mention(text, name.at) for name in question.names)
    taken = {at for one in given for at in range(one.span.start, one.span.end)}
    rest = (one for one in reading.mentions if taken.isdisjoint(range(one.span.start, one.span.end)))
    mentions = tuple(sorted((*given, *rest), key=lambda one: one.span.start))
    marked = replace(reading, mentions=mentions)
    places = link_places(text, marked, resolver.gazetteer)
    links = {link.mention_id: link for link in resolver.actor_links(text, marked, places)}
    found = ((one, links[one.id]) for one in given)
    return tuple(
        Linked(
            Stretch(one.span.start, one.span.end),
            "" if link.target_id.startswith(CANDIDATE) else link.target_id,
            link.score,
        )
        for one, link in found
    )


def _mention(text: Text, at: Stretch) -> Mention:
    words = text.content[at.start : at.end]
    span = Span(text.id, at.start, at.end, words)
    return Mention(
        hash_id("men", "actor", text.id, str(at.start), str(at.end)), MentionKind.ACTOR, span, words
    )
