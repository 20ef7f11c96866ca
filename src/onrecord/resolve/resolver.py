"""A text's mentions -> links and moments, with the entries that they lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.errors import VocabularyError
from onrecord.records import Actor, Link, Moment, Place, Reading, Target, Text
from onrecord.resolve.actor_descriptions import told_by_context
from onrecord.resolve.actor_surroundings import Located
from onrecord.resolve.actors import CANDIDATE, candidates, link_actors, unnamed_links
from onrecord.resolve.gazetteer import Gazetteer
from onrecord.resolve.lexicon import KnownNames
from onrecord.resolve.places import link_places
from onrecord.resolve.precision import BEFORE, precision
from onrecord.resolve.registry import Registry
from onrecord.resolve.times import date_mentions

__all__ = ["Resolution", "Resolver"]

BY = "resolve/2"
ACTOR = "act:"
"""How the ids of actors begin; all others are places'."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a reading's mentions were resolved to, and the entries that links lead to, with their parents."""

    links: tuple[Link, ...]
    moments: tuple[Moment, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]


class Resolver:
    """What is known outside the texts, and the way from a mention to it.

    `names` is the same knowledge as the lexicon that engines ask. Another version of either resolves
    every text anew.
    """

    def __init__(self, on_progress: Callable[[str, int], None] | None = None) -> None:
        self.registry = Registry()
        self.gazetteer = Gazetteer.shipped(on_progress)
        self.names = KnownNames(self.registry, self.gazetteer)
        self.version = f"{BY}+{self.names.version}"

    def resolve(self, text: Text, reading: Reading) -> Resolution:
        """Give a link or moment for each mention of an actor, a place or a time, open ones included."""
        places = link_places(text, reading, self.gazetteer)
        links = (*self.actor_links(text, reading, places), *places)
        return Resolution(links, date_mentions(text, reading), *self.entries(links))

    def actor_links(self, text: Text, reading: Reading, places: Sequence[Link]) -> tuple[Link, ...]:
        """Give the links of actors; what names nobody is told by the text around, its places among it.

        Words for people ("the police", "it") have a link where the text tells whom they mean, else none.
        """
        mentions = {mention.id: mention for mention in reading.mentions}
        located = [
            Located(mentions[link.mention_id].span.start, self.gazetteer.entry(link.target_id))
            for link in places
            if link.target_id
        ]
        links = link_actors(text, reading, self.registry)
        unnamed = unnamed_links(reading, self.registry)
        told = told_by_context(text, mentions, (*links, *unnamed), located, self.registry)
        return (*told[: len(links)], *(link for link in told[len(links) :] if link.target_id))

    def entries(self, links: Sequence[Link]) -> tuple[tuple[Actor, ...], tuple[Place, ...]]:
        """Give the entries that links lead to, an actor's parents among them."""
        return self._actors(links), self._places(links)

    def entry(self, ident: str) -> Actor | Place | None:
        """Give the actor or place of this id; None where neither the registry nor the gazetteer has it."""
        try:
            return self.registry.entry(ident) if ident.startswith(ACTOR) else self.gazetteer.entry(ident)
        except VocabularyError:
            return None

    def located(self, text: Text, reading: Reading, links: Sequence[Link]) -> dict[str, tuple[Place, int]]:
        """Give for each mention linked to a place the entry and UCDP's where precision of the words there."""
        spans = {mention.id: mention.span for mention in reading.mentions}
        entries = {
            link.mention_id: self.gazetteer.entry(link.target_id)
            for link in links
            if link.target is Target.PLACE and link.target_id
        }
        return {
            mention: (
                place,
                precision(
                    place,
                    spans[mention].words,
                    text.content[max(0, spans[mention].start - BEFORE) : spans[mention].start],
                ),
            )
            for mention, place in entries.items()
        }

    def _actors(self, links: Sequence[Link]) -> tuple[Actor, ...]:
        entered = {i for i in _linked(links, Target.ACTOR) if not i.startswith(CANDIDATE)}
        entries = [entry for i in sorted(entered) for entry in self._with_parents(i)]
        return (*dict.fromkeys(entries), *candidates(links))

    def _with_parents(self, ident: str) -> Iterator[Actor]:
        while ident:
            entry = self.registry.entry(ident)
            yield entry
            ident = entry.parent_id

    def _places(self, links: Sequence[Link]) -> tuple[Place, ...]:
        return tuple(map(self.gazetteer.entry, sorted(_linked(links, Target.PLACE))))


def _linked(links: Sequence[Link], target: Target) -> set[str]:
    """Give what mentions lead to; alternatives that were weighed and left are no part of the record."""
    return {link.target_id for link in links if link.target is target} - {""}
