"""Time words read against the day of a text: ISO days (earliest, latest), "" where an end stays open.

Simpler than what a record does with times: a month or a weekday without a year is the last one that had
come by the day of the text, for what such words tell in reports lies behind them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache

from onrecord.vocabulary import rows

__all__ = ["OPEN", "days_of", "days_of_all"]

OPEN = ("", "")
"""Nothing is known of the day."""

Interval = tuple[str, str]

_BEFORE = {"today": 0, "tonight": 0, "yesterday": 1, "last night": 1, "overnight": 1, "the day before": 1}
_TODAY = re.compile(r"\b(?:this|early this|late this) (?:morning|afternoon|evening|noon)\b")
_DAYS_AGO = re.compile(r"\b(\d{1,2}|two|three|four|five|six|seven) days? ago\b")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_WEEK = 7


def days_of(words: str, day: str) -> Interval:
    """Give the days that time words mean in a text of `day` (ISO, "" where unknown)."""
    plain = " ".join(words.lower().split())
    told = date.fromisoformat(day) if day else None
    return next((found for read in _READERS if (found := read(plain, told))), OPEN)


def days_of_all(words: Iterable[str], day: str) -> Interval:
    """Give the days of the first of several time words that has any."""
    return next((found for one in words if (found := days_of(one, day)) != OPEN), OPEN)


@cache
def _months() -> dict[str, int]:
    return {row["word"]: int(row["month"]) for row in rows("months") if row["language"] == "en"}


@cache
def _weekdays() -> dict[str, int]:
    return {row["word"]: int(row["day"]) for row in rows("weekdays") if row["language"] == "en"}


@cache
def _date() -> re.Pattern[str]:
    month = "|".join(sorted(_months(), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th)? )?(?:of )?(?P<month>{month})\b\.?"
        r"(?: (?P<behind>\d{1,2})(?:st|nd|rd|th)?(?!\d))?(?:,? (?P<year>\d{4}))?"
    )


def _one(found: date) -> Interval:
    return found.isoformat(), found.isoformat()


def _calendar(words: str, told: date | None) -> Interval | None:
    match = _date().search(words)
    if not match or (not match["year"] and told is None):
        return None
    month, number = _months()[match["month"]], match["before"] or match["behind"]
    first = _safe(int(match["year"]) if match["year"] else told.year if told else 1, month, int(number or 1))
    if first and not match["year"] and told and first > told:
        first = _safe(first.year - 1, month, first.day)
    if first is None or number:
        return _one(first) if first else None
    return first.isoformat(), (_next_month(first) - timedelta(1)).isoformat()


def _safe(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)


def _counted(words: str, told: date | None) -> Interval | None:
    if told is None:
        return None
    if ago := _DAYS_AGO.search(words):
        return _one(told - timedelta(_NUMBERS.get(ago[1]) or int(ago[1])))
    if _TODAY.search(words):
        return _one(told)
    back = next((n for word, n in _BEFORE.items() if re.search(rf"\b{word}\b", words)), None)
    return None if back is None else _one(told - timedelta(back))


def _weekday(words: str, told: date | None) -> Interval | None:
    names = re.findall(r"[a-z]+", words)
    number = next((_weekdays()[name] for name in names if name in _weekdays()), None)
    if told is None or number is None:
        return None
    back = (told.weekday() - number) % _WEEK
    return _one(told - timedelta(back or (_WEEK if "last" in names else 0)))


_READERS: tuple[Callable[[str, date | None], Interval | None], ...] = (_calendar, _counted, _weekday)
