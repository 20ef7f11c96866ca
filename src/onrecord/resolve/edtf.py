"""Intervals as EDTF (ISO 8601-2:2019, Library of Congress EDTF, levels 0 and 1) and back.

A day, a month, a year, a season (21 to 24), a quarter (33 to 36), a half (40, 41) and a decade (201X) have a
form of their own where the interval is exactly theirs; everything else is an interval of two days. An end
that is not known is "..": an open interval, as "since" and "until" give it. What is wholly open is "../..".
"~" marks a day that was counted from another time: read back, it has the anchor TEXT, and none is STATED.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from onrecord.errors import InputError
from onrecord.records import Anchor, Precision, When
from onrecord.resolve.periods import Period, around, day, decade, month, season, year

__all__ = ["edtf_of", "when_of"]

_SEASONS = ("spring", "summer", "autumn", "winter")
_SEASON, _QUARTER, _HALF = 21, 33, 40
_HALF_MONTHS = 6
_FORM = re.compile(r"(?P<year>\d{3}[\dX])(?:-(?P<part>\d\d)(?:-(?P<day>\d\d))?)?")


def edtf_of(when: When) -> str:
    """Give the interval in EDTF; the words and what it was counted from beyond "~" are not kept."""
    if when.earliest is None and when.latest is None:
        return "../.."
    mark = "" if when.anchor in {Anchor.STATED, Anchor.NONE} else "~"
    if when.earliest is not None and when.latest is not None:
        first, last = date.fromisoformat(when.earliest), date.fromisoformat(when.latest)
        for form in _names(first):
            period = _period(form)
            if (period.first, period.last, period.precision) == (first, last, when.precision):
                return form + mark
    ends = (f"{end}{mark}" if end else ".." for end in (when.earliest, when.latest))
    return "/".join(ends)


def when_of(edtf: str) -> When:
    """Give the interval that an EDTF text names, level 0 or 1; InputError on another form."""
    left, slash, right = edtf.strip().partition("/")
    if not slash:
        return _single(left)
    first, last = (None if end in {"", ".."} else _single(end) for end in (left, right))
    ends = first.earliest if first else None, last.latest if last else None
    if all(ends) and str(ends[0]) > str(ends[1]):
        raise InputError(f"EDTF {edtf[:40]!r} ends before it begins: put the earlier date first")
    stated = all(end is None or end.anchor is Anchor.STATED for end in (first, last))
    anchor = (Anchor.STATED if stated else Anchor.TEXT) if any(ends) else Anchor.NONE
    return When(*ends, Precision.RANGE if any(ends) else Precision.OPEN, anchor, edtf)


def _single(form: str) -> When:
    bare = form.rstrip("~?%")
    if len(form) - len(bare) > 1:
        raise _refused(form)
    period = _period(bare)
    first, last = (end.isoformat() if end else None for end in (period.first, period.last))
    return When(first, last, period.precision, Anchor.STATED if bare == form else Anchor.TEXT, form)


def _names(first: date) -> tuple[str, ...]:
    """Give the forms that could name an interval with this first day, the finest first."""
    y, m = f"{first.year:04}", first.month
    return (
        first.isoformat(), f"{y}-{m:02}", f"{y}-{_SEASON + (m // 3 - 1) % 4}",
        f"{y}-{_QUARTER + (m - 1) // 3}", f"{y}-{_HALF + (m - 1) // _HALF_MONTHS}", y, f"{y[:3]}X",
    )  # fmt: skip


def _period(form: str) -> Period:
    found = _FORM.fullmatch(form)
    if found is None:
        raise _refused(form)
    try:
        return _of(found)
    except (ValueError, OverflowError):
        raise _refused(form) from None


def _of(found: re.Match[str]) -> Period:
    which, part, dom = found["year"], found["part"], found["day"]
    if which.endswith("X"):
        if part:
            raise ValueError(which)
        return decade(int(which[:3]) * 10)
    number = int(which)
    if part is None:
        return year(number)
    if dom:
        return day(date(number, int(part), int(dom)))
    first, made = next((first, made) for first, made in _PARTS if int(part) >= first)
    return made(number, int(part) - first)


def _half(number: int, index: int) -> Period:
    if index > 1:
        raise ValueError(index)
    first = month(number, 1 + _HALF_MONTHS * index).first
    return Period(first, month(number, _HALF_MONTHS * (index + 1)).last, Precision.HALF)


def _season(number: int, index: int) -> Period:
    if index >= len(_SEASONS):
        raise ValueError(index)
    return season(_SEASONS[index], number)


_PARTS: tuple[tuple[int, Callable[[int, int], Period]], ...] = (
    (_HALF, _half),
    (_QUARTER, lambda number, index: around(date(number, 3 * index + 1, 1), "quarter")),
    (_SEASON, _season),
    (0, lambda number, index: month(number, index) if index else _none(index)),
)
"""The least number of each kind of part, and what makes its interval; the greatest first."""


def _none(index: int) -> Period:
    raise ValueError(index)


def _refused(form: str) -> InputError:
    return InputError(
        f"no EDTF of level 0 or 1: {form[:40]!r}; write 2016-03-04, 2016-03, 2016-21, 201X, "
        "or A/B with .. for an open end"
    )
