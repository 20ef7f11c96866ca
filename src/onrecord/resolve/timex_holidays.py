"""The day of a holiday (vocabulary/holidays) in the year that the text means."""

from __future__ import annotations

import calendar
from datetime import date
from functools import cache

from onrecord.resolve.timex_days import nearest
from onrecord.resolve.timex_words import Context
from onrecord.vocabulary import rows

__all__ = ["holiday"]


@cache
def _holidays() -> dict[str, dict[str, str]]:
    return {row["name"]: row for row in rows("holidays")}


def holiday(name: str, year: int, context: Context) -> date:
    """Give the day of a holiday; in the nearest year to the text's day where `year` is 0."""
    row = _holidays()[name.replace("’", "'")]
    if year or context.day is None:
        return _in_year(row, year)
    around = {which: _in_year(row, which) for which in range(context.day.year - 1, context.day.year + 2)}
    return around[nearest(around, context)]


def _in_year(row: dict[str, str], year: int) -> date:
    month = int(row["month"])
    if row["day"]:
        return date(year, month, int(row["day"]))
    weeks = calendar.monthcalendar(year, month)
    days = [week[int(row["weekday"])] for week in weeks if week[int(row["weekday"])]]
    return date(year, month, days[int(row["nth"]) - (int(row["nth"]) > 0)])
