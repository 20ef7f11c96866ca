"""How a field of a paired claim came out, and the making of rules that decide it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

__all__ = ["JsonLine", "Judge", "Same", "Verdict", "claim_type", "judge_by", "verdict_of"]

JsonLine = Mapping[str, Any]
"""A claim as `onrecord list claims --format jsonl` prints it, parsed."""


class Verdict(StrEnum):
    """How a field of a paired claim came out; EMPTY says that both sides leave it empty."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSING = "missing"
    EXTRA = "extra"
    EMPTY = "empty"


Judge = Callable[[JsonLine, JsonLine], Verdict]
Same = Callable[[Any, Any], bool]


def claim_type(line: JsonLine) -> str:
    """Give the act of an event, else the type."""
    return str(line.get("act") or line.get("type") or "")


def verdict_of(gold: Any, mine: Any, same: Same) -> Verdict:  # noqa: ANN401 - any field
    """Compare two values of a field, either of which may be empty."""
    if not gold and not mine:
        return Verdict.EMPTY
    if not mine:
        return Verdict.MISSING
    if not gold:
        return Verdict.EXTRA
    return Verdict.RIGHT if same(gold, mine) else Verdict.WRONG


def _equal(gold: object, mine: object) -> bool:
    return gold == mine


def judge_by(read: Callable[[JsonLine], object], same: Same = _equal) -> Judge:
    """Make the rule that reads a value from each side and compares the two."""
    return lambda gold, mine: verdict_of(read(gold), read(mine), same)
