"""What rules for the values of time expressions share: numbers, units, and steps from the day of the text."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from onrecord.resolve.dates import months_by_name
from onrecord.resolve.periods import shifted
from onrecord.resolve.tense import Tense
from onrecord.vocabulary import rows

__all__ = [
    "LETTERS",
    "NTH_WORDS",
    "SPOKEN",
    "Context",
    "Rule",
    "day_number",
    "got",
    "month_number",
    "moved",
    "number_of",
    "quarter_of",
    "unit_of",
]

SPOKEN = {row["word"]: float(row["value"]) for row in rows("number_words") if row["language"] == "en"} | {
    "a": 1,
    "an": 1,
    "couple": 2,
    "hundred": 100,
    "half": 0.5,
}
"""What number words say; "half" and "a couple" count too."""

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENTHS = ("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
            "seventeenth", "eighteenth", "nineteenth")  # fmt: skip
_NAMES = (
    *_UNITS,
    *_TEENTHS,
    "twentieth",
    *(f"twenty-{unit}" for unit in _UNITS),
    "thirtieth",
    "thirty-first",
)
NTH_WORDS = {word: number for number, word in enumerate(_NAMES, start=1)}
"""Days of a month by the words for them."""

LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "W",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE",
}  # fmt: skip
"""The letter of a unit in a length; T comes before units of the clock."""

_CENTURY = 100


@dataclass(frozen=True, slots=True)
class Context:
    """What a value is counted from.

    `day` is that of the text, None if unknown; `period` is the one that is reported on and `spoken` the time
    named last before; `quarter` is the last quarter reported on; `tense` is that of the clause.
    """

    day: date | None
    period: str = ""
    quarter: str = ""
    spoken: str = ""
    tense: Tense = Tense.OPEN

    @property
    def coming(self) -> bool:
        """Tell whether the clause looks ahead."""
        return self.tense is Tense.AHEAD


Rule = Callable[[re.Match[str], Context, str], str]
"""What gives a value from words, from what stands before them, and from an argument of the table."""


def got(match: re.Match[str], *names: str) -> str:
    """Give the words of the first of these groups that matched, in small letters; "" for none."""
    groups = match.groupdict()
    return next((groups[name].lower() for name in names if groups.get(name)), "")


def month_number(word: str) -> int:
    """Give 1 to 12 for an English month's name or its short form."""
    return months_by_name()[word.rstrip(".")][0]


def day_number(word: str) -> int:
    """Give 0 (Monday) to 6 for an English weekday."""
    return _weekdays()[word]


@cache
def _weekdays() -> dict[str, int]:
    return {row["word"]: int(row["day"]) for row in rows("weekdays") if row["language"] == "en"}


def unit_of(match: re.Match[str]) -> str:
    """Give the unit in the words."""
    return got(match, "unit", "unit1", "unit2")


def number_of(words: str) -> float:
    """Give the number that digits or words say, "2 1/2" and "two and a half" too."""
    if found := re.fullmatch(r"(\d+)(?:[-\s](\d)/(\d))?", words):
        return int(found[1]) + (int(found[2]) / int(found[3]) if found[2] else 0)
    if re.fullmatch(r"[\d.]+", words):
        return float(words)
    if ending := re.fullmatch(r"(\w+)[-\s]and[-\s]a[-\s]half", words):
        return SPOKEN.get(ending[1], 0) + SPOKEN["half"]
    parts = [SPOKEN.get(word, 0) for word in re.split(r"[\s-]+", words)]
    if "half" in words:
        return SPOKEN["half"]
    if max(parts) == _CENTURY:
        return _CENTURY * (parts[0] if len(parts) > 1 else 1)
    return sum(parts[-2:] if len(parts) > 1 else parts)


def _in_unit(on: date, unit: str) -> str:
    if unit == "week":
        year, week, _ = on.isocalendar()
        return f"{year}-W{week:02}"
    forms = {"month": f"{on:%Y-%m}", "quarter": quarter_of(on), "year": f"{on:%Y}", "decade": f"{on:%Y}"[:3],
             "century": f"{on:%Y}"[:2]}  # fmt: skip
    return forms.get(unit, on.isoformat())


def quarter_of(on: date) -> str:
    """Give the quarter of the calendar year in which a day lies, such as 1998-Q1."""
    return f"{on:%Y}-Q{(on.month + 2) // 3}"


def moved(context: Context, count: int, unit: str) -> str:
    """Give the unit so many units from the day of the text; "" where that is unknown."""
    on = shifted(context.day, count, unit) if context.day else None
    return _in_unit(on, unit) if on else ""
