"""Actors that words describe without a name: "the police", "the council", "the group", "Athens" as a government.

`link_actors` leaves such words open, for they name nobody. What the text says around them may tell: a noun
follows the actor whose name holds it; a force of the state needs a country, and the text may speak of one
alone; a description of an armed group follows the one group named before it; a capital that acts is its
government; a pronoun follows its antecedent. Where two answers are possible the link stays open.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from onrecord.records import Actor, Link, Mention, Text
from onrecord.resolve.actor_context import Words
from onrecord.resolve.actor_names import plain_noun
from onrecord.resolve.actor_pronouns import antecedent, is_pronoun
from onrecord.resolve.actor_surroundings import Located, Named, Surroundings, nouns
from onrecord.resolve.actors import CANDIDATE
from onrecord.resolve.geonames import countries
from onrecord.resolve.owned_governments import owned_government
from onrecord.resolve.registry import Registry
from onrecord.resolve.sentence_owner import owner_before
from onrecord.resolve.spelling import fold
from onrecord.resolve.states import StateForce, bare_force, force_actor
from onrecord.vocabulary import rows

__all__ = ["told_by_context"]

_SCORE, _CAPITAL_SCORE = 0.6, 0.55
"""What is told by the text around is no better than likely."""

_MOST = 0.75
"""The share of what speaks for any that must speak for one."""


_INDEFINITE = re.compile(r"(?:^|\W)(?:no|any|another|other|each|every|several|many|some|various|different|rival|two|three)\s$", re.IGNORECASE)
"""Words before a noun that then means nobody in particular, or somebody else: "no group claimed it"."""


class _Told(NamedTuple):
    """An actor that the text around tells, how surely, and why."""

    actor: Actor
    score: float
    why: str

    def filled(self, link: Link) -> Link:
        """Give the open link with this actor."""
        return replace(link, target_id=self.actor.id, name=self.actor.name, score=self.score, why=self.why)


class _Asked(NamedTuple):
    """An open mention with what may tell whom it means."""

    mention: Mention
    key: str
    link: Link
    around: Surroundings
    words: Words
    registry: Registry


def told_by_context(
    text: Text,
    mentions: Mapping[str, Mention],
    links: Sequence[Link],
    places: Sequence[Located],
    registry: Registry,
) -> tuple[Link, ...]:
    """Give the links with those filled that were open and that the text around them settles, with why."""
    around, words = Surroundings(text, places), Words(text.content)
    for link in links:
        if _is_entry(link):
            around.name(mentions[link.mention_id], registry.entry(link.target_id))
        elif link.target_id:
            around.strange(mentions[link.mention_id], link.target_id)
    made: dict[str, Link] = {}
    for link in sorted(links, key=lambda one: mentions[one.mention_id].span.start):
        mention = mentions[link.mention_id]
        asked = _Asked(mention, fold(mention.head), link, around, words, registry)
        found = None if _is_entry(link) else _told(asked)
        made[link.mention_id] = found.filled(link) if found else link
        if found and not is_pronoun(asked.key):
            around.name(mention, found.actor)
    return tuple(made[link.mention_id] for link in links)


def _is_entry(link: Link) -> bool:
    return bool(link.target_id) and not link.target_id.startswith(CANDIDATE)


def _told(asked: _Asked) -> _Told | None:
    rules = _BEARERS if asked.link.alternatives else _RULES
    if asked.mention.head[:1].islower() and _INDEFINITE.search(asked.around.content[max(0, asked.mention.span.start - 10) : asked.mention.span.start]):
        return None
    return next((told for rule in rules if (told := rule(asked))), None)


def _of_bearers(asked: _Asked) -> _Told | None:
    """Choose of several actors that share a name the one of the country that the text speaks of."""
    iso = asked.around.country(asked.mention)
    entries = [asked.registry.entry(one.target_id) for one in asked.link.alternatives] if iso else []
    there = [actor for actor in entries if iso in actor.country.split(";")]
    if len(there) != 1:
        return None
    name = f"“{asked.mention.head}”"
    why = f"of those that bear the name {name} it alone is of the country that the text speaks of"
    return _Told(there[0], _SCORE, why)


def _of_pronoun(asked: _Asked) -> _Told | None:
    if not is_pronoun(asked.key):
        return None
    return _follows(asked, antecedent(asked.mention, asked.around), "the actor that it refers to")


def _of_noun(asked: _Asked) -> _Told | None:
    noun = plain_noun(asked.key)
    before = asked.around.before(asked.mention, noun) if noun in nouns() else None
    return _follows(asked, before, f"the only actor named before it by “{noun}”")


def _of_description(asked: _Asked) -> _Told | None:
    """Choose of those that reporting describes so the one of whose affairs the text speaks."""
    spoken = {
        actor: sum(asked.words.count(fold(word)) for word in words)
        for actor, words in _described().get(asked.key, ())
    }
    said = [actor for actor, count in spoken.items() if count > _MOST * sum(spoken.values())]
    if len(said) != 1:
        return None
    actor = asked.registry.entry(said[0])
    why = f"“{asked.mention.head}” describes {actor.name}, of whose affairs the text speaks"
    return _Told(actor, _SCORE, why)


def _of_force(asked: _Asked) -> _Told | None:
    force = bare_force(asked.key)
    if force is None:
        return None
    owner = owner_before(asked.mention, asked.around.content)
    if owner:
        return _of_state(asked, owner, force, "the sentence says whose")
    before = asked.around.before(asked.mention, f"force:{force}")
    return _follows(asked, before, "the only one of its sort named before it") or _of_state(
        asked, asked.around.country(asked.mention), force, "the text speaks of one country"
    )


def _of_state(asked: _Asked, iso: str, force: str, told: str) -> _Told | None:
    actor = _force(iso, force, asked.registry)
    why = f"“{asked.mention.head}” names a force of a state, and {told}"
    return _Told(actor, _SCORE, f"{why}: {actor.name}") if actor else None


def _of_owner(asked: _Asked) -> _Told | None:
    """Tell "Hadi’s government" by its leader, else by the country that the text speaks of."""
    owned = owned_government(asked.mention.head)
    if owned is None:
        return None
    actor = _force(owned.iso or asked.around.country(asked.mention), owned.force, asked.registry)
    why = f"“{asked.mention.head}” is led by “{owned.owner}”"
    return _Told(actor, _SCORE, f"{why}: {actor.name}") if actor else None


def _of_group(asked: _Asked) -> _Told | None:
    if asked.key not in _groups():
        return None
    never = _groups()[asked.key]
    before = asked.around.group(asked.mention, lambda ident: not _is_of(ident, never, asked.registry))
    return _follows(asked, before, "the only armed group named right before it, or the only one of the text")


def _of_capital(asked: _Asked) -> _Told | None:
    iso = _capitals().get(asked.key) if asked.mention.head[:1].isupper() else None
    actor = _force(iso or "", "", asked.registry)
    if actor is None:
        return None
    why = f"“{asked.mention.head}” acts here: a capital stands for its government, {actor.name}"
    return _Told(actor, _CAPITAL_SCORE, why)


_Rule = Callable[[_Asked], _Told | None]
_BEARERS: tuple[_Rule, ...] = (_of_bearers,)
_RULES: tuple[_Rule, ...] = (
    _of_pronoun, _of_noun, _of_description, _of_force, _of_owner, _of_group, _of_capital,
)  # fmt: skip
"""Asked in this order; the first that tells is taken."""


def _follows(asked: _Asked, before: Named | None, what: str) -> _Told | None:
    if before is None or before.id.startswith(CANDIDATE):
        return None
    why = f"“{asked.mention.head}” follows “{before.words}”, {what}"
    return _Told(asked.registry.entry(before.id), _SCORE, why)


def _force(iso: str, force: str, registry: Registry) -> Actor | None:
    """Give a country's force; None where none is told, or it is a dependency without forces."""
    ident = StateForce(iso, force).id
    return registry.entry(ident) if iso and force_actor(ident) else None


def _is_of(ident: str, roots: frozenset[str], registry: Registry) -> bool:
    """Say whether an actor or one above it is among these."""
    while ident and ident not in roots:
        ident = registry.entry(ident).parent_id
    return bool(ident)


@cache
def _groups() -> dict[str, frozenset[str]]:
    return {row["word"]: frozenset(row["never"].split(";")) - {""} for row in rows("group_words")}


@cache
def _described() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    found: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for row in rows("described_actors"):
        for words in row["words"].split(";"):
            found[words] = (*found.get(words, ()), (row["actor"], tuple(row["speaks"].split(";"))))
    return found


@cache
def _capitals() -> dict[str, str]:
    named = Counter(fold(country.capital) for country in countries())
    return {
        fold(country.capital): country.iso for country in countries() if named[fold(country.capital)] == 1
    }
