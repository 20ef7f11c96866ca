"""Values of years, decades and of what comes once a year in time expressions."""

from __future__ import annotations

import re
from datetime import date

from onrecord.resolve.timex_days import nearest
from onrecord.resolve.timex_holidays import holiday
from onrecord.resolve.timex_words import SPOKEN, Context, Rule, got, month_number, moved, number_of

__all__ = ["YEARS"]

_SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
_MIDDLES = {"spring": 4, "summer": 7, "fall": 10, "autumn": 10, "winter": 1}
_DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties")


def _year_now(_: re.Match[str], context: Context, __: str) -> str:
    return moved(context, 0, "year")


def _spelled_year(match: re.Match[str], _: Context, __: str) -> str:
    first, *rest = re.split(r"[\s-]+", got(match, "spelled"))
    return f"{int(SPOKEN[first])}{int(sum(SPOKEN[word] for word in rest)):02}"


def _spelled_month(match: re.Match[str], context: Context, _: str) -> str:
    month = month_number(got(match, "month"))
    return f"{_spelled_year(match, context, '')}-{month:02}"


def _spelled_2000(match: re.Match[str], _: Context, __: str) -> str:
    return f"{2000 + number_of(got(match, 'after')):g}"


def _decade(match: re.Match[str], _: Context, __: str) -> str:
    return got(match, "tens") or f"19{got(match, 'short', 'short2')}"


def _spelled_decade(match: re.Match[str], _: Context, __: str) -> str:
    return f"19{2 + _DECADES.index(got(match, 'spelled_tens'))}"


def _season(match: re.Match[str], context: Context, argument: str) -> str:
    code = _SEASONS[got(match, "season")]
    year = got(match, "year") or moved(context, int(argument or 0), "year")
    return f"{year}-{code}" if year else ""


def _season_near(match: re.Match[str], context: Context, _: str) -> str:
    """Give "the summer": the nearest one, as far as the tense lets it be."""
    if context.day is None:
        return ""
    season, years = got(match, "season"), range(context.day.year - 1, context.day.year + 2)
    middle = {year: date(year, _MIDDLES[season], 15) for year in years}
    return f"{nearest(middle, context)}-{_SEASONS[season]}"


def _holiday(match: re.Match[str], context: Context, _: str) -> str:
    if context.day is None:
        return ""
    year = got(match, "year")
    return holiday(got(match, "holiday"), int(year) if year else 0, context).isoformat()


YEARS: dict[str, Rule] = {
    "year_now": _year_now, "spelled_year": _spelled_year, "spelled_month": _spelled_month,
    "spelled_2000": _spelled_2000, "decade": _decade, "spelled_decade": _spelled_decade,
    "season": _season, "season_near": _season_near, "holiday": _holiday,
    "year": lambda match, _, __: got(match, "year"),
    "century": lambda match, _, __: str(int(got(match, "century")) - 1),
}  # fmt: skip
"""The rules for years, by the names that the table has for them."""
