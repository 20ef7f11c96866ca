"""Governments and forces named after the one who leads them: "Hadi’s government"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.resolve.force_names import bare_force
from onrecord.resolve.group_words import group_words
from onrecord.resolve.peoples import countries_named
from onrecord.resolve.spelling import fold, is_capital
from onrecord.resolve.states import StateForce
from onrecord.vocabulary import rows

__all__ = ["Owned", "leaders", "owned_government"]

_MOST_WORDS = 8
_OWNER_FIRST = re.compile(r"^(?P<owner>.{2,60}?)(?:['’]s|s['’])\s(?P<rest>.{3,60})$")
_OWNER_LAST = re.compile(
    r"^(?P<rest>[^’']{3,40}?)\s(?:of|loyal to|led by|under|headed by)\s"
    r"(?:(?:the\s)?(?:president|prime minister|king|dictator|general)\s)?(?P<owner>.{2,60})$",
    re.IGNORECASE,
)


class Owned(NamedTuple):
    """Who leads, the id of the state or group that a known leader leads (else ""), and the force."""

    owner: str
    actor: str
    force: str


def owned_government(words: str) -> Owned | None:
    """Give whose government or force the words name; None if they name none or a country's own."""
    if len(words.split()) > _MOST_WORDS:
        return None
    for pattern in (_OWNER_FIRST, _OWNER_LAST):
        found = pattern.match(words)
        force = _force(found["rest"]) if found else None
        if found and force is not None and _is_led(found["rest"], found["owner"]):
            return Owned(found["owner"], leaders().get(fold(found["owner"]), ""), force)
    return _led_by_name(words)


def _led_by_name(words: str) -> Owned | None:
    """Give what "Maduro government" names where a known leader stands before a force."""
    parts = words.split()
    for cut in range(len(parts) - 1, 0, -1):
        owner = " ".join(parts[:cut])
        led, force = leaders().get(fold(owner), ""), _force(" ".join(parts[cut:]))
        if led and force is not None and is_capital(owner):
            return Owned(owner, led, force)
    return None


@cache
def leaders() -> dict[str, str]:
    """Give the ids of states and groups by the folded names of who leads them; "" for a name of two."""
    found: dict[str, str] = {}
    for row in rows("leaders"):
        led = row["actor"] or StateForce(row["iso"], "").id
        for key in map(fold, row["name"].split(";")):
            found[key] = led if found.get(key, led) == led else ""
    return found


def _force(words: str) -> str | None:
    """Give the force that the last words name, "" for a government or a group's people, else None."""
    parts = fold(words).split()
    told = (bare_force(" ".join(parts[-size:])) for size in (3, 2, 1))
    force = next((force for force in told if force is not None), None)
    return "" if force is None and group_words(parts[-1] if parts else "") else force


def _is_led(force: str, owner: str) -> bool:
    """Say whether a force, no name by itself ("Army of ..."), belongs to a name that is no country's."""
    capital = is_capital(owner.split(maxsplit=1)[0]) and is_capital(owner.rsplit(maxsplit=1)[-1])
    return not is_capital(force) and capital and not countries_named(owner, demonyms=True)
