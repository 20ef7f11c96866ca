"""States and their forces as actors: "Afghan government", "U.S. air force", "the government of Chad"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from onrecord.records import Actor
from onrecord.resolve.spelling import fold
from onrecord.vocabulary import Row, rows

__all__ = [
    "PREFIX",
    "StateForce",
    "bare_force",
    "begins_force",
    "countries_named",
    "force_actor",
    "force_named",
    "forces_named",
    "is_demonym",
    "longest_force",
]

PREFIX = "act:state-"
_LONGEST_COUNTRY = 6
_MOST_RANKS = 3
_LONGEST_FORCE = 7


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


def _cells(row: Row, *columns: str) -> list[str]:
    return [cell for column in columns for cell in row[column].split(";") if cell]


def _index(*columns: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("demonyms"):
        for name in _cells(row, *columns):
            codes = found.get(fold(name), ())
            found[fold(name)] = codes if row["iso"] in codes else (*codes, row["iso"])
    return found


@cache
def _demonyms() -> dict[str, tuple[str, ...]]:
    return _index("adjectives", "people")


@cache
def _countries() -> dict[str, tuple[str, ...]]:
    return _index("country", "also")


@cache
def _owners() -> dict[str, tuple[str, ...]]:
    """Countries by the words that may stand before a force: adjectives first, then names."""
    return _countries() | _index("adjectives")


@cache
def _forces() -> dict[str, str]:
    return {fold(words): row["force"] for row in rows("state_forces") for words in _cells(row, "words")}


@cache
def _bare() -> dict[str, str]:
    return {fold(words): row["force"] for row in rows("state_forces") for words in _cells(row, "bare")}


@cache
def _ranks() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("force_ranks"))


@cache
def _by_iso() -> dict[str, Row]:
    return {row["iso"]: row for row in rows("demonyms")}


@cache
def _labels() -> dict[str, Row]:
    return {row["force"]: row for row in rows("state_forces")}


def begins_force(word: str) -> bool:
    """Say whether a country's force may begin with this folded word: "afghan", "royal"."""
    return word in _owner_heads() or word in _ranks()


def longest_force(words: Sequence[str]) -> int:
    """Give how many of these folded words, the first ones, name a country's force: "afghan national army"."""
    if not words or not begins_force(words[0]):
        return 0
    sizes = (
        size for size in range(min(len(words), _LONGEST_FORCE), 1, -1) if words[size - 1] in _force_ends()
    )
    return next((size for size in sizes if forces_named(" ".join(words[:size]))), 0)


@cache
def _owner_heads() -> frozenset[str]:
    return frozenset(words.split()[0] for words in _owners())


@cache
def _force_ends() -> frozenset[str]:
    """Give the words with which a force's name may end: its own last word, or a country's after "of"."""
    return frozenset(words.split()[-1] for words in _forces())


def force_named(words: str) -> str | None:
    """Give the force that folded words name beside a country or a possessive, also with words of rank."""
    return _force(words.split())


def bare_force(key: str) -> str | None:
    """Give the force that folded words such as "police" name where the country goes without saying."""
    return _bare().get(key)


def is_demonym(name: str) -> bool:
    """Say whether the words are a country's adjective or people, as written with a capital."""
    return name[:1] != name[:1].lower() and fold(name) in _demonyms()


def countries_named(name: str, *, demonyms: bool = False) -> tuple[str, ...]:
    """Give the codes of the countries that bear this name (or are meant by this adjective)."""
    key = fold(name)
    codes = _countries().get(key, ())
    return codes or (_demonyms().get(key, ()) if demonyms else ())


def forces_named(name: str) -> tuple[StateForce, ...]:
    """Give what "<country> <force>" or "<force> of <country>" names; two where two countries share it."""
    words = fold(name).split()
    if words[:1] and words[0] in _ranks():
        words = words[1:]
    if len(words) < 2:  # noqa: PLR2004 - an owner and a force
        return ()
    return _owned_first(words) or _owned_last(words)


def _owned_first(words: list[str]) -> tuple[StateForce, ...]:
    for cut in range(min(len(words) - 1, _LONGEST_COUNTRY), 0, -1):
        force = _force(words[cut:])
        owners = _owners().get(" ".join(words[:cut]), ())
        if force is not None and owners:
            return tuple(StateForce(iso, force) for iso in owners)
    return ()


def _force(words: list[str]) -> str | None:
    """Give the force that words name, also with words of rank before it: "Royal", "National", "State"."""
    for cut in range(min(len(words), _MOST_RANKS + 1)):
        if cut and words[cut - 1] not in _ranks():
            break
        force = _forces().get(" ".join(words[cut:]))
        if force is not None:
            return force
    return None


def _owned_last(words: list[str]) -> tuple[StateForce, ...]:
    if "of" not in words:
        return ()
    at = words.index("of")
    force = _force(words[:at])
    owner = " ".join(words[at + 1 :]).removeprefix("the ")
    return () if force is None else tuple(StateForce(iso, force) for iso in _countries().get(owner, ()))


def force_actor(ident: str) -> Actor | None:
    """Give the actor of an id such as "act:state-af.army", or None if it is no such id."""
    iso, force = StateForce.of(ident)
    row, label = _by_iso().get(iso), _labels().get(force)
    if not ident.startswith(PREFIX) or row is None or label is None:
        return None
    adjective = (_cells(row, "adjectives") or [row["country"]])[0]
    if not force:
        names = (f"Government of {row['country']}", f"{adjective} government")
        return Actor(ident, names[0], "state", names=names, country=row["iso"])
    name = f"{adjective} {label['label']}"
    return Actor(
        ident, name, label["kind"], names=(name,), parent_id=StateForce(iso, "").id, country=row["iso"]
    )
