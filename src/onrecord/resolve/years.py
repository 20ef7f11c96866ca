"""The year of a month that is written without one: from a range, the text or the publication."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from onrecord.records import Anchor

if TYPE_CHECKING:
    from onrecord.resolve.anchors import Anchors
    from onrecord.resolve.dates import Years
    from onrecord.resolve.periods import Period

__all__ = ["year_after", "year_before", "years_from"]

_LONGEST_MONTH = 31
_HALF_YEAR = 6


def year_after(first: Period) -> Years:
    """Find the year of a range's end, counted on from its beginning."""

    def year(number: int) -> tuple[int, Anchor, str] | None:
        begin = first.first
        if begin is None:
            return None
        return begin.year + (number < begin.month), first.anchor, first.why

    return year


def year_before(last: Period) -> Years:
    """Find the year of a range's beginning, counted back from its end."""

    def year(number: int) -> tuple[int, Anchor, str] | None:
        end = last.last
        return None if end is None else (end.year - (number > end.month), last.anchor, last.why)

    return year


def years_from(anchors: Anchors, *, near: bool) -> Years:
    """Find the year of "in June": by the paragraph's last date, else the publication, else the text."""

    def year(number: int) -> tuple[int, Anchor, str] | None:
        dated, published = anchors.dated, anchors.published
        if dated is not None and dated.last is not None and (near or published is None):
            why = f"the year is that of {anchors.dated_words!r} earlier in the text"
            return _nearest_year(dated, number), Anchor.TEXT, why
        if published is not None and published.last is not None:
            on = published.last
            if anchors.ahead:
                why = "the year is that of the next such month at publication: the clause looks ahead"
                return on.year + (number < on.month), Anchor.PUBLICATION, why
            why = "the year is that of the most recent such month at publication"
            return on.year - (number > on.month), Anchor.PUBLICATION, why
        return None

    return year


def _nearest_year(dated: Period, number: int) -> int:
    """Give the year whose such month lies nearest to a date of a month or finer, else the date's own year."""
    if dated.first is None or dated.last is None:
        return date.max.year
    if (
        dated.last - dated.first
    ).days > _LONGEST_MONTH or not date.min.year < dated.last.year < date.max.year:
        return dated.last.year
    ahead = number - dated.last.month
    return dated.last.year + (ahead < -_HALF_YEAR) - (ahead > _HALF_YEAR)
