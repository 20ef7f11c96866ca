"""Dates that name a calendar's day, month, season or year, read from their words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from onrecord.records import Precision
from onrecord.resolve.lunar_calendar import lunar_interval
from onrecord.resolve.periods import Period, Unclear, day, decade, month, season, span, year
from onrecord.resolve.solar_calendar import solar_month_length, solar_to_gregorian
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from onrecord.records import Anchor

    Years = Callable[[int], "tuple[int, Anchor, str] | None"]

__all__ = ["months_by_name", "normal", "read_date"]

_SOLAR_YEARS = range(1178, 1634)
_YEARS = range(1000, 3000)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def normal(words: str) -> str:
    """Give words in lower case with plain digits, dashes and single spaces."""
    plain = "".join(
        str(unicodedata.digit(c)) if c.isdigit() and unicodedata.digit(c, None) is not None else c
        for c in words
    )
    return re.sub(
        r"\s+", " ", plain.lower().replace("–", "-").replace("—", "-").replace("’", "'").replace("،", ",")
    ).strip(" ,")


@cache
def months_by_name() -> dict[str, tuple[int, str]]:
    """Give (month, calendar) of every month name."""
    return {row["word"]: (int(row["month"]), row["calendar"]) for row in rows("months")}


@cache
def _lunar_months() -> dict[str, int]:
    return {row["word"]: int(row["month"]) for row in rows("lunar_months")}


def _alternatives(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    names = _alternatives(months_by_name())
    weekdays = "|".join(re.escape(row["word"]) for row in rows("weekdays"))
    seasons = "|".join(row["word"] for row in rows("seasons"))
    named = rf"(?P<month>{names})\.?(?: ?/ ?(?:{names}))?"
    numbered = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?(?: ?(?:-|to|and) ?(?P<to>\d{1,2})(?:st|nd|rd|th)?)?"
    yeared = r"(?:,? (?:of )?(?P<year>\d{3,6}))?"
    weekday = rf"(?:(?:{weekdays})\.?,? )?"
    named_season = rf"(?P<season>{seasons})(?: (?:and|or) (?P<and>{seasons}))?"
    of_year = r"(?: of)?,? (?P<y>\d{4})"
    lunar = rf"(?P<lunar>{_alternatives(_lunar_months())}) (?P<year>\d{{4}})(?: ?(?:a\.?h\.?|h|هـ|ھ|ه))?"
    forms = {
        "lunar day": rf"{weekday}(?:the )?{numbered} (?:of )?{lunar}",
        "lunar month": lunar,
        "iso": r"(?P<y>\d{4})[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)",
        "year first": rf"د (?P<year>\d{{4}}) کال د {named}(?: په (?P<day>\d{{1,2}})(?:مه)?)?",
        "numeric": r"(?P<one>\d{1,2})[./](?P<two>\d{1,2})[./](?P<y>\d{4})",
        "day": rf"{weekday}(?:the )?{numbered} (?:(?:of|من|د) )?{named}{yeared}",
        "month day": rf"{weekday}{named} {numbered}{yeared}",
        "month": rf"{named}{yeared}",
        "season": rf"(?:the )?{named_season}{of_year}(?: ?[-/] ?\d{{2,4}})?",
        "quarter": rf"(?:the )?(?:q(?P<q>[1-4])|(?P<nth>first|second|third|fourth) quarter){of_year}",
        "decade": r"(?:the )?(?P<y>\d{3}0)'?s",
        "years": r"(?P<y>\d{4}) ?[-/] ?(?P<to>\d{4}|\d\d)",
        "year": r"(?:the )?(?:year (?:of )?)?(?P<y>\d{3,6})",
        "year of a word": r"(?P<word>عام|سنة|سال) (?P<y>\d{4})",
    }
    return {name: re.compile(form) for name, form in forms.items()}


def read_date(words: str, years: Years) -> Period | Unclear | None:
    """Give the interval that normal words name, Unclear with a reason, or None if they are no date.

    `years` finds the year of a month that is written without one.
    """
    for name, pattern in _patterns().items():
        match = pattern.fullmatch(words.rstrip("."))
        if match is not None:
            return _READERS[name](match, years)
    return None


def _checked(y: str | int, m: int = 1, d: int = 1) -> date | Unclear:
    if int(y) not in _YEARS:
        return Unclear(f"{y} is no year of four digits")
    try:
        return date(int(y), m, d)
    except ValueError:
        return Unclear(f"the calendar has no day {d} in month {m} of {y}")


def _iso(match: re.Match[str], _: Years) -> Period | Unclear:
    on = _checked(match["y"], int(match["m"]), int(match["d"]))
    return on if isinstance(on, Unclear) else day(on)


def _numeric(match: re.Match[str], _: Years) -> Period | Unclear:
    """Read 03/04/2016; where day and month could change places, the range from one reading to the other."""
    one, two = int(match["one"]), int(match["two"])
    found = [on for m, d in {(two, one), (one, two)} if isinstance(on := _checked(match["y"], m, d), date)]
    if not found:
        return Unclear(f"the calendar has no day {match[0]}")
    if min(found) == max(found):
        return day(found[0])
    return Period(
        min(found), max(found), Precision.RANGE, why="stated; whether day or month comes first is not said"
    )


def _month(match: re.Match[str], years: Years) -> Period | Unclear:
    """Read a month or days of a month, in either calendar, with the year looked up if it is not written."""
    number, calendar = months_by_name()[match["month"]]
    groups = match.groupdict()
    written = groups.get("year")
    looked_up = None if written else years(number)
    if not written and looked_up is None:
        return Unclear("no year is written and the text gives no date to count from")
    which = int(written) if written else looked_up[0] if looked_up else 0
    days = [int(groups[key]) for key in ("day", "to") if groups.get(key)]
    found = _solar(which, number, days) if calendar == "solar" else _gregorian(which, number, days)
    if isinstance(found, Unclear) or looked_up is None:
        return found
    return replace(found, anchor=looked_up[1], why=looked_up[2])


def _gregorian(which: int, number: int, days: list[int]) -> Period | Unclear:
    if not days:
        first = _checked(which, number)
        return first if isinstance(first, Unclear) else month(which, number)
    first, last = _checked(which, number, days[0]), _checked(which, number, days[-1])
    if isinstance(first, Unclear):
        return first
    if isinstance(last, Unclear):
        return last
    if last < first:
        return Unclear("the last day lies before the first")
    return span(day(first), day(last)) if len(days) > 1 else day(first)


def _solar(which: int, number: int, days: list[int]) -> Period | Unclear:
    if which not in _SOLAR_YEARS:
        return Unclear(f"{which} is no year of the Solar Hijri calendar")
    first = solar_to_gregorian(which, number, days[0] if days else 1)
    last = solar_to_gregorian(which, number, days[-1] if days else solar_month_length(which, number))
    if first is None or last is None:
        return Unclear(f"the Solar Hijri calendar has no such day in month {number} of {which}")
    precision = Precision.MONTH if not days else Precision.DAY if first == last else Precision.RANGE
    return Period(first, last, precision, why="stated in the Solar Hijri calendar")


def _lunar(match: re.Match[str], _: Years) -> Period | Unclear:
    """Read a month or days of a month of the Islamic calendar; the year is always written."""
    groups = match.groupdict()
    days = [int(groups[key]) for key in ("day", "to") if groups.get(key)]
    found = lunar_interval(int(match["year"]), _lunar_months()[match["lunar"]], *days)
    if found is None:
        return Unclear(f"the Hijri calendar has no {match[0]!r}")
    why = "stated in the Hijri calendar, whose months begin by sight of the moon: a day more at both ends"
    return Period(*found, Precision.RANGE, why=why)


def _season(match: re.Match[str], _: Years) -> Period | Unclear:
    if isinstance(found := _checked(match["y"]), Unclear):
        return found
    first = season(match["season"], found.year)
    return span(first, season(match["and"], found.year)) if match["and"] else first


def _quarter(match: re.Match[str], _: Years) -> Period | Unclear:
    if isinstance(found := _checked(match["y"]), Unclear):
        return found
    last = 3 * (int(match["q"]) if match["q"] else _ORDINALS[match["nth"]])
    return replace(span(month(found.year, last - 2), month(found.year, last)), precision=Precision.QUARTER)


def _decade(match: re.Match[str], _: Years) -> Period | Unclear:
    found = _checked(match["y"])
    return found if isinstance(found, Unclear) else decade(found.year)


def _years(match: re.Match[str], _: Years) -> Period | Unclear:
    first, to = match["y"], match["to"]
    last = to if len(to) == len(first) else first[:2] + to
    for which in (first, last):
        if isinstance(found := _checked(which), Unclear):
            return found
    if int(last) < int(first):
        return Unclear("the last year lies before the first")
    return span(year(int(first)), year(int(last)))


def _year(match: re.Match[str], _: Years) -> Period | Unclear:
    found = _checked(match["y"])
    return found if isinstance(found, Unclear) else year(found.year)


def _worded_year(match: re.Match[str], years: Years) -> Period | Unclear:
    """Read "سال ۱۴۰۲": after the Persian word a year can be one of the Solar Hijri calendar."""
    which = int(match["y"])
    if match["word"] != "سال" or which not in _SOLAR_YEARS:
        return _year(match, years)
    first, last = _solar(which, 1, []), _solar(which, 12, [])
    if isinstance(first, Unclear) or isinstance(last, Unclear):
        return first if isinstance(first, Unclear) else last
    return replace(span(first, last), precision=Precision.YEAR)


_READERS: dict[str, Callable[[re.Match[str], Years], Period | Unclear]] = {
    "lunar day": _lunar, "lunar month": _lunar, "iso": _iso, "numeric": _numeric, "day": _month,
    "month day": _month, "month": _month, "season": _season, "quarter": _quarter, "decade": _decade,
    "years": _years, "year": _year, "year first": _month, "year of a word": _worded_year,
}  # fmt: skip
