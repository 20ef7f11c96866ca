"""Values of quarters, halves and other periods in time expressions, and of what is counted from them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from onrecord.resolve.periods import shifted
from onrecord.resolve.timex_told import year_before
from onrecord.resolve.timex_words import (
    Context,
    Rule,
    got,
    month_number,
    moved,
    number_of,
    quarter_of,
    unit_of,
)  # fmt: skip

__all__ = ["PERIODS"]

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_QUARTER = re.compile(r"\d{4}-Q\d")
_DAYS = re.compile(r"\d{4}(?:-\d\d){0,2}")
_FINEST = {"day": 10, "month": 7, "year": 4}
"""How long a value is that names a unit."""


def _ago(match: re.Match[str], context: Context, argument: str) -> str:
    number = int(number_of(got(match, "count", "count1") or "a"))
    unit = unit_of(match)
    if unit in {"second", "minute", "hour"} or context.day is None:
        return ""
    if unit == "year" and number == 1 and context.period:
        return year_before(context.period)
    return moved(context, number if argument == "+" else -number, unit)


def _period_before(match: re.Match[str], context: Context, _: str) -> str:
    """Give the same period of the year before."""
    named = context.quarter if "quarter" in match[0].lower() else context.period
    return year_before(named) if named else moved(context, -1, "year")


def _period_of(match: re.Match[str], context: Context, _: str) -> str:
    """Give the same period of another year: "the 1988 period" is a quarter in a report on a quarter."""
    named = context.quarter if "quarter" in match[0].lower() else context.period
    return got(match, "year") + named[4:]


def _quarter(match: re.Match[str], context: Context, argument: str) -> str:
    nth = _NTH[got(match, "nth", "nth2")]
    if year := got(match, "year"):
        return f"{year}-Q{nth}"
    if context.day is None:
        return ""
    if argument:
        return f"{context.day.year + int(argument)}-Q{nth}"
    begun = date(context.day.year, 3 * nth - 2, 1) <= context.day
    return f"{context.day.year - (not begun and not context.coming)}-Q{nth}"


def _latest_quarter(_: re.Match[str], context: Context, __: str) -> str:
    return context.quarter or moved(context, -1, "quarter")


def _quarter_ended(match: re.Match[str], context: Context, _: str) -> str:
    """Give the quarter that ended on a day: the one reported on, else that which holds most of it."""
    if context.quarter or context.day is None:
        return context.quarter
    last = date(context.day.year, month_number(got(match, "month")), 1)
    last = last if last <= context.day else last.replace(year=last.year - 1)
    middle = shifted(last, -1, "month")
    return quarter_of(middle) if middle else ""


def _half(match: re.Match[str], context: Context, argument: str) -> str:
    year = got(match, "year") or moved(context, int(argument or 0), "year")
    return f"{year}-H{_NTH[got(match, 'nth', 'nth2')]}" if year else ""


def _from_spoken(match: re.Match[str], context: Context, argument: str) -> str:
    """Give "the next day" or "the previous month", counted from the time named before where it is as fine."""
    unit, named = unit_of(match), context.spoken
    is_fine = _QUARTER.fullmatch(named) if unit == "quarter" else len(named) == _FINEST.get(unit)
    on = _first_day(named) if is_fine else None
    return moved(replace(context, day=on) if on else context, int(argument), unit)


def _first_day(value: str) -> date | None:
    """Give the first day of a year, quarter, month or day in the form of TIMEX3."""
    if _QUARTER.fullmatch(value):
        return date(int(value[:4]), 3 * int(value[6]) - 2, 1)
    if not _DAYS.fullmatch(value):
        return None
    return date(int(value[:4]), int(value[5:7] or 1), int(value[8:10] or 1))


def _last_quarter(match: re.Match[str], _: Context, __: str) -> str:
    return f"{got(match, 'year')}-Q4"


PERIODS: dict[str, Rule] = {
    "ago": _ago, "period_before": _period_before, "period_of": _period_of, "quarter": _quarter,
    "latest_quarter": _latest_quarter, "quarter_ended": _quarter_ended, "half": _half,
    "from_spoken": _from_spoken, "last_quarter": _last_quarter,
}  # fmt: skip
"""The rules for periods, by the names that the table has for them."""
