"""The rules that compare a claim with gold, field by field; `FIELDS` is the table of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from onrecord.score.times import same_interval
from onrecord.score.words import Filler, filler, same_filler, same_fillers

__all__ = ["FIELDS", "Field", "JsonLine", "Verdict", "claim_type"]

JsonLine = Mapping[str, Any]
"""A claim as `onrecord list claims --format jsonl` prints it, parsed."""

DOERS = frozenset({"agent", "subject", "actor", "speaker", "group", "holder"})
PLACES = frozenset({"place", "area", "parent area", "parent_area"})
UNORDERED = frozenset(
    (
        *("armed_clash", "agreement", "ceasefire", "negotiation", "meeting"),
        *("allied_with", "co_fights", "rival_of", "in_contact_with"),
    )
)
"""Types whose parties have no order; for them, and where a side is named, all parties are compared as one."""


class Verdict(StrEnum):
    """How a field of a paired claim came out; EMPTY says that both sides leave it empty."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSING = "missing"
    EXTRA = "extra"
    EMPTY = "empty"


Judge = Callable[[JsonLine, JsonLine], Verdict]
Same = Callable[[Any, Any], bool]


@dataclass(frozen=True, slots=True)
class Field:
    """A field and its rule: what it reads from a claim, when two values are the same, and that in words."""

    name: str
    rule: str
    judge: Judge


def claim_type(line: JsonLine) -> str:
    """Give the act of an event, else the type."""
    return str(line.get("act") or line.get("type") or "")


def _verdict(gold: Any, mine: Any, same: Same) -> Verdict:  # noqa: ANN401 - any field
    if not gold and not mine:
        return Verdict.EMPTY
    if not mine:
        return Verdict.MISSING
    if not gold:
        return Verdict.EXTRA
    return Verdict.RIGHT if same(gold, mine) else Verdict.WRONG


def _equal(gold: object, mine: object) -> bool:
    return gold == mine


def _by(read: Callable[[JsonLine], object], same: Same = _equal) -> Judge:
    """Make the rule that reads a value from each side and compares the two."""
    return lambda gold, mine: _verdict(read(gold), read(mine), same)


def _named(name: str) -> Judge:
    def read(line: JsonLine) -> object:
        return "" if line.get(name) == "none_stated" else line.get(name)

    return _by(read)


def _fillers(line: JsonLine, wanted: Callable[[str], bool]) -> list[Filler]:
    return [
        filler(shape) for name, shapes in line.get("roles", {}).items() if wanted(name) for shape in shapes
    ]


def _roles(wanted: Callable[[str], bool]) -> Judge:
    return _by(lambda line: _fillers(line, wanted), same_fillers)


def _pooled(gold: JsonLine, mine: JsonLine) -> bool:
    sided = any("side" in line.get("roles", {}) for line in (gold, mine))
    return sided or claim_type(gold) in UNORDERED


def _judge_doers(gold: JsonLine, mine: JsonLine) -> Verdict:
    pooled = _pooled(gold, mine)
    return _roles(lambda role: role not in PLACES if pooled else role in DOERS)(gold, mine)


def _judge_others(gold: JsonLine, mine: JsonLine) -> Verdict:
    if _pooled(gold, mine):
        return Verdict.EMPTY
    return _roles(lambda role: role not in DOERS | PLACES)(gold, mine)


def _judge_when(gold: JsonLine, mine: JsonLine) -> Verdict:
    if gold.get("kind") == "event":
        return _by(lambda line: line.get("happened"), same_interval)(gold, mine)
    return _by(lambda line: line.get("happened") or line.get("as_of"), same_interval)(gold, mine)


def _casualties(line: JsonLine) -> list[tuple[str, ...]]:
    return sorted(
        tuple(str(row[end]) for end in ("outcome", "low", "high")) for row in line.get("casualties") or ()
    )


def _same_bounds(gold: JsonLine, mine: JsonLine) -> bool:
    return bool(gold["low"] == mine["low"] and gold["high"] == mine["high"])


def _same_sources(gold: Sequence[JsonLine], mine: Sequence[JsonLine]) -> bool:
    return len(gold) == len(mine) and all(_same_source(g, m) for g, m in zip(gold, mine, strict=True))


def _same_source(gold: JsonLine, mine: JsonLine) -> bool:
    if not gold["who"] or not mine["who"]:
        return not gold["who"] and not mine["who"]
    return same_filler(filler(gold["who"]), filler(mine["who"]))


def _acts(line: JsonLine) -> list[str]:
    return sorted(str(source["act"]) for source in line.get("sources") or ())


FIELDS: tuple[Field, ...] = (
    Field("type", "the act or type is the same name", _by(claim_type)),
    Field("method", "the same name; none stated is empty", _named("method")),
    Field("target", "the same name; none stated is empty", _named("target")),
    Field("scale", "the same name", _named("scale")),
    Field(
        "doers", "agents and subjects are the same names; all parties where they have no order", _judge_doers
    ),
    Field("others", "targets, objects and all other roles but places are the same names", _judge_others),
    Field("places", "places and areas are the same names", _roles(lambda role: role in PLACES)),
    Field("when", "happened (or, for what is no event, as of) is the same interval", _judge_when),
    Field("said", "said is the same interval", _by(lambda line: line.get("said"), same_interval)),
    Field("casualties", "the same rows of outcome, low and high", _by(_casualties)),
    Field("quantity", "the same low and high", _by(lambda line: line.get("quantity"), _same_bounds)),
    Field(
        "sources",
        "the same chain of names, unknown where gold says unknown",
        _by(lambda line: line.get("sources"), _same_sources),
    ),
    Field("source acts", "the same acts of speech", _by(_acts)),
    Field("polarity", "the same", _named("polarity")),
    Field("modality", "the same", _named("modality")),
)
