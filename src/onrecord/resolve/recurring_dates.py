"""Days, months and seasons that come again and again: "Monday", "last June", "this summer"."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from onrecord.resolve.dates import months_by_name
from onrecord.resolve.periods import Period, Unclear, day, month, season, single_day
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from onrecord.resolve.anchors import Anchors

__all__ = ["STEPS", "anchor_of", "read_month", "read_season", "read_weekday", "weekday_numbers"]

STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1}
_FROM_TEXT = frozenset(
    {"previous", "preceding", "following", "same", "very same", "that", "in the", "the same"}
)


@cache
def weekday_numbers() -> dict[str, int]:
    """Give the number of each weekday's name, Monday = 0."""
    return {row["word"]: int(row["day"]) for row in rows("weekdays")}


def anchor_of(which: str, anchors: Anchors) -> Period | Unclear:
    """Give the anchor: "last" and "this" count from the writing, "previous" and "same" from the text."""
    return anchors.spoken_of() if which in _FROM_TEXT else anchors.written()


def read_weekday(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read a weekday: the most recent on or before publication, the next one in a clause that looks ahead.

    "Next" and "last" say it themselves.
    """
    base = anchors.written()
    if isinstance(base, Unclear):
        return base
    on = single_day(base)
    if on is None:
        return Unclear("a weekday is counted from a day, and the publication date is none")
    which, back = match["which"], (on.weekday() - weekday_numbers()[match["weekday"]]) % 7
    if which in {"next", "coming", "following"}:
        found = on + timedelta(days=7 - back)
    elif which in {"last", "past", "previous"}:
        found = on - timedelta(days=back or 7)
    elif anchors.ahead and which is None and back:
        found = on + timedelta(days=7 - back)
    else:
        found = on - timedelta(days=back)
    return anchors.flagged(day(found), base)


def read_month(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read "last June", "next March"."""
    number, calendar = months_by_name()[match["month"]]
    if calendar == "solar":
        return Unclear("no year is written")
    return _nearby(match["which"], anchors, lambda year: month(year, number))


def read_season(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read "last spring", "the summer"."""
    return _nearby(match["which"], anchors, lambda year: season(match["season"], year))


def _nearby(which: str | None, anchors: Anchors, of_year: Callable[[int], Period]) -> Period | Unclear:
    """Give the last, next or same year's one of what comes once a year."""
    if which is None:
        base: Period | Unclear = anchors.recent or anchors.written()
    else:
        base = anchor_of(which, anchors)
    if isinstance(base, Unclear):
        return base
    if base.first is None or base.last is None:
        return Unclear("counted from a time with an open end")
    step = STEPS.get(which or "", 0)
    first, last = max(base.first.year - 1, date.min.year), min(base.last.year + 1, date.max.year - 1)
    candidates = [of_year(year) for year in range(first, last + 1)]
    if step < 0:
        before = [period for period in candidates if period.last is not None and period.last < base.last]
        return anchors.flagged(before[-1], base) if before else Unclear("off the calendar")
    if step > 0:
        after = [period for period in candidates if period.first is not None and period.first > base.last]
        return anchors.flagged(after[0], base) if after else Unclear("off the calendar")
    return anchors.flagged(of_year(min(base.last.year, date.max.year - 1)), base)
