"""Values of hours and of parts of a day in time expressions."""

from __future__ import annotations

import re
from datetime import date

from onrecord.resolve.periods import shifted
from onrecord.resolve.timex_days import full_date, named_day
from onrecord.resolve.timex_words import SPOKEN, Context, got

__all__ = [
    "clock",
    "clock_of_date",
    "clock_of_spoken",
    "hour",
    "hour_of_24",
    "hour_of_date",
    "noon",
    "weekday_clock",
]

_CLOCKS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def clock(match: re.Match[str], context: Context, argument: str) -> str:
    """Give a part of the day of the text, or of one beside it."""
    part = got(match, "clock", "clock2").removeprefix("mid-")
    part = part or next(word for word in ("evening", "night", "afternoon") if word in match[0].lower())
    on = shifted(context.day, int(argument or 0), "day") if context.day else None
    return f"{on.isoformat()}T{_CLOCKS[part]}" if on else ""


def weekday_clock(match: re.Match[str], context: Context, _: str) -> str:
    """Give a part of a weekday."""
    on = named_day(got(match, "weekday"), context)
    return f"{on.isoformat()}T{_CLOCKS[got(match, 'clock')]}" if on else ""


def clock_of_date(match: re.Match[str], context: Context, _: str) -> str:
    """Give a part of a day of a month."""
    on = full_date(match, context, "")
    return f"{on}T{_CLOCKS[got(match, 'clock')]}" if on else ""


def clock_of_spoken(match: re.Match[str], context: Context, argument: str) -> str:
    """Give a part of the day that was named before, or of one beside it."""
    named = _DAY.match(context.spoken)
    on = shifted(date.fromisoformat(named[0]), int(argument or 0), "day") if named else None
    return f"{on.isoformat()}T{_CLOCKS[got(match, 'clock')]}" if on else ""


def hour(match: re.Match[str], context: Context, _: str) -> str:
    """Give an hour of a day, that of the text where none is named."""
    return _at(match, context, _hour(match))


def hour_of_date(match: re.Match[str], context: Context, _: str) -> str:
    """Give an hour of a day of a month."""
    on = full_date(match, context, "")
    return f"{on}T{_hour(match)}" if on else ""


def hour_of_24(match: re.Match[str], context: Context, _: str) -> str:
    """Give an hour that is counted from 0 to 24."""
    return _at(match, context, f"{got(match, 'hour')}:{got(match, 'minute')}")


def _hour(match: re.Match[str]) -> str:
    said = got(match, "hour")
    late = got(match, "half") == "p" or got(match, "clock") in {"afternoon", "evening", "night", "tonight"}
    number = int(said if said.isdigit() else SPOKEN[said]) % 12 + (12 if late else 0)
    return f"{number:02}:{got(match, 'minute') or '00'}"


def noon(match: re.Match[str], context: Context, _: str) -> str:
    """Give noon or midnight."""
    return _at(match, context, "12:00" if got(match, "noon") == "noon" else "24:00")


def _at(match: re.Match[str], context: Context, clock: str) -> str:
    on = named_day(got(match, "weekday") or "today", context)
    return f"{on.isoformat()}T{clock}" if on else ""
