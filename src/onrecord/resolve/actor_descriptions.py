"""Actors that words describe without a name: "the police", "the group", "Athens" as a government.

`link_actors` leaves such words open, for they name nobody. What the text says around them may tell: a force
of the state needs a country, and the text may speak of one alone; a description of an armed group follows
the one group named right before it; a capital that acts is its government. Where two answers are possible
the link stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from onrecord.records import Actor, Link, Mention, Place, Text
from onrecord.resolve.actors import CANDIDATE
from onrecord.resolve.geonames import countries
from onrecord.resolve.place_context import demonym_votes
from onrecord.resolve.registry import Registry
from onrecord.resolve.spelling import fold
from onrecord.resolve.states import StateForce, bare_force, force_actor
from onrecord.vocabulary import rows

__all__ = ["Located", "told_by_context"]

_ARMED = frozenset({"armed group", "branch", "alliance"})
_ALL_BUT = 0.75
_LEAST = 1.0
_BEFORE, _BEHIND = 300, 150
_SCORE, _CAPITAL_SCORE = 0.6, 0.55
"""What is told by the text around is no better than likely."""


class Located(NamedTuple):
    """Where a text speaks of a place: the offset and the place."""

    start: int
    place: Place


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
    whole = _country(text.content, places)
    made: list[Link] = []
    for link in links:
        mention = mentions[link.mention_id]
        known = link.target_id and not link.target_id.startswith(CANDIDATE)
        iso = "" if known else whole or _near(text, mention, places)
        found = None if known else _told(mention, link, iso, made, mentions, registry)
        made.append(found.filled(link) if found else link)
    return tuple(made)


def _near(text: Text, mention: Mention, places: Sequence[Located]) -> str:
    """Give the country that the words about a mention speak of, where it is one alone."""
    start, end = max(0, mention.span.start - _BEFORE), mention.span.end + _BEHIND
    inside = [located for located in places if start <= located.start < end]
    return _country(text.content[start:end], inside)


def _country(content: str, places: Sequence[Located]) -> str:
    """Give the country of three quarters of a text's places and peoples; else nothing."""
    votes = Counter({iso: int(2 * count) for iso, count in demonym_votes(content).items()})
    for located in places:
        votes[located.place.country] += 2
    del votes[""]
    (iso, most), *_ = votes.most_common(1) or [("", 0)]
    return iso if most >= _LEAST * 2 and most >= _ALL_BUT * votes.total() else ""


def _told(
    mention: Mention,
    link: Link,
    iso: str,
    before: Sequence[Link],
    mentions: Mapping[str, Mention],
    registry: Registry,
) -> _Told | None:
    if link.alternatives:
        return _of_bearers(mention, link, iso, registry)
    key = fold(mention.head)
    force = bare_force(key)
    if force is not None:
        return _of_country(mention, iso, force, registry)
    if key in _groups():
        return _of_group(mention, before, mentions, registry)
    return _of_capital(mention, key, registry)


def _of_country(mention: Mention, iso: str, force: str, registry: Registry) -> _Told | None:
    actor = _force(iso, force, registry)
    if actor is None:
        return None
    why = f"“{mention.head}” names a force of a state, and the text speaks of one country: {actor.name}"
    return _Told(actor, _SCORE, why)


def _of_bearers(mention: Mention, link: Link, iso: str, registry: Registry) -> _Told | None:
    """Choose of several actors that share a name the one of the country that the text speaks of."""
    entries = [registry.entry(one.target_id) for one in link.alternatives]
    there = [actor for actor in entries if iso and iso in actor.country.split(";")]
    if len(there) != 1:
        return None
    why = f"of those that bear the name “{mention.head}” it alone is of the country that the text speaks of"
    return _Told(there[0], _SCORE, why)


def _force(iso: str, force: str, registry: Registry) -> Actor | None:
    """Give a country's force; None where none is told, or it is a dependency without forces."""
    ident = StateForce(iso, force).id
    return registry.entry(ident) if iso and force_actor(ident) else None


def _of_group(
    mention: Mention, before: Sequence[Link], mentions: Mapping[str, Mention], registry: Registry
) -> _Told | None:
    near = list(_armed_before(mention, before, mentions, registry))
    if len({ident for ident, _ in near}) != 1:
        return None
    ident, words = near[-1]
    why = f"“{mention.head}” follows “{words}”, the only armed group named right before it"
    return _Told(registry.entry(ident), _SCORE, why)


def _armed_before(
    mention: Mention, before: Sequence[Link], mentions: Mapping[str, Mention], registry: Registry
) -> Iterator[tuple[str, str]]:
    for link in before:
        span = mentions[link.mention_id].span
        near = mention.span.start - _BEFORE <= span.start < mention.span.start
        known = link.target_id and not link.target_id.startswith(CANDIDATE)
        if near and known and registry.entry(link.target_id).kind in _ARMED:
            yield link.target_id, span.words


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
