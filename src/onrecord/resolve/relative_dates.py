"""Times that are counted from another time: from the publication, or from a date earlier in the text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from onrecord.records import Precision
from onrecord.resolve.anchors import Anchors
from onrecord.resolve.dates import months_by_name
from onrecord.resolve.past_nights import read_over_weekend, read_overnight
from onrecord.resolve.periods import Period, Unclear, around, coarser, shifted, single_day
from onrecord.resolve.recurring_dates import (
    STEPS,
    anchor_of,
    read_month,
    read_season,
    read_weekday,
    weekday_numbers,
)
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from collections.abc import Callable

    _Reader = Callable[[re.Match[str], "Anchors"], Period | Unclear]

__all__ = ["read_relative"]

_NUMBERS = {row["word"]: int(row["value"]) for row in rows("number_words") if row["language"] == "en"} | {
    "a": 1, "an": 1, "a couple of": 2,
}  # fmt: skip
_TODAY = "day before yesterday|day after tomorrow|yesterday|today|tonight|tomorrow|as of now|present|now"
_WAYS = "ago|later|earlier|afterwards?|beforehand|before|after|previously|prior"
_HALVES = {"year": (6, "month"), "month": (2, "week"), "week": (3, "day")}
"""Half a unit, in smaller ones."""
_UNIT_WORDS = "hour|day|night|week|weekend|fortnight|month|quarter|year|decade"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    weekdays = "|".join(re.escape(word) for word in sorted(weekday_numbers(), key=len, reverse=True))
    months = "|".join(re.escape(word) for word in sorted(months_by_name(), key=len, reverse=True))
    seasons = "|".join(row["word"] for row in rows("seasons"))
    beside = "|".join(row["word"] for row in rows("named_days"))
    clock = r"(?: (?:early |late )?(?:in the )?(?:morning|afternoon|evening|night|midday|noon))?"
    count = r"(?P<count>\d{1,3}|an?|[a-z]+|a few|a couple of)"
    units = rf"(?P<unit>{_UNIT_WORDS})s?"
    which = r"(?:the )?(?P<which>last|past|previous|preceding|this|next|coming|following|same|very same|that)"
    forms: tuple[tuple[str, _Reader], ...] = (
        (rf"{which} (?:{count} )?{units}{clock}", _which_unit),
        (rf"(?:the )?(?P<which>recent|coming) {units}", _recent),
        (rf"{count} {units} (?P<way>{_WAYS})", _counted),
        (rf"in (?:just|(?:a )?little|slightly) over {count} (?P<unit>week|month|year)s?", _just_over),
        (r"(?P<unit>day|week|month|year)s (?P<way>ago|later|earlier|afterwards?)", _uncounted),
        (rf"(?P<half>earlier|later) (?:(?P<which>this|that|in the|the same|last|in) )?{units}", _half_of),
        (rf"(?:the )?(?P<word>{_TODAY}){clock}", _today),
        (rf"(?P<word>{beside})", _today), (r"this (?P<word>morning|afternoon|evening)", _today),
        (r"over the weekend", read_over_weekend), (r"overnight", read_overnight),
        (r"the day (?P<way>before|after)", _next_day),
        (rf"(?:{which} )?(?P<weekday>{weekdays})\.?{clock}", read_weekday),
        (rf"{which} (?P<month>{months})\.?", read_month),
        (rf"(?:{which} )?(?:the )?(?P<season>{seasons})", read_season),
        (rf"that{clock}", _same), (r"at (?:the|that) time|then", _same),
        (r"the (?P<unit>month|year|week|decade)", _current),
    )  # fmt: skip
    return tuple((re.compile(form), reader) for form, reader in forms)


def read_relative(words: str, anchors: Anchors) -> Period | Unclear | None:
    """Give the interval that words count to, Unclear with a reason, or None if they count from nothing."""
    for pattern, reader in _patterns():
        match = pattern.fullmatch(words)
        if match is not None:
            return reader(match, anchors)
    return None


def _moved(base: Period, count: int, unit: str) -> Period | Unclear:
    """Give the unit so many units from the base; of a base coarser than the unit, both ends move."""
    if base.first is None or base.last is None:
        return Unclear("counted from a time with an open end")
    first, last = shifted(base.first, count, unit), shifted(base.last, count, unit)
    if first is None or last is None:
        return Unclear("counted to a day that is off the calendar")
    begin, end = around(first, unit), around(last, unit)
    if begin.first == end.first:
        return begin
    if coarser(base.precision, begin.precision) == begin.precision:
        return Period(begin.first, end.last, Precision.RANGE)
    return Period(first, last, base.precision if unit == "year" else Precision.RANGE)


def _resolved(base: Period | Unclear, anchors: Anchors, count: int, unit: str) -> Period | Unclear:
    if isinstance(base, Unclear):
        return base
    found = _moved(base, count, "week" if unit == "fortnight" else unit)
    return found if isinstance(found, Unclear) else anchors.flagged(found, base)


def _which_unit(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read "last month", "the same day", "the following week", "the last three months"."""
    which, count, unit = match["which"], match["count"], match["unit"]
    base = anchors.spoken_of() if (which, unit) == ("next", "day") else anchor_of(which, anchors)
    step = STEPS.get(which, 0)
    if isinstance(base, Unclear):
        return base
    if count is None:
        return _weekend(base, anchors, step) if unit == "weekend" else _resolved(base, anchors, step, unit)
    number = _NUMBERS.get(count, int(count) if count.isdigit() else 0)
    if not number or base.first is None or base.last is None:
        return Unclear("how many is not said")
    edge = shifted(base.first if step < 0 else base.last, step * number, unit)
    if edge is None:
        return Unclear("counted to a day that is off the calendar")
    ends = (edge, base.last) if step < 0 else (base.first, edge)
    return anchors.flagged(Period(ends[0], ends[1], Precision.RANGE), base)


def _weekend(base: Period, anchors: Anchors, step: int) -> Period | Unclear:
    on = single_day(base)
    if on is None:
        return Unclear("a weekend is counted from a day, and none is known")
    saturday = on - timedelta(days=on.weekday()) + timedelta(days=5 + 7 * step)
    return anchors.flagged(Period(saturday, saturday + timedelta(days=1), Precision.RANGE), base)


def _recent(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read "in recent weeks": up to the writing, since when is not said."""
    base = anchors.written()
    if isinstance(base, Unclear):
        return base
    ends = (None, base.last) if match["which"] == "recent" else (base.first, None)
    return anchors.flagged(Period(ends[0], ends[1], around(date(2000, 1, 1), match["unit"]).precision), base)


def _counted(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read "two weeks ago" (from the writing) and "three months later" (from the text's last date)."""
    way, count = match["way"], match["count"]
    if way in {"before", "after", "prior", "beforehand"}:
        return Unclear("counted from what happened, not from a date")
    number = _NUMBERS.get(count, int(count) if count.isdigit() else 0)
    if not number or count.startswith("a couple"):
        return Unclear("how many is not said exactly")
    sign = -1 if way in {"ago", "earlier", "previously"} else 1
    base = anchors.written() if way == "ago" else anchors.told()
    unit, number = ("week", number * 2) if match["unit"] == "fortnight" else (match["unit"], number)
    return _resolved(base, anchors, sign * number, unit)


def _just_over(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read "in just over a year": so long after the text's last date, and less than half a unit more."""
    count, unit, base = match["count"], match["unit"], anchors.told()
    number = _NUMBERS.get(count, int(count) if count.isdigit() else 0)
    if isinstance(base, Unclear) or not number or base.first is None or base.last is None:
        return base if isinstance(base, Unclear) else Unclear("how many is not said")
    first, last = shifted(base.first, number, unit), shifted(base.last, number, unit)
    end = shifted(last, *_HALVES[unit]) if last else None
    if first is None or end is None:
        return Unclear("counted to a day that is off the calendar")
    return anchors.flagged(Period(first, end, Precision.RANGE), base)


def _uncounted(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read "weeks later": after the anchor, how long after is not said."""
    base = anchors.written() if match["way"] == "ago" else anchors.told()
    if isinstance(base, Unclear):
        return base
    back = match["way"] in {"ago", "earlier"}
    ends = (None, base.last) if back else (base.first, None)
    return anchors.flagged(Period(ends[0], ends[1], around(date(2000, 1, 1), match["unit"]).precision), base)


def _half_of(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read "earlier this year", "later that month": the unit, cut at the anchor."""
    base = anchor_of(match["which"] or "this", anchors)
    if isinstance(base, Unclear):
        return base
    whole = _moved(base, -1 if match["which"] == "last" else 0, match["unit"])
    if isinstance(whole, Unclear) or match["which"] == "last":
        return whole if isinstance(whole, Unclear) else anchors.flagged(whole, base)
    cut = replace(whole, last=base.last) if match["half"] == "earlier" else replace(whole, first=base.first)
    return anchors.flagged(replace(cut, precision=whole.precision if cut == whole else Precision.RANGE), base)


_DAYS = {"yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2} | {
    row["word"]: int(row["days"]) for row in rows("named_days")
}


def _today(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    return _resolved(anchors.written(), anchors, _DAYS.get(match["word"], 0), "day")


def _next_day(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    return _resolved(anchors.spoken_of(), anchors, -1 if match["way"] == "before" else 1, "day")


def _same(_: re.Match[str], anchors: Anchors) -> Period | Unclear:
    base = anchors.spoken_of()
    return base if isinstance(base, Unclear) else anchors.flagged(base, base)


def _current(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read "(the end of) the month": the anchor's own."""
    base = anchors.recent or anchors.written()
    return _resolved(base, anchors, 0, match["unit"])
