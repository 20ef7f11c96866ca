"""Forces of states by their names: "Afghan National Army", "Royal Thai Army", "army of Lebanon"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from onrecord.resolve.peoples import cells, countries_named, owners
from onrecord.resolve.spelling import fold
from onrecord.resolve.states import StateForce
from onrecord.vocabulary import rows

__all__ = ["bare_force", "begins_force", "force_named", "forces_named", "longest_force"]

_LONGEST_COUNTRY = 6
_MOST_RANKS = 3
_LONGEST_FORCE = 7


@cache
def _forces() -> dict[str, str]:
    return {fold(words): row["force"] for row in rows("state_forces") for words in cells(row, "words")}


@cache
def _bare() -> dict[str, str]:
    return {fold(words): row["force"] for row in rows("state_forces") for words in cells(row, "bare")}


@cache
def _ranks() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("force_ranks"))


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
    return frozenset(words.split()[0] for words in owners())


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
        codes = owners().get(" ".join(words[:cut]), ())
        if force is not None and codes:
            return tuple(StateForce(iso, force) for iso in codes)
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
    return () if force is None else tuple(StateForce(iso, force) for iso in countries_named(owner))
