"""Intervals of days: months, seasons, years and their parts, and shifts from one to another."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache

from onrecord.records import Anchor, Precision
from onrecord.vocabulary import rows

__all__ = [
    "Period", "Unclear", "around", "coarser", "day", "decade", "month", "part_of", "season", "shifted",
    "single_day", "span", "year",
]  # fmt: skip

_TWELFTHS = 12
_GRAIN = (Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.HALF,
          Precision.YEAR, Precision.DECADE, Precision.RANGE, Precision.OPEN)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """Days from first to last, both included; None is an open end. `anchor` says what it was counted from."""

    first: date | None
    last: date | None
    precision: Precision
    anchor: Anchor = Anchor.STATED
    why: str = "stated"


@dataclass(frozen=True, slots=True)
class Unclear:
    """No interval can be read, and why not."""

    why: str


def day(on: date) -> Period:
    """Give one day."""
    return Period(on, on, Precision.DAY)


def month(year_: int, month_: int) -> Period:
    """Give a calendar month."""
    last = calendar.monthrange(year_, month_)[1]
    return Period(date(year_, month_, 1), date(year_, month_, last), Precision.MONTH)


def year(year_: int) -> Period:
    """Give a calendar year."""
    return Period(date(year_, 1, 1), date(year_, 12, 31), Precision.YEAR)


def decade(first: int) -> Period:
    """Give the ten years from `first`."""
    return Period(date(first, 1, 1), date(first + 9, 12, 31), Precision.DECADE)


def single_day(period: Period) -> date | None:
    """Give the day of a period that is one day long, or None."""
    return period.first if period.first is not None and period.first == period.last else None


@cache
def _seasons() -> dict[str, tuple[int, int]]:
    return {row["word"]: (int(row["first_month"]), int(row["months"])) for row in rows("seasons")}


def season(name: str, year_: int) -> Period:
    """Give a season as whole months (vocabulary/seasons); winter is counted to the year of its December."""
    first, months = _seasons()[name]
    begin = date(year_, first, 1)
    return Period(begin, _months_on(begin, months) - timedelta(days=1), Precision.SEASON)


def span(first: Period, last: Period) -> Period:
    """Give the range from the begin of one to the end of the other."""
    return replace(first, last=last.last, precision=Precision.RANGE)


@cache
def _parts() -> dict[str, tuple[int, int, Precision]]:
    return {
        row["words"]: (int(row["from"]), int(row["to"]), Precision(row["precision"]))
        for row in rows("time_parts")
    }


def part_of(period: Period, words: str) -> Period:
    """Give a part such as "early" (vocabulary/time_parts); parts of years are whole months."""
    begin, end, precision = _parts()[words]
    if period.first is None or period.last is None:
        return period
    if period.precision in {Precision.DAY, Precision.OPEN}:
        return period
    if period.precision == Precision.YEAR:
        first = _months_on(period.first, begin)
        return replace(
            period, first=first, last=_months_on(period.first, end) - timedelta(days=1), precision=precision
        )
    days = (period.last - period.first).days + 1
    first = period.first + timedelta(days=days * begin // _TWELFTHS)
    last = period.first + timedelta(days=days * end // _TWELFTHS - 1)
    return replace(period, first=first, last=last, precision=Precision.RANGE)


def coarser(one: Precision, other: Precision) -> Precision:
    """Give the coarser grain of two."""
    return max(one, other, key=_GRAIN.index)


def around(on: date, unit: str) -> Period:
    """Give the calendar day, week (from Monday), month, year or decade in which a day lies."""
    if unit == "week":
        monday = on - timedelta(days=on.weekday())
        return Period(monday, monday + timedelta(days=6), Precision.WEEK)
    if unit == "month":
        return month(on.year, on.month)
    if unit == "quarter":
        begin = date(on.year, on.month - (on.month - 1) % 3, 1)
        return Period(begin, _months_on(begin, 3) - timedelta(days=1), Precision.QUARTER)
    if unit == "year":
        return year(on.year)
    if unit == "decade":
        return decade(on.year - on.year % 10)
    return day(on)


def shifted(on: date, count: int, unit: str) -> date | None:
    """Give the day so many units away; a missing 31st becomes the month's last day; None off the calendar."""
    days = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(unit)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit)
    if unit == "hour":
        days, count = 1, 0
    try:
        return on + timedelta(days=days * count) if days else _months_on(on, (months or 1) * count)
    except (OverflowError, ValueError):
        return None


def _months_on(on: date, months: int) -> date:
    years, index = divmod(on.month - 1 + months, 12)
    to = on.year + years
    if not MINYEAR <= to <= MAXYEAR:
        raise OverflowError(f"the year {to} is off the calendar")
    return date(to, index + 1, min(on.day, calendar.monthrange(to, index + 1)[1]))
