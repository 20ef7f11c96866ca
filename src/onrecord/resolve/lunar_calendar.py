"""Dates of the Islamic (lunar Hijri) calendar as Gregorian days, never sharper than the calendar is.

The tabular calendar (30-year cycle with leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29; epoch 19 July
622 Gregorian, the civil reckoning: Reingold and Dershowitz, Calendrical Calculations) is off the months
that begin by sight of the moon by a day either way, so every date is an interval with a day added at both
ends.
"""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["lunar_interval", "lunar_month_length"]

_EPOCH = date(622, 7, 19)
_CYCLE_YEARS, _CYCLE_DAYS = 30, 10_631
_LEAP = frozenset({2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29})
_YEAR_DAYS, _LAST_MONTH = 354, 12
_SIGHT = timedelta(days=1)
_YEARS = range(1300, 1500)


def lunar_month_length(year: int, month: int) -> int:
    """Give the days of a month: 30 and 29 by turns, 30 for the last of a leap year."""
    if month == _LAST_MONTH and (year % _CYCLE_YEARS or _CYCLE_YEARS) in _LEAP:
        return 30
    return 30 if month % 2 else 29


def lunar_interval(year: int, month: int, first: int = 0, last: int = 0) -> tuple[date, date] | None:
    """Give the Gregorian days in which a month, a day or days of it lie; None where there are none such."""
    length = lunar_month_length(year, month) if 1 <= month <= _LAST_MONTH else 0
    begin, end = first or 1, last or first or length
    if year not in _YEARS or not 1 <= begin <= end <= length:
        return None
    return _day(year, month, begin) - _SIGHT, _day(year, month, end) + _SIGHT


def _day(year: int, month: int, day: int) -> date:
    cycles, rest = divmod(year - 1, _CYCLE_YEARS)
    days = cycles * _CYCLE_DAYS + rest * _YEAR_DAYS + sum(leap <= rest for leap in _LEAP)
    days += sum(lunar_month_length(year, one) for one in range(1, month)) + day - 1
    return _EPOCH + timedelta(days=days)
