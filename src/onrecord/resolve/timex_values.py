"""The value of a time expression as in TIMEX3, counted from the day of the text and from what stands before.

What has to be counted from a day that is not known has the value "". Source of the forms: TimeML 1.2.1.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from onrecord.resolve.periods import shifted
from onrecord.resolve.timex_clock import clock, hour, hour_of_24, hour_of_date, noon, weekday_clock
from onrecord.resolve.timex_days import full_date, month_of_year, weekday, weekday_of_week, weekend
from onrecord.resolve.timex_forms import Form
from onrecord.resolve.timex_told import year_before
from onrecord.resolve.timex_words import (
    LETTERS,
    SPOKEN,
    Context,
    day_number,
    got,
    month_number,
    moved,
    number_of,
    unit_of,
)

__all__ = ["value_of"]

_SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4}
Rule = Callable[[re.Match[str], Context, str], str]


def value_of(form: Form, context: Context) -> str:
    """Give the value, "" where it cannot be counted."""
    name, _, argument = form.value.partition(":")
    rule = _RULES.get(name)
    if rule is None:
        return form.value
    try:
        return rule(form.match, context, argument)
    except (ValueError, OverflowError):
        return ""


def _length(match: re.Match[str], _: Context, __: str) -> str:
    number = number_of(got(match, "count", "count1") or "a") + ("a half" in match[0].lower()) / 2
    if "couple" in match[0].lower():
        number = 2
    letter = LETTERS[unit_of(match)]
    time, letter = ("T", letter[1:]) if letter[0] == "T" else ("", letter)
    return f"P{time}{number:g}{letter}"


def _some(match: re.Match[str], _: Context, __: str) -> str:
    letter = LETTERS[unit_of(match)]
    return f"PTX{letter[1:]}" if letter[0] == "T" else f"PX{letter}"


def _unit_rule(_: re.Match[str], context: Context, argument: str) -> str:
    return moved(context, int(argument.removeprefix("day")), "day")


def _unit_here(match: re.Match[str], context: Context, argument: str) -> str:
    return moved(context, int(argument), unit_of(match))


def _ago(match: re.Match[str], context: Context, argument: str) -> str:
    number = int(number_of(got(match, "count", "count1") or "a"))
    unit = unit_of(match)
    if unit in {"second", "minute", "hour"} or context.day is None:
        return ""
    if unit == "year" and number == 1 and context.period:
        return year_before(context.period)
    return moved(context, number if argument == "+" else -number, unit)


def _period_before(match: re.Match[str], context: Context, _: str) -> str:
    """Give the same period of the year before; "last year" is that only where amounts are compared."""
    words = match[0].lower()
    if words == "last year" and not (context.compared and "-" in context.period):
        return moved(context, -1, "year")
    named = context.quarter if "quarter" in words else context.period
    return year_before(named) if named else moved(context, -1, "year")


def _period_of(match: re.Match[str], context: Context, _: str) -> str:
    """Give the period of another year: "the 1988 period" is the third quarter of 1988 in a report on a third quarter."""
    named = context.quarter if "quarter" in match[0].lower() else context.period
    return got(match, "year") + named[4:]


def _quarter(match: re.Match[str], context: Context, argument: str) -> str:
    nth = _NTH[got(match, "nth", "nth2")]
    if year := got(match, "year"):
        return f"{year}-Q{nth}"
    if context.day is None:
        return ""
    if argument:
        return f"{context.day.year + int(argument)}-Q{nth}"
    begun = date(context.day.year, 3 * nth - 2, 1) <= context.day
    return f"{context.day.year - (not begun and not context.coming)}-Q{nth}"


def _latest_quarter(_: re.Match[str], context: Context, __: str) -> str:
    return context.quarter or moved(context, -1, "quarter")


def _quarter_ended(match: re.Match[str], context: Context, _: str) -> str:
    """Give the quarter that ended on a day: the one reported on, else that in whose middle it was."""
    if context.quarter or context.day is None:
        return context.quarter
    last = date(context.day.year, month_number(got(match, "month")), 1)
    ended = last if last <= context.day else last.replace(year=last.year - 1)
    return moved(replace(context, day=ended), 0, "quarter") if ended.month % 3 == 0 else moved(
        replace(context, day=shifted(ended, -1, "month")), 0, "quarter"
    )


def _year_now(_: re.Match[str], context: Context, __: str) -> str:
    return moved(context, 0, "year")


def _spelled_year(match: re.Match[str], _: Context, __: str) -> str:
    first, *rest = re.split(r"[\s-]+", got(match, "spelled"))
    return f"{int(SPOKEN[first])}{int(sum(SPOKEN[word] for word in rest)):02}"


def _spelled_month(match: re.Match[str], context: Context, _: str) -> str:
    month = month_number(got(match, "month"))
    return f"{_spelled_year(match, context, '')}-{month:02}"


def _decade(match: re.Match[str], _: Context, __: str) -> str:
    return got(match, "tens") or f"19{got(match, 'short', 'short2')}"


def _spelled_decade(match: re.Match[str], _: Context, __: str) -> str:
    return f"19{2 + _DECADES.index(got(match, 'spelled_tens'))}"


def _half(match: re.Match[str], context: Context, argument: str) -> str:
    year = got(match, "year") or moved(context, int(argument or 0), "year")
    return f"{year}-H{_NTH[got(match, 'nth', 'nth2')]}" if year else ""


def _part_of_century(match: re.Match[str], _: Context, __: str) -> str:
    return "P50Y" if "half" in match[0].lower() else "P25Y"


def _season(match: re.Match[str], context: Context, argument: str) -> str:
    code = _SEASONS[got(match, "season")]
    year = got(match, "year") or (moved(context, int(argument or 0), "year"))
    return f"{year}-{code}" if year else ""


_RULES: dict[str, Rule] = {
    "length": _length, "some": _some, "unit": _unit_rule, "unit_here": _unit_here, "ago": _ago,
    "period_before": _period_before, "period_of": _period_of, "quarter_ended": _quarter_ended, "quarter": _quarter, "latest_quarter": _latest_quarter,
    "year_now": _year_now, "spelled_year": _spelled_year, "spelled_month": _spelled_month,
    "decade": _decade, "spelled_decade": _spelled_decade, "half": _half,
    "part_of_century": _part_of_century, "hour_of_date": hour_of_date, "hour_of_24": hour_of_24,
    "month_of_year": month_of_year, "weekday_of_week": weekday_of_week, "season": _season, "weekend": weekend, "weekday": weekday, "clock": clock,
    "weekday_clock": weekday_clock, "date": full_date, "hour": hour, "noon": noon,
    "iso": lambda match, _, __: match[0],
    "year": lambda match, _, __: got(match, "year"),
    "century": lambda match, _, __: str(int(got(match, "century")) - 1),
    "spoken": lambda _, context, __: context.spoken,
    "each_weekday": lambda match, _, __: f"XXXX-WXX-{day_number(got(match, 'weekday')) + 1}",
    "each_month": lambda match, _, __: f"XXXX-{month_number(got(match, 'month')):02}",
}  # fmt: skip
"""The rules that the table names."""
