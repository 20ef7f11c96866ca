"""Actors that words describe without a name: "the police", "the council", "the group", "they".

`link_actors` leaves such words open, for they name nobody. What the text says around them may tell: a noun
follows the actor whose name holds it; a force of the state needs a country, and the text may speak of one
alone; a description of an armed group follows the one group named before it; a capital that acts is its
government; a pronoun follows its antecedent. Where two answers are possible the link stays open.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.records import Link, Mention, Reading, Text
from onrecord.resolve.actor_asked import Asked, Told
from onrecord.resolve.actor_branches import with_branches
from onrecord.resolve.actor_context import words_of
from onrecord.resolve.actor_pronouns import is_pronoun
from onrecord.resolve.actor_rules import BEARERS, RULES
from onrecord.resolve.actor_scan import actors_in
from onrecord.resolve.actor_surroundings import Located, Surroundings
from onrecord.resolve.actors import CANDIDATE, link_actors
from onrecord.resolve.namings import Named
from onrecord.resolve.registry import Registry
from onrecord.resolve.spelling import fold

__all__ = ["told_by_context"]

_INDEFINITE = re.compile(
    r"(?:^|\W)(?:no|any|another|other|each|every|several|many|some|various|different|rival|two|three)\s$",
    re.IGNORECASE,
)
"""Words before a noun that then means nobody in particular, or somebody else: "no group claimed it"."""

_BEFORE = 10


def told_by_context(
    text: Text,
    mentions: Mapping[str, Mention],
    links: Sequence[Link],
    places: Sequence[Located],
    registry: Registry,
) -> tuple[Link, ...]:
    """Give the links with those filled that were open and that the text around them settles, with why."""
    if all(_is_entry(link) and not registry.branches(link.target_id) for link in links):
        return tuple(links)
    around, words = _around(text, mentions, links, places, registry), words_of(text.content)
    made: dict[str, Link] = {}
    for link in sorted(links, key=lambda one: mentions[one.mention_id].span.start):
        mention = mentions[link.mention_id]
        asked = Asked(mention, fold(mention.head), link, around, words, registry)
        found = None if _is_entry(link) else _told(asked)
        settled = found.filled(link) if found else link
        made[link.mention_id] = with_branches(settled, mention, words, registry)
        if found and not is_pronoun(asked.key):
            around.name(_named(mention, found.actor.id), found.actor)
        elif link.target_id and not _is_entry(link):
            around.strange(_named(mention, link.target_id))
    return tuple(made[link.mention_id] for link in links)


def _around(
    text: Text,
    mentions: Mapping[str, Mention],
    links: Sequence[Link],
    places: Sequence[Located],
    registry: Registry,
) -> Surroundings:
    around = Surroundings(text, places)
    linked = [mentions[link.mention_id] for link in links]
    beside = {one.id: one for one in actors_in(text, linked, registry)}
    named = link_actors(text, Reading(text.id, "", tuple(beside.values()), ()), registry)
    both = {**mentions, **beside}
    for link in (*links, *named):
        mention = both[link.mention_id]
        if _is_entry(link):
            around.name(_named(mention, link.target_id), registry.entry(link.target_id))
    return around


def _named(mention: Mention, ident: str) -> Named:
    return Named(mention.span.start, mention.span.end, ident, mention.span.words)


def _is_entry(link: Link) -> bool:
    return bool(link.target_id) and not link.target_id.startswith(CANDIDATE)


def _told(asked: Asked) -> Told | None:
    start = asked.mention.span.start
    beside = asked.around.content[max(0, start - _BEFORE) : start]
    if asked.mention.head[:1].islower() and _INDEFINITE.search(beside):
        return None
    rules = BEARERS if asked.link.alternatives else RULES
    return next((told for rule in rules if (told := rule(asked))), None)
