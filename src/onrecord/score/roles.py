"""The rules that compare who did what to whom, and where."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.score.verdicts import JsonLine, Judge, Verdict, claim_type, judge_by, verdict_of
from onrecord.score.words import Filler, fill_all, filler, same_fillers

__all__ = ["judge_doers", "judge_others", "judge_places"]

DOERS = frozenset({"agent", "subject", "actor", "speaker", "cause"})
PLACES = frozenset({"place", "area", "parent area", "parent_area"})
UNCODED = frozenset({"content", "office", "instrument", "thing", "than", "victim"})
"""Roles that gold does not code: they may fill what gold asks for, and are no fault otherwise."""

UNORDERED = frozenset(
    (
        *("armed_clash", "agreement", "ceasefire", "negotiation", "meeting"),
        *("allied_with", "co_fights", "rival_of", "in_contact_with"),
    )
)
"""Types whose parties have no order; for them, and where a side is named, all parties are compared as one."""


def _fillers(line: JsonLine, wanted: Callable[[str], bool]) -> list[Filler]:
    return [
        filler(shape) for name, shapes in line.get("roles", {}).items() if wanted(name) for shape in shapes
    ]


def _roles(wanted: Callable[[str], bool]) -> Judge:
    return judge_by(lambda line: _fillers(line, wanted), same_fillers)


def _pooled(gold: JsonLine, mine: JsonLine) -> bool:
    sided = any("side" in line.get("roles", {}) for line in (gold, mine))
    return sided or claim_type(gold) in UNORDERED


def judge_doers(gold: JsonLine, mine: JsonLine) -> Verdict:
    """Compare agents and subjects, or all parties where these have no order."""
    pooled = _pooled(gold, mine)
    return _roles(lambda role: role not in PLACES if pooled else role in DOERS)(gold, mine)


def judge_others(gold: JsonLine, mine: JsonLine) -> Verdict:
    """Compare targets, objects and all other roles that gold codes; nothing is left of pooled parties."""
    if _pooled(gold, mine):
        return Verdict.EMPTY
    asked = _fillers(gold, lambda role: role not in DOERS | PLACES)
    given = _fillers(mine, lambda role: role not in DOERS | PLACES)
    owed = _fillers(mine, lambda role: role not in DOERS | PLACES | UNCODED)
    if not asked:
        return Verdict.EXTRA if owed else Verdict.EMPTY
    return verdict_of(asked, given, lambda _gold, _mine: fill_all(asked, given) and fill_all(owed, asked))


judge_places: Judge = _roles(lambda role: role in PLACES)
"""Compare places and areas."""
