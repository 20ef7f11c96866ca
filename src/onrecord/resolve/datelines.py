"""The day of a dateline ("KABUL, March 3 (Agency) -"): when a report was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.records import Anchor
from onrecord.resolve.dates import normal, read_date
from onrecord.resolve.periods import Period, single_day

if TYPE_CHECKING:
    from onrecord.resolve.dates import Years

__all__ = ["dateline_day"]

_HEAD = 600
_DAYS_BEFORE = 60
_LINE = re.compile(
    r"^[^\S\n]*[A-Z][A-Z .’'-]{2,40}(?:,? [A-Z][\w. ]{1,30}?)?,\s{1,2}"
    r"(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} [A-Z][a-z]{2,8}\.?(?: \d{4})?)"
    r"[^\S\n]*(?:\([^()\n]{2,40}\))?[^\S\n]*(?:-{1,2}|–|—)",
    re.MULTILINE,
)


def dateline_day(content: str, published: Period | None) -> Period | None:
    """Give the day of the dateline at a text's head, flagged with its words; None where there is none.

    A year that it does not state is that of the publication; a day after the publication, or more than two
    months before, is none of this report.
    """
    found = _LINE.search(content, 0, _HEAD)
    if found is None:
        return None
    day = read_date(normal(found["day"]), _year_of(published))
    if not isinstance(day, Period) or (on := single_day(day)) is None:
        return None
    last = published.last if published else None
    if last is not None and not 0 <= (last - on).days <= _DAYS_BEFORE:
        return None
    return Period(on, on, day.precision, Anchor.DATELINE, f"counted from the dateline {found['day']!r}")


def _year_of(published: Period | None) -> Years:
    def year(number: int) -> tuple[int, Anchor, str] | None:
        if published is None or published.last is None:
            return None
        year_ = published.last.year - (number > published.last.month)
        return year_, Anchor.PUBLICATION, "the publication's year"

    return year
