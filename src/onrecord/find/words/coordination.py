"""Names joined into a list: "A, B and the C", "both A and B"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.verbs import is_verb
from onrecord.find.words.word_classes import words_of
from onrecord.find.words.wordtags import COUNTRIES
from onrecord.records import MentionKind

if TYPE_CHECKING:
    from collections.abc import Collection

    from onrecord.find.words.frame import Frame, Placed

__all__ = ["fits", "joined"]

_COUNTRIES = frozenset(name.casefold() for name in COUNTRIES)
_MANY = 12
_DETERMINERS = 2


def fits(placed: Placed, kinds: Collection[str]) -> bool:
    """Say whether a mention is of one of these kinds.

    A country that acts may still stand as a place, and as a "state" where it is a party; a pronoun,
    which names find as people, is a "pronoun".
    """
    kind = placed.mention.kind
    if kind is MentionKind.GROUP and placed.mention.head.lower() in words_of("subject_pronoun"):
        return "pronoun" in kinds
    if kind in kinds:
        return True
    turned = (kind is MentionKind.ACTOR and MentionKind.PLACE in kinds) or (
        kind is MentionKind.PLACE and "state" in kinds
    )
    return turned and placed.mention.head.casefold() in _COUNTRIES


def joined(frame: Frame, placed: Placed, kinds: Collection[str], step: int) -> tuple[Placed, ...]:
    """Give the list of names that starts (step 1) or ends (step -1) with this one, in text order.

    Commas alone join nothing: a list needs its "and" or "or", since "Mosul, Iraq" is one place in another.
    """
    found = [placed]
    coordinated = step < 0 and frame.is_a(placed.last + 1, "coordinator")
    while len(found) < _MANY:
        other, coordinator = _next(frame, found[-1], kinds, step)
        if other is None:
            break
        found.append(other)
        coordinated = coordinated or coordinator
    if step > 0 and frame.is_a(found[-1].last + 1, "coordinator"):
        coordinated = True
    if not coordinated:
        return (placed,)
    return tuple(found if step > 0 else found[::-1])


def _next(frame: Frame, placed: Placed, kinds: Collection[str], step: int) -> tuple[Placed | None, bool]:
    at = placed.last + 1 if step > 0 else placed.first - 1
    if step < 0:
        at = _over_determiners(frame, at, step)
    at, comma, coordinator = _over_joint(frame, at, step)
    if not comma and not coordinator:
        return None, False
    edges = frame.starting if step > 0 else frame.ending
    starts = dict.fromkeys((at, _over_determiners(frame, at, step))) if step > 0 else (at,)
    other = next((p for s in starts for p in edges.get(s, ()) if fits(p, kinds)), None)
    if other is not None and step > 0 and comma and coordinator and _acts(frame, other.last + 1):
        return None, False  # "Norland backs the army, and Estia has armed it"
    return other, coordinator


def _acts(frame: Frame, at: int) -> bool:
    """Tell whether a verb stands there: the name before it opens a clause and ends no list."""
    return frame.is_a(at, "auxiliary", "modal") or (at < len(frame.tokens) and is_verb(frame.tokens[at]))


def _over_joint(frame: Frame, at: int, step: int) -> tuple[int, bool, bool]:
    comma = coordinator = False
    for _ in range(len(", and")):
        if frame.is_a(at, "and_or") and not coordinator:
            coordinator = True
        elif 0 <= at < len(frame.tokens) and frame.tokens[at].words == "," and not comma:
            comma = True
        else:
            break
        at += step
    return at, comma, coordinator


def _over_determiners(frame: Frame, at: int, step: int) -> int:
    for _ in range(_DETERMINERS):
        if frame.is_a(at, "determiner"):
            at += step
    return at
