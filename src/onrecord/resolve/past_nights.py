"""The weekend and the night before a text was written, as reports name them without a date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.records import Precision
from onrecord.resolve.periods import Period, Unclear, shifted, single_day

if TYPE_CHECKING:
    from onrecord.resolve.anchors import Anchors

__all__ = ["read_over_weekend", "read_overnight"]

_SATURDAY, _WEEK = 5, 7


def read_over_weekend(_: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read "over the weekend": the one that has last begun at the writing."""
    base = anchors.written()
    on = None if isinstance(base, Unclear) else single_day(base)
    return _days(anchors, base, (on.weekday() - _SATURDAY) % _WEEK if on else 0, 1)


def read_overnight(_: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read "overnight": the night that ends on the day of writing, so that day and the one before."""
    return _days(anchors, anchors.written(), 1, 1)


def _days(anchors: Anchors, base: Period | Unclear, back: int, more: int) -> Period | Unclear:
    if isinstance(base, Unclear):
        return base
    on = single_day(base)
    if on is None:
        return Unclear("counted from a day, and the text is not dated to the day")
    first = shifted(on, -back, "day")
    last = shifted(first, more, "day") if first else None
    if first is None or last is None:
        return Unclear("counted to a day that is off the calendar")
    return anchors.flagged(Period(first, last, Precision.RANGE), base)
