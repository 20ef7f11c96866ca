"""What one fill of a MUC-4 slot is worth against one of the key: correct 1, partial 0.5, incorrect 0.

Source: Guidelines for scoring mismatches between system responses and answer key, MUC-4, 1992,
section 3.2. In 1992 a person decided where this table gives what can be told from the words alone,
so it is the stricter: who doubts counts a fill incorrect, as the guidelines say.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["CORRECT", "PARTIAL", "Fill", "Value", "Verdict", "credit", "date", "element", "kind", "location",
           "number", "words"]  # fmt: skip

Value = tuple[str, ...]
"""A string or set fill has one member, dates and numbers are (least, greatest), a location goes downwards."""

Verdict = Callable[[Value, Value], float]
"""The credit of a value given against one of the key."""

CORRECT, PARTIAL, INCORRECT = 1.0, 0.5, 0.0

_SUPERSETS = {  # a set fill given, and those of the key of which it says a part
    "SUSPECTED OR ACCUSED": {"SUSPECTED OR ACCUSED BY AUTHORITIES"},
    "NO INJURY": {"NO INJURY OR DEATH"},
    "NO DEATH": {"NO INJURY OR DEATH"},
}
_PREMODIFIERS = frozenset(
    {"a", "the", "an", "this", "that", "these", "those", "one", "two", "three", "four", "five", "six",
     "seven", "eight", "nine", "ten", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "more", "most",
     "many", "several", "some", "all", "few", "any", "another", "other", "certain", "of"}
)  # fmt: skip
_PUNCTUATION = str.maketrans(string.punctuation, " " * len(string.punctuation))


@dataclass(frozen=True, slots=True)
class Fill:
    """One fill: the values that are right for it, whom it speaks of, and whether it may be left out."""

    values: tuple[Value, ...]
    tags: tuple[str, ...] = ()
    optional: bool = False


def credit(given: Fill, gold: Fill, verdict: Verdict) -> float:
    """Give the best credit over the alternatives of the key; a right value with a wrong tag is partial."""
    best = max((verdict(given.values[0], value) for value in gold.values), default=INCORRECT)
    if best < CORRECT or not gold.tags:
        return best
    tagged = any(words((one,), (other,)) for one in given.tags for other in gold.tags)
    return CORRECT if tagged else PARTIAL


def kind(given: Value, gold: Value) -> float:
    """Compare incident types: ATTACK is a part of every other type."""
    if given == gold:
        return CORRECT
    return PARTIAL if given == ("ATTACK",) else INCORRECT


def element(given: Value, gold: Value) -> float:
    """Compare set fills: equal, or given a superset of what the key says."""
    if given == gold:
        return CORRECT
    return PARTIAL if gold[0] in _SUPERSETS.get(given[0], ()) else INCORRECT


def words(given: Value, gold: Value) -> float:
    """Compare strings without premodifiers: equal, or partial where one is a run of the other's words."""
    one, other = _telling(given[0]), _telling(gold[0])
    if one == other:
        return CORRECT
    return PARTIAL if one and other and (_within(one, other) or _within(other, one)) else INCORRECT


def location(given: Value, gold: Value) -> float:
    """Compare places from the country down: all equal; partial where only the country or only the rest is."""
    if given == gold:
        return CORRECT
    return PARTIAL if given[:1] == gold[:1] or given[1:] == gold[1:] != () else INCORRECT


def date(given: Value, gold: Value) -> float:
    """Compare intervals of days: equal; partial where given lies within, or is "until" the key's last day."""
    if given == gold:
        return CORRECT
    if not given[0]:
        return PARTIAL if given[1] and given[1] == gold[1] else INCORRECT
    within = gold[1] and gold[0] <= given[0] and given[0] <= given[1] <= gold[1]
    return PARTIAL if within else INCORRECT


def number(given: Value, gold: Value) -> float:
    """Compare counts: equal; partial where a single number is an end of the key's range or its "about"."""
    single = given[0] == given[1]
    if gold[0].startswith("~"):
        if single:
            return PARTIAL if given[0] == gold[0][1:] else INCORRECT
        return CORRECT if _around(given, float(gold[0][1:])) else INCORRECT
    if given == gold:
        return CORRECT
    return PARTIAL if single and given[0] in gold else INCORRECT


def _around(given: Value, middle: float) -> bool:
    return bool(given[0] and given[1]) and float(given[0]) <= middle <= float(given[1])


def _telling(text: str) -> list[str]:
    found = re.sub(r"\s+", " ", text.lower().translate(_PUNCTUATION)).split()
    while len(found) > 1 and found[0] in _PREMODIFIERS:
        found.pop(0)
    return found


def _within(short: list[str], long: list[str]) -> bool:
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))
