"""Actors that words describe without a name: "the police", "the group", "Athens" as a government.

`link_actors` leaves such words open, for they name nobody. What the text says around them may tell: a force
of the state needs a country, and the text may speak of one alone; a description of an armed group follows
the one group named right before it; a capital that acts is its government. Where two answers are possible
the link stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from onrecord.records import Actor, Link, Mention, Text
from onrecord.resolve.actor_surroundings import Located, Surroundings
from onrecord.resolve.actors import CANDIDATE
from onrecord.resolve.geonames import countries
from onrecord.resolve.registry import Registry
from onrecord.resolve.spelling import fold
from onrecord.resolve.states import StateForce, bare_force, force_actor
from onrecord.vocabulary import rows

__all__ = ["told_by_context"]

_SCORE, _CAPITAL_SCORE = 0.6, 0.55
"""What is told by the text around is no better than likely."""


class _Told(NamedTuple):
    """An actor that the text around tells, how surely, and why."""

    actor: Actor
    score: float
    why: str

    def filled(self, link: Link) -> Link:
        """Give the open link with this actor."""
        return replace(link, target_id=self.actor.id, name=self.actor.name, score=self.score, why=self.why)


def told_by_context(
    text: Text,
    mentions: Mapping[str, Mention],
    links: Sequence[Link],
    places: Sequence[Located],
    registry: Registry,
) -> tuple[Link, ...]:
    """Give the links with those filled that were open and that the text around them settles, with why."""
    around = Surroundings(text, places)
    made: dict[str, Link] = {}
    for link in sorted(links, key=lambda one: mentions[one.mention_id].span.start):
        mention = mentions[link.mention_id]
        found = None if _is_entry(link) else _told(mention, link, around, registry)
        made[link.mention_id] = settled = found.filled(link) if found else link
        if _is_entry(settled):
            around.name(mention, registry.entry(settled.target_id))
    return tuple(made[link.mention_id] for link in links)


def _is_entry(link: Link) -> bool:
    return bool(link.target_id) and not link.target_id.startswith(CANDIDATE)


def _told(mention: Mention, link: Link, around: Surroundings, registry: Registry) -> _Told | None:
    if link.alternatives:
        return _of_bearers(mention, link, around, registry)
    key = fold(mention.head)
    force = bare_force(key)
    if force is not None:
        return _of_country(mention, around.country(mention), force, registry)
    if key in _groups():
        return _of_group(mention, around, registry)
    return _of_capital(mention, key, registry)


def _of_country(mention: Mention, iso: str, force: str, registry: Registry) -> _Told | None:
    actor = _force(iso, force, registry)
    if actor is None:
        return None
    why = f"“{mention.head}” names a force of a state, and the text speaks of one country: {actor.name}"
    return _Told(actor, _SCORE, why)


def _of_bearers(mention: Mention, link: Link, around: Surroundings, registry: Registry) -> _Told | None:
    """Choose of several actors that share a name the one of the country that the text speaks of."""
    iso = around.country(mention)
    entries = [registry.entry(one.target_id) for one in link.alternatives] if iso else []
    there = [actor for actor in entries if iso in actor.country.split(";")]
    if len(there) != 1:
        return None
    why = f"of those that bear the name “{mention.head}” it alone is of the country that the text speaks of"
    return _Told(there[0], _SCORE, why)


def _force(iso: str, force: str, registry: Registry) -> Actor | None:
    """Give a country's force; None where none is told, or it is a dependency without forces."""
    ident = StateForce(iso, force).id
    return registry.entry(ident) if iso and force_actor(ident) else None


def _of_group(mention: Mention, around: Surroundings, registry: Registry) -> _Told | None:
    ident, words = around.group(mention)
    if not ident:
        return None
    why = f"“{mention.head}” follows “{words}”, the only armed group named right before it"
    return _Told(registry.entry(ident), _SCORE, why)


def _of_capital(mention: Mention, key: str, registry: Registry) -> _Told | None:
    iso = _capitals().get(key) if mention.head[:1].isupper() else None
    actor = _force(iso or "", "", registry)
    if actor is None:
        return None
    why = f"“{mention.head}” acts here: a capital stands for its government, {actor.name}"
    return _Told(actor, _CAPITAL_SCORE, why)


@cache
def _groups() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("group_words"))


@cache
def _capitals() -> dict[str, str]:
    named = Counter(fold(country.capital) for country in countries())
    return {
        fold(country.capital): country.iso for country in countries() if named[fold(country.capital)] == 1
    }
