"""The day of an incident: that of the time words nearest to its fillers, in one sentence with one of them.

Of words that mean the day of the text ("today"), many say when something was said, so that others go first.
What lies long before the text is rarely what it reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from onrecord.find.answering.days import OPEN, days_of
from onrecord.vocabulary import rows

__all__ = ["body_of", "days_near"]

OLDEST = 60
"""Days before the text beyond which time words are not looked at."""
_HEAD = 400
_BODY = re.compile(r"\[TEXT\]|\s--\s", re.IGNORECASE)
Interval = tuple[str, str]


class _Told(NamedTuple):
    start: int
    days: Interval
    today: bool


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
    at, told = sorted(places), tuple(_told(text, day))
    near = [
        (one.today, abs(one.start - place), one.days)
        for start, end in sentences
        for place in at
        if start <= place < end
        for one in told
        if start <= one.start < end
    ]
    return min(near)[2] if near else ("", day)


def _told(text: str, day: str) -> Iterator[_Told]:
    """Give the time words that mean one day, not long before the text."""
    for match in _time().finditer(text, body_of(text)):
        words = " ".join(match[0].lower().split())
        first, last = days_of(words, day)
        if first and first == last and 0 <= _between(last, day) <= OLDEST:
            yield _Told(match.start(), (first, last), words == "today")


def _between(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days


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
