"""Dates of the Solar Hijri calendar (Afghanistan, Iran) as Gregorian days."""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["solar_month_length", "solar_to_gregorian"]

# Leap years by their remainder in the 33-year cycle, which agrees with the astronomical calendar for
# 1178-1633 (K. M. Borkowski, "The Persian calendar for 3000 years", Earth, Moon and Planets 74, 1996).
_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_FIRST, _LAST = 1178, 1633
_ANCHOR_YEAR, _ANCHOR = 1395, date(2016, 3, 20)
_LONG_MONTHS, _LAST_MONTH = 6, 12


def _is_leap(year: int) -> bool:
    return year % 33 in _LEAP


def solar_month_length(year: int, month: int) -> int:
    """Give the days of a month: six of 31, five of 30, and 29 or 30 for the last."""
    if month <= _LONG_MONTHS:
        return 31
    return 30 if month < _LAST_MONTH or _is_leap(year) else 29


def solar_to_gregorian(year: int, month: int, day: int) -> date | None:
    """Give the Gregorian day, or None where the calendar has no such day or the cycle does not hold."""
    if not _FIRST <= year <= _LAST or not 1 <= month <= _LAST_MONTH:
        return None
    if not 1 <= day <= solar_month_length(year, month):
        return None
    low, high = sorted((year, _ANCHOR_YEAR))
    days = sum(366 if _is_leap(y) else 365 for y in range(low, high))
    days = days if year >= _ANCHOR_YEAR else -days
    days += sum(solar_month_length(year, m) for m in range(1, month)) + day - 1
    return _ANCHOR + timedelta(days=days)
