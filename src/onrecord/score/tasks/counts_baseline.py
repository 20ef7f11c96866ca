"""The simple way to count casualties, to measure others against: the nearest number before a harm word."""

from __future__ import annotations

import re

from onrecord.answers import Counted, Stretch

__all__ = ["nearest_numbers"]

_HARMS = (
    ("killed", r"kill\w*|dead|died|dies|deaths?|fatalities"),
    ("injured", r"injur\w*|wound\w*|hurt"),
    ("abducted", r"abduct\w*|kidnap\w*"),
    ("captured", r"captur\w*|arrest\w*|detain\w*"),
    ("displaced", r"displac\w*|fled"),
    ("missing", r"missing"),
)
_SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMBER = re.compile(rf"\b(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,9}}|{'|'.join(_SMALL)})\b", re.IGNORECASE)


def nearest_numbers(text: str) -> tuple[Counted, ...]:
    """Give a row for each harm word with a number before it in its sentence; each number serves once."""
    harms = sorted(
        (match.start(), outcome)
        for outcome, words in _HARMS
        for match in re.finditer(rf"\b(?:{words})\b", text, re.IGNORECASE)
    )
    found: dict[int, Counted] = {}
    for at, outcome in harms:
        begin = text.rfind(". ", 0, at) + 1
        numbers = [match for match in _NUMBER.finditer(text, begin, at) if match.start() not in found]
        if numbers:
            last = numbers[-1]
            value = _value(last[0])
            found[last.start()] = Counted(Stretch(*last.span()), outcome, value, value)
    return tuple(found.values())


def _value(written: str) -> float:
    lower = written.lower()
    return _SMALL.index(lower) + 1 if lower in _SMALL else float(written.replace(",", ""))
