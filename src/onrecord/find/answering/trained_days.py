"""The day of an incident: that of the time words nearest to its fillers, best in one sentence with one.

Words that say when something was said ("reported today") are left out. A weekday gives no day but the time
until the day of the text, as the coding rules want it. What lies long before the text is rarely its news.

Source: MUC-4 template documentation part 1, section 7.3 (1992).
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from onrecord.find.answering.days import OPEN, days_of
from onrecord.vocabulary import rows

__all__ = ["body_of", "days_near"]

BESIDE = 350
"""Characters from a filler within which the time words of other sentences are looked at."""
OLDEST = 60
"""Days before the text beyond which time words are not looked at."""
_HEAD = 400
_WINDOW = 60
_DATED = re.compile(r",?\s{0,9}\[?\s{0,9}\d{1,2}\s{1,9}[A-Za-z]{3}")
"""What follows "on Monday [18 September]": the date says it."""
_BODY = re.compile(r"\[TEXT\]|\s--\s", re.IGNORECASE)
Interval = tuple[str, str]


class _Told(NamedTuple):
    start: int
    days: Interval


def body_of(text: str) -> int:
    """Give where a wire report begins behind its dateline, 0 where it has none."""
    found = _BODY.search(text[:_HEAD])
    return found.end() if found else 0


def days_near(text: str, day: str, places: Iterable[int], sentences: Iterable[tuple[int, int]]) -> Interval:
    """Give the days of an incident told at `places` in a text of `day`, until that day where none is told.

    `sentences` are half-open stretches of the text; `day` is ISO, "" where unknown: then so are they.
    """
    if not day:
        return OPEN
    told, begins = tuple(_told(text, day)), [start for start, _ in sentences]
    near = [
        (elsewhere, abs(one.start - place), one.days)
        for place in places
        for one in _beside(place, told)
        if not (elsewhere := bisect(begins, place) != bisect(begins, one.start))
        or abs(one.start - place) <= BESIDE
    ]
    return min(near)[2] if near else ("", day)


def _beside(place: int, told: tuple[_Told, ...]) -> tuple[_Told, ...]:
    """Give the time words right before and right behind a place: none of the others is nearer."""
    at = bisect(told, place, key=lambda one: one.start)
    return told[max(0, at - 1) : at + 1]


def _told(text: str, day: str) -> Iterator[_Told]:
    """Give the time words that mean one day, not long before the text, or a weekday."""
    for match in _time().finditer(text, body_of(text)):
        words = " ".join(match[0].lower().split())
        if _tells_of_saying(text, match):
            continue
        if _weekday().search(words):
            if _DATED.match(text, match.end()):
                continue
            yield _Told(match.start(), ("", day))
            continue
        first, last = days_of(words, day)
        if first and first == last and 0 <= _between(last, day) <= OLDEST:
            yield _Told(match.start(), (first, last))


def _tells_of_saying(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word of saying stands right before time words or right behind them."""
    before, behind = _says()
    start, end = match.span()
    return bool(
        before.search(text[max(0, start - _WINDOW) : start]) or behind.match(text[end : end + _WINDOW])
    )


def _between(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


@cache
def _says() -> tuple[re.Pattern[str], re.Pattern[str]]:
    says = "|".join(re.escape(row["word"]) for row in rows("muc_saying"))
    return (
        re.compile(rf"\b(?:{says})(?:\s+\w{{1,20}})?\s{{1,20}}$", re.IGNORECASE),
        re.compile(rf",?\s{{1,20}}(?:\w{{1,20}}\s{{1,20}})?(?:{says})\b", re.IGNORECASE),
    )


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_names('weekdays')})\b")


@cache
def _time() -> re.Pattern[str]:
    months = _names("months")
    weekdays = _names("weekdays")
    return re.compile(
        r"\b(?:today|tonight|yesterday|last\s+night|overnight|(?:this|early\s+this|late\s+this)"
        r"\s+(?:morning|afternoon|evening|noon)|\w+\s+days?\s+ago"
        rf"|(?:last\s+)?(?:{weekdays})"
        rf"|(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:of\s+)?(?:{months})\b(?:\s+\d{{1,2}}(?!\d))?(?:,?\s+\d{{4}})?)\b",
        re.IGNORECASE,
    )


def _names(table: str) -> str:
    words = (row["word"] for row in rows(table) if row["language"] == "en")
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
