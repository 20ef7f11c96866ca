"""Times that are counted from another time: from the publication, or from a date earlier in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from onrecord.records import Anchor, Precision
from onrecord.resolve.dates import months_by_name
from onrecord.resolve.periods import Period, Unclear, around, coarser, day, month, season, shifted
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from collections.abc import Callable

    _Reader = Callable[[re.Match[str], "Anchors"], Period | Unclear]

__all__ = ["Anchors", "read_relative"]

_NO_PUBLICATION = "counted from the time of writing, and the text has no publication date"
_NO_DATE = "counted from an earlier time, and no dated one stands before it in the text"
_NUMBERS = {word: n for n, word in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
)} | {"a": 1, "an": 1, "fifteen": 15, "twenty": 20, "thirty": 30, "a couple of": 2}  # fmt: skip
_UNIT_WORDS = "hour|day|night|week|weekend|fortnight|month|quarter|year|decade"


@dataclass(frozen=True, slots=True)
class Anchors:
    """What a time can be counted from; None if unknown.

    `dated` is the nearest time before that is stated in full; `recent` is the nearest that was
    resolved at all, or the one that opens its sentence: "at the time" points there.
    """

    published: Period | None
    dated: Period | None
    dated_words: str = ""
    recent: Period | None = None
    recent_words: str = ""

    def written(self) -> Period | Unclear:
        """Give the publication as an anchor."""
        return self.published if self.published is not None else Unclear(_NO_PUBLICATION)

    def told(self) -> Period | Unclear:
        """Give the nearest time that is stated in full as an anchor."""
        return self.dated if self.dated is not None else Unclear(_NO_DATE)

    def spoken_of(self) -> Period | Unclear:
        """Give the time that the text has just spoken of as an anchor."""
        return self.recent if self.recent is not None else Unclear(_NO_DATE)

    def flagged(self, period: Period, base: Period) -> Period:
        """Mark an interval with the anchor that it was counted from, and the anchor's words."""
        for told, words in ((self.dated, self.dated_words), (self.recent, self.recent_words)):
            if base is told:
                return replace(period, anchor=Anchor.TEXT, why=f"counted from {words!r} earlier in the text")
        return replace(period, anchor=Anchor.PUBLICATION, why="counted from the publication date")


@cache
def _weekdays() -> dict[str, int]:
    return {row["word"]: int(row["day"]) for row in rows("weekdays")}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    weekdays = "|".join(re.escape(word) for word in sorted(_weekdays(), key=len, reverse=True))
    months = "|".join(re.escape(word) for word in sorted(months_by_name(), key=len, reverse=True))
    seasons = "|".join(row["word"] for row in rows("seasons"))
    clock = r"(?: (?:early |late )?(?:in the )?(?:morning|afternoon|evening|night|midday|noon))?"
    count = r"(?P<count>\d{1,3}|an?|[a-z]+|a few|a couple of)"
    units = rf"(?P<unit>{_UNIT_WORDS})s?"
    which = r"(?:the )?(?P<which>last|past|previous|preceding|this|next|coming|following|same|very same|that)"
    forms: tuple[tuple[str, _Reader], ...] = (
        (rf"{which} (?:{count} )?{units}{clock}", _which_unit),
        (rf"(?:the )?(?P<which>recent|coming) {units}", _recent),
        (rf"{count} {units} (?P<way>ago|later|earlier|afterwards?|beforehand|before|after|previously|prior)", _counted),
        (r"(?P<unit>day|week|month|year)s (?P<way>ago|later|earlier|afterwards?)", _uncounted),
        (rf"(?P<half>earlier|later) (?:(?P<which>this|that|in the|the same|last|in) )?{units}", _half_of),
        (r"(?:the )?(?P<word>day before yesterday|day after tomorrow|yesterday|today|tonight|tomorrow|as of now|present|now)"
         rf"{clock}", _today),
        (r"this (?P<word>morning|afternoon|evening)", _today),
        (r"the day (?P<way>before|after)", _next_day),
        (rf"(?:{which} )?(?P<weekday>{weekdays})\.?{clock}", _weekday),
        (rf"{which} (?P<month>{months})\.?", _which_month),
        (rf"(?:{which} )?(?:the )?(?P<season>{seasons})", _which_season),
        (rf"that{clock}", _same), (r"at (?:the|that) time|then", _same),
        (r"the (?P<unit>month|year|week|decade)", _current),
    )  # fmt: skip
    return tuple((re.compile(form), reader) for form, reader in forms)


def read_relative(words: str, anchors: Anchors) -> Period | Unclear | None:
    """Give the interval that normal words count to, Unclear with a reason, or None if they count from nothing."""
    for pattern, reader in _patterns():
        match = pattern.fullmatch(words)
        if match is not None:
            return reader(match, anchors)
    return None


def _single(base: Period) -> date | None:
    return base.first if base.first is not None and base.first == base.last else None


def _moved(base: Period, count: int, unit: str) -> Period | Unclear:
    """Give the unit that lies so many units from the base; of a base coarser than the unit, both ends move."""
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


def _base(which: str, anchors: Anchors) -> Period | Unclear:
    """Give the anchor: "last" and "this" count from the writing, "previous", "same" and "following" from the text."""
    if which in {"previous", "preceding", "following", "same", "very same", "that", "in the", "the same"}:
        return anchors.spoken_of()
    return anchors.written()


_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "next": 1, "coming": 1, "following": 1}


def _which_unit(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read "last month", "the same day", "the following week", "the last three months"."""
    which, count, unit = match["which"], match["count"], match["unit"]
    base = anchors.spoken_of() if (which, unit) == ("next", "day") else _base(which, anchors)
    step = _STEPS.get(which, 0)
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
    return anchors.flagged(Period(*ends, Precision.RANGE), base)


def _weekend(base: Period, anchors: Anchors, step: int) -> Period | Unclear:
    on = _single(base)
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
    return anchors.flagged(Period(*ends, around(date(2000, 1, 1), match["unit"]).precision), base)


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


def _uncounted(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read "weeks later": after the anchor, how long after is not said."""
    base = anchors.written() if match["way"] == "ago" else anchors.told()
    if isinstance(base, Unclear):
        return base
    back = match["way"] in {"ago", "earlier"}
    ends = (None, base.last) if back else (base.first, None)
    return anchors.flagged(Period(*ends, around(date(2000, 1, 1), match["unit"]).precision), base)


def _half_of(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read "earlier this year", "later that month": the unit, cut at the anchor."""
    base = _base(match["which"] or "this", anchors)
    if isinstance(base, Unclear):
        return base
    whole = _moved(base, -1 if match["which"] == "last" else 0, match["unit"])
    if isinstance(whole, Unclear) or match["which"] == "last":
        return whole if isinstance(whole, Unclear) else anchors.flagged(whole, base)
    cut = replace(whole, last=base.last) if match["half"] == "earlier" else replace(whole, first=base.first)
    return anchors.flagged(replace(cut, precision=whole.precision if cut == whole else Precision.RANGE), base)


_DAYS = {"yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}


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


def _weekday(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    """Read a weekday: the most recent one on or before the publication, unless "next" or "last" say otherwise."""
    base = anchors.written()
    if isinstance(base, Unclear):
        return base
    on = _single(base)
    if on is None:
        return Unclear("a weekday is counted from a day, and the publication date is none")
    which, back = match["which"], (on.weekday() - _weekdays()[match["weekday"]]) % 7
    if which in {"next", "coming", "following"}:
        found = on + timedelta(days=7 - back)
    elif which in {"last", "past", "previous"}:
        found = on - timedelta(days=back or 7)
    else:
        found = on - timedelta(days=back)
    return anchors.flagged(day(found), base)


def _which_month(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    number, calendar = months_by_name()[match["month"]]
    if calendar == "solar":
        return Unclear("no year is written")
    return _nearby(match["which"], anchors, lambda year: month(year, number))


def _which_season(match: re.Match[str], anchors: Anchors) -> Period | Unclear:
    return _nearby(match["which"], anchors, lambda year: season(match["season"], year))


def _nearby(which: str | None, anchors: Anchors, of_year: Callable[[int], Period]) -> Period | Unclear:
    """Give the last, next or same year's one of what comes once a year."""
    if which is None:
        base: Period | Unclear = anchors.recent or anchors.written()
    else:
        base = _base(which, anchors)
    if isinstance(base, Unclear):
        return base
    if base.first is None or base.last is None:
        return Unclear("counted from a time with an open end")
    step = _STEPS.get(which or "", 0)
    candidates = [of_year(year) for year in range(base.first.year - 1, base.last.year + 2)]
    if step < 0:
        before = [period for period in candidates if period.last is not None and period.last < base.last]
        return anchors.flagged(before[-1], base) if before else Unclear("off the calendar")
    if step > 0:
        after = [period for period in candidates if period.first is not None and period.first > base.last]
        return anchors.flagged(after[0], base) if after else Unclear("off the calendar")
    return anchors.flagged(of_year(base.last.year), base)
