"""Actors as a benchmark asks for them: each given mention with the entry that it leads to."""

from __future__ import annotations

from dataclasses import replace

from onrecord.answers import Linked, Question, Stretch
from onrecord.records import MentionKind, Reading, Text
from onrecord.resolve.actors import CANDIDATE
from onrecord.resolve.answering_mentions import beside, given
from onrecord.resolve.places import link_places
from onrecord.resolve.resolver import Resolver

__all__ = ["actors_of_names"]


def actors_of_names(
    question: Question, text: Text, reading: Reading, resolver: Resolver
) -> tuple[Linked, ...]:
    """Give every given mention with its entry; candidates are no entries, so their id is empty."""
    names = given(text, (name.at for name in question.names), MentionKind.ACTOR)
    mentions = beside(names, reading.mentions)
    marked = replace(reading, mentions=mentions)
    places = link_places(text, marked, resolver.gazetteer)
    links = {link.mention_id: link for link in resolver.actor_links(text, marked, places)}
    found = ((one, links[one.id]) for one in names)
    return tuple(
        Linked(
            Stretch(one.span.start, one.span.end),
            "" if link.target_id.startswith(CANDIDATE) else link.target_id,
            link.score,
        )
        for one, link in found
    )
