"""States and their forces as actors: "act:state-af" is Afghanistan's, "act:state-af.army" its army."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from onrecord.records import Actor
from onrecord.resolve.peoples import cells
from onrecord.vocabulary import Row, rows

__all__ = ["PREFIX", "StateForce", "force_actor"]

PREFIX = "act:state-"


class StateForce(NamedTuple):
    """A country's code and the name of its force in vocabulary/state_forces; empty is the state itself."""

    iso: str
    force: str

    @classmethod
    def of(cls, ident: str) -> StateForce:
        """Give the country and the force of an actor's id that begins with "act:state-"."""
        iso, _, force = ident.removeprefix(PREFIX).partition(".")
        return cls(iso.upper(), force)

    @property
    def id(self) -> str:
        """The id of this actor."""
        return f"{PREFIX}{self.iso.lower()}" + (f".{self.force}" if self.force else "")


@cache
def _by_iso() -> dict[str, Row]:
    return {row["iso"]: row for row in rows("demonyms")}


@cache
def _labels() -> dict[str, Row]:
    return {row["force"]: row for row in rows("state_forces")}


def force_actor(ident: str) -> Actor | None:
    """Give the actor of an id such as "act:state-af.army", or None if it is no such id."""
    iso, force = StateForce.of(ident)
    row, label = _by_iso().get(iso), _labels().get(force)
    if not ident.startswith(PREFIX) or row is None or label is None:
        return None
    adjective = (cells(row, "adjectives") or [row["country"]])[0]
    if not force:
        names = (f"Government of {row['country']}", f"{adjective} government")
        return Actor(ident, names[0], "state", names=names, country=row["iso"])
    name = f"{adjective} {label['label']}"
    return Actor(
        ident, name, label["kind"], names=(name,), parent_id=StateForce(iso, "").id, country=row["iso"]
    )
