"""The values that a person types: intervals of days and figures."""

from __future__ import annotations

import calendar
import re
from datetime import date

from onrecord.errors import InputError
from onrecord.records import Precision

__all__ = ["read_figure", "read_interval"]

UNBOUNDED = ".."
DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
FIGURE = re.compile(r"([a-z_]{1,40})=([0-9]{1,9})?(\.\.)?([0-9]{1,9})?")
GRAIN = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}
"""The precision of a single date by how much of it is written."""


def read_interval(value: str) -> tuple[str | None, str | None, Precision]:
    """Read 2016-05-03, 2016-05, 2016 or two of them with "/" between; ".." is an open end.

    Gives the first and the last day, and the precision. Raises InputError for what is no interval.
    """
    first, slash, last = value.partition("/")
    last = last if slash else first
    if first == last == UNBOUNDED:
        raise _no_interval(value)
    earliest = None if first == UNBOUNDED else _days(first, value)[0]
    latest = None if last == UNBOUNDED else _days(last, value)[1]
    if earliest and latest and earliest > latest:
        raise InputError(f"{value!r} ends before it begins; write the earlier end first")
    if first == last:
        return earliest, latest, GRAIN[len(first)]
    return earliest, latest, Precision.DAY if earliest == latest else Precision.RANGE


def _days(words: str, value: str) -> tuple[str, str]:
    """Give the first and the last day of a year, a month or a day."""
    found = DAY.fullmatch(words)
    if found is None:
        raise _no_interval(value)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        end = first.month if month else 12
        last = day or calendar.monthrange(first.year, end)[1]
        return first.isoformat(), date(first.year, end, last).isoformat()
    except ValueError as error:
        raise InputError(f"{value!r}: there is no such day ({error}); write it as 2016-05-03") from error


def _no_interval(value: str) -> InputError:
    return InputError(
        f"{value!r} is no day and no interval; write 2016-05-03, 2016-05, 2016, or two as 2016-03/2016-05"
        ' with ".." for an open end, or open'
    )


def read_figure(value: str) -> tuple[str, float | None, float | None]:
    """Read "killed=3", "killed=3..5", "killed=3.." or "killed=..5": outcome, least and greatest number."""
    found = FIGURE.fullmatch(value)
    outcome, least, between, most = found.groups() if found else ("", None, None, None)
    if not (least or most) or not (between or least) or (most and not between):
        raise InputError(
            f"{value!r} is no figure; write the outcome and its number as killed=3, killed=3..5 or killed=3.."
        )
    low = float(least) if least else None
    high = (float(most) if most else None) if between else low
    if low is not None and high is not None and low > high:
        raise InputError(f"{value!r} ends below where it begins; write the smaller number first")
    return outcome, low, high
