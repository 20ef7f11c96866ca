"""The value of a time expression as in TIMEX3, counted from the day of the text and from what stands before.

What has to be counted from a day that is not known has the value "". Source of the forms: TimeML 1.2.1.
"""

from __future__ import annotations

import re

from onrecord.resolve.timex_clock import (
    clock,
    clock_of_date,
    clock_of_spoken,
    hour,
    hour_of_24,
    hour_of_date,
    noon,
    weekday_clock,
)
from onrecord.resolve.timex_days import full_date, month_of_year, weekday, weekday_of_week, weekend
from onrecord.resolve.timex_forms import Form
from onrecord.resolve.timex_periods import PERIODS
from onrecord.resolve.timex_words import (
    LETTERS,
    Context,
    Rule,
    day_number,
    got,
    month_number,
    moved,
    number_of,
    unit_of,
)  # fmt: skip
from onrecord.resolve.timex_years import YEARS

__all__ = ["value_of"]


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
    number = number_of(got(match, "count", "count1") or "a") + match[0].lower().endswith("and a half") / 2
    if "couple" in match[0].lower():
        number = 2
    letter = LETTERS[unit_of(match)]
    time, letter = ("T", letter[1:]) if letter[0] == "T" else ("", letter)
    return f"P{time}{number:g}{letter}"


def _some(match: re.Match[str], _: Context, __: str) -> str:
    letter = LETTERS[unit_of(match)]
    return f"PTX{letter[1:]}" if letter[0] == "T" else f"PX{letter}"


def _part_of_century(match: re.Match[str], _: Context, __: str) -> str:
    return "P50Y" if "half" in match[0].lower() else "P25Y"


def _unit_rule(_: re.Match[str], context: Context, argument: str) -> str:
    return moved(context, int(argument.removeprefix("day")), "day")


def _unit_here(match: re.Match[str], context: Context, argument: str) -> str:
    return moved(context, int(argument), unit_of(match))


_RULES: dict[str, Rule] = PERIODS | YEARS | {
    "length": _length, "some": _some, "part_of_century": _part_of_century, "unit": _unit_rule,
    "unit_here": _unit_here, "weekend": weekend, "weekday": weekday, "weekday_of_week": weekday_of_week,
    "clock": clock, "clock_of_date": clock_of_date, "clock_of_spoken": clock_of_spoken,
    "weekday_clock": weekday_clock, "date": full_date, "month_of_year": month_of_year,
    "hour": hour, "hour_of_date": hour_of_date, "hour_of_24": hour_of_24, "noon": noon,
    "iso": lambda match, _, __: match[0],
    "spoken": lambda _, context, __: context.spoken,
    "each_weekday": lambda match, _, __: f"XXXX-WXX-{day_number(got(match, 'weekday')) + 1}",
    "each_month": lambda match, _, __: f"XXXX-{month_number(got(match, 'month')):02}",
}  # fmt: skip
"""The rules that the table names."""
