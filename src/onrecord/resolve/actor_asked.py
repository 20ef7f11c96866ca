"""What the rules that tell an unnamed actor are asked, and what they answer."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from onrecord.records import Actor, Link, Mention
from onrecord.resolve.actor_context import Words
from onrecord.resolve.actor_surroundings import Surroundings
from onrecord.resolve.actors import CANDIDATE
from onrecord.resolve.namings import Named
from onrecord.resolve.registry import Registry
from onrecord.resolve.states import StateForce, force_actor

__all__ = ["LIKELY", "Asked", "Told", "follows", "of_state"]

LIKELY = 0.6
"""What is told by the text around is no better than likely."""


class Told(NamedTuple):
    """An actor that the text around tells, how surely, and why."""

    actor: Actor
    score: float
    why: str

    def filled(self, link: Link) -> Link:
        """Give the open link with this actor."""
        return replace(link, target_id=self.actor.id, name=self.actor.name, score=self.score, why=self.why)


class Asked(NamedTuple):
    """An open mention with what may tell whom it means; `key` is its folded head."""

    mention: Mention
    key: str
    link: Link
    around: Surroundings
    words: Words
    registry: Registry


def follows(asked: Asked, before: Named | None, what: str) -> Told | None:
    """Give the actor named before as the one that a mention means; None if nobody known was named."""
    if before is None or before.id.startswith(CANDIDATE):
        return None
    why = f"“{asked.mention.head}” follows “{before.words}”, {what}"
    return Told(asked.registry.entry(before.id), LIKELY, why)


def of_state(asked: Asked, iso: str, force: str, told: str, score: float = LIKELY) -> Told | None:
    """Give a country's force and how it is told; None where no country is, or a dependency without forces."""
    ident = StateForce(iso, force).id
    if not iso or force_actor(ident) is None:
        return None
    actor = asked.registry.entry(ident)
    return Told(actor, score, f"“{asked.mention.head}” {told}: {actor.name}")
