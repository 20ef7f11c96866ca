"""The registry of actors: who is known outside the texts, under which names."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import NamedTuple

from onrecord.errors import VocabularyError
from onrecord.records import Actor
from onrecord.resolve.actor_table import Entry, NameUse, entries
from onrecord.resolve.force_names import forces_named
from onrecord.resolve.name_starts import NameStarts
from onrecord.resolve.near_names import NearNames
from onrecord.resolve.peoples import countries_named, is_demonym
from onrecord.resolve.spelling import fold, is_capital, is_upper
from onrecord.resolve.states import StateForce, force_actor

__all__ = ["Answer", "Registry"]

MORE = ("other_names", "state_names")
"""Tables of further names for the actors of the others, and for states' forces."""

_NOBODY: frozenset[str] = frozenset()
_ACTOR = frozenset({"actor"})
_PEOPLE = frozenset({"community", "supporters"})
_DEMONYM = frozenset({"demonym"})
_NEAR_WEIGHT = 0.72
_SOUND_SCORE = 0.7


class Answer(NamedTuple):
    """An actor that a name may mean; `how` is name, shared, country, force or near, `score` from 0 to 1."""

    actor: Actor
    how: str
    score: float
    words: str


class Registry:
    """Actors by id and by name; `version` changes with the tables that it was read from."""

    def __init__(
        self, tables: tuple[str, ...] = ("actors", "actors_ucdp"), more: tuple[str, ...] = MORE
    ) -> None:
        self._entries: dict[str, Entry] = entries(tables, more)
        self._uses: dict[str, tuple[NameUse, ...]] = {}
        for entry in self._entries.values():
            for use in entry.uses:
                self._uses[use.key] = (*self._uses.get(use.key, ()), use)
        said = "\n".join(f"{key}={uses}" for key, uses in self._uses.items())
        self.version = hashlib.sha256(said.encode()).hexdigest()[:12]
        self._spelled = NearNames(self._uses)

    def entry(self, ident: str) -> Actor:
        """Give the actor of this id; forces of states ("act:state-af.army") are made when asked for."""
        found = self._entries.get(ident)
        actor = found.actor if found else force_actor(ident)
        if actor is None:
            raise VocabularyError(f"no actor {ident!r} in the registry; look its name up with named()")
        return actor

    def named(self, name: str) -> tuple[Actor, ...]:
        """Give the actors that bear this name as written, the likeliest first; empty if nobody does."""
        return tuple(answer.actor for answer in self.answers(name))

    def answers(self, name: str) -> tuple[Answer, ...]:
        """Give the actors that bear this name, each with how it bears it."""
        uses = [use for use in self._uses.get(fold(name), ()) if use.allows(name)]
        alone = len({use.id for use in uses}) == 1
        known = [self._answer(use, name, alone=alone) for use in uses]
        if is_demonym(name) and all(answer.actor.kind in _PEOPLE for answer in known):
            return self._state(name) or tuple(known)
        return tuple(known) or self._state(name)

    def near(self, name: str, limit: int = 5) -> tuple[Answer, ...]:
        """Give actors with a name spelled almost so, closest first; never for names under seven letters."""
        return tuple(
            Answer(self.entry(use.id), "near", ratio * _NEAR_WEIGHT, use.words)
            for use, ratio in self._spelled.near(name, limit)
        )

    def sounding(self, name: str) -> tuple[Answer, ...]:
        """Give the one actor with a name that another scheme of transliteration writes so, or nothing."""
        use = self._spelled.sounding(name)
        return () if use is None else (Answer(self.entry(use.id), "near", _SOUND_SCORE, use.words),)

    @cached_property
    def starts(self) -> NameStarts:
        """The first words of all names."""
        return NameStarts(self._uses.keys())

    def branches(self, ident: str) -> tuple[Actor, ...]:
        """Give the branches of an actor: "Islamic State Khorasan Province" of the Islamic State."""
        return self._branches.get(ident, ())

    @cached_property
    def _branches(self) -> dict[str, tuple[Actor, ...]]:
        found: dict[str, tuple[Actor, ...]] = {}
        for entry in self._entries.values():
            if entry.actor.kind == "branch":
                parent = entry.actor.parent_id
                found[parent] = (*found.get(parent, ()), entry.actor)
        return found

    def context(self, ident: str) -> tuple[str, ...]:
        """Give the words that speak for this actor where its name is shared."""
        found = self._entries.get(ident)
        return found.context if found else ()

    def kinds(self, name: str) -> frozenset[str]:
        """Give {"actor"}, {"demonym"} or nothing for words as written; ordinary words are nothing.

        A country's name alone is not offered as an actor here (`named` gives its state), nor is an
        acronym of two letters that nobody entered by hand.
        """
        if is_demonym(name):
            return _DEMONYM
        uses = [use for use in self._uses.get(fold(name), ()) if use.allows(name) and use.stands_out]
        if any(use.kept or is_capital(name) for use in uses):
            return _ACTOR
        return _ACTOR if is_capital(name) and forces_named(name) else _NOBODY

    def _answer(self, use: NameUse, name: str, *, alone: bool) -> Answer:
        shared = use.shared or not alone
        score = (0.5 if shared else 0.9) + (0.05 if use.kept else 0.0)
        return Answer(self.entry(use.id), "shared" if shared else "name", score, name)

    def _state(self, name: str) -> tuple[Answer, ...]:
        if not is_capital(name):
            return ()
        forces = forces_named(name)
        if forces:
            score = 0.9 if len(forces) == 1 else 0.5
            return tuple(Answer(self.entry(force.id), "force", score, name) for force in forces)
        states = [StateForce(iso, "").id for iso in countries_named(name, demonyms=not is_upper(name))]
        return tuple(Answer(self.entry(ident), "country", 0.7 / len(states), name) for ident in states)

    def is_people(self, name: str) -> bool:
        """Say whether a name is only a community's or its supporters', never an organisation's."""
        kinds = {answer.actor.kind for answer in self.answers(name)}
        return bool(kinds) and kinds <= _PEOPLE
