"""Values of days, hours and months in time expressions: weekdays, parts of a day, dates without a year."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.resolve.tense import Tense
from onrecord.resolve.timex_words import NTH_WORDS, Context, day_number, got, month_number, moved

__all__ = ["full_date", "month_of_year", "named_day", "nearest", "weekday", "weekday_of_week", "weekend"]

_FARTHER = {Tense.OPEN: (1.0, 1.5), Tense.PAST: (1.0, 4.0), Tense.AHEAD: (3.0, 1.0)}
"""How much farther days back and days to come count: reports look back more often, and a verb may say so."""

_SATURDAY = 5
_SHORT_YEAR, _TURN = 2, 50
"""A year of two digits from 50 on belongs to the last century."""


def named_day(word: str, context: Context, way: str = "") -> date | None:
    """Give the day of "today" and the like, or of a weekday: the last one, or the next if that is meant."""
    if context.day is None:
        return None
    if word in {"today", "yesterday", "tomorrow"}:
        return context.day + timedelta(days={"today": 0, "yesterday": -1, "tomorrow": 1}[word])
    back = (context.day.weekday() - day_number(word)) % 7
    if way == "next" or (context.coming and way != "last"):
        return context.day + timedelta(days=7 - back if back else 7 * (way == "next"))
    return context.day - timedelta(days=back or 7 * (way == "last"))


def weekday(match: re.Match[str], context: Context, _: str) -> str:
    """Give the day that a weekday names: the last one, or the next where the clause looks ahead."""
    found = re.match(r"(last|past|next)\b", match[0].lower())
    on = named_day(got(match, "weekday"), context, found[1] if found else got(match, "way"))
    return on.isoformat() if on else ""


def full_date(match: re.Match[str], context: Context, _: str) -> str:
    """Give a day or a month, in the nearest year where none stands."""
    month, year = got(match, "month"), got(match, "year")
    dom = got(match, "dom") or _spelled_day(got(match, "spelled_dom"))
    number = month_number(month) if month else int(got(match, "mm"))
    if not year and context.day is None:
        return f"XXXX-{number:02}" + (f"-{int(dom):02}" if dom else "")
    if len(year) == _SHORT_YEAR:
        year = f"19{year}" if int(year) >= _TURN else f"20{year}"
    which = int(year) if year else _year_of(number, int(dom or 15), match[0].lower(), context)
    return date(which, number, int(dom)).isoformat() if dom else f"{which}-{number:02}"


def _spelled_day(words: str) -> str:
    return str(NTH_WORDS["-".join(words.split())]) if words else ""


def _year_of(month: int, dom: int, words: str, context: Context) -> int:
    """Give the year in which a month is nearest; "last" goes back, "next" and a look ahead go on."""
    day = context.day or date.min
    years = {year: date(year, month, min(dom, 28)) for year in range(day.year - 1, day.year + 2)}
    if "last " in words:
        return max(year for year, on in years.items() if (on.year, on.month) < (day.year, day.month))
    if "next " in words:
        return min(year for year, on in years.items() if (on.year, on.month) >= (day.year, day.month))
    return nearest(years, context)


def nearest(by_year: dict[int, date], context: Context) -> int:
    """Give the year whose day is nearest to the text's, as far as the clause's tense lets it be."""
    back, on = _FARTHER[context.tense]
    day = context.day or date.min
    gaps = {year: (then - day).days for year, then in by_year.items()}
    return min(gaps, key=lambda year: gaps[year] * on if gaps[year] > 0 else -gaps[year] * back)


def month_of_year(match: re.Match[str], context: Context, _: str) -> str:
    """Give "May of last year"."""
    year = moved(context, {"last": -1, "this": 0, "next": 1}[got(match, "which")], "year")
    return f"{year}-{month_number(got(match, 'month')):02}" if year else ""


def weekday_of_week(match: re.Match[str], context: Context, _: str) -> str:
    """Give "Monday of next week"."""
    if context.day is None:
        return ""
    weeks = {"last": -1, "this": 0, "next": 1}[got(match, "way")]
    monday = context.day - timedelta(days=context.day.weekday() - 7 * weeks)
    return (monday + timedelta(days=day_number(got(match, "weekday")))).isoformat()


def weekend(_: re.Match[str], context: Context, argument: str) -> str:
    """Give a weekend; "over the weekend" on a weekday is the one before."""
    over = argument and not context.coming and context.day and context.day.weekday() < _SATURDAY
    return f"{week}-WE" if (week := moved(context, -1 if over else 0, "week")) else ""
