"""What a text has told of so far: the period that it reports on, and the time that it named last.

Reports of earnings name the period once and then say "a year earlier" or "the 1988 period", which means the
same quarter or year as the one reported on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.resolve.tense import Tense
from onrecord.resolve.timex_forms import Form
from onrecord.resolve.timex_words import quarter_of, unit_of

__all__ = ["Told", "year_before"]

_QUARTER = re.compile(r"\d{4}-Q\d")
_YEAR = re.compile(r"(?:for )?(?:the|its) (?:full |fiscal )?year")
"""A year that is reported on, apart from "by year's end"."""


@dataclass(frozen=True, slots=True)
class Told:
    """The period reported on (quarter or year), the last such quarter, the last time; "" for none."""

    period: str = ""
    quarter: str = ""
    spoken: str = ""

    def after(self, form: Form, value: str, day: date | None, tense: Tense) -> Told:
        """Give what is told of when this expression has been read."""
        spoken = value if form.type == "DATE" and value[:4].isdigit() else self.spoken
        reported = self._reported(form, value, day, tense)
        quarter = reported if "-Q" in reported else self.quarter
        return Told(reported or self.period, quarter, spoken)

    def _reported(self, form: Form, value: str, day: date | None, tense: Tense) -> str:
        """Give the period that the expression makes the one reported on, "" if it makes none."""
        rule = form.value.partition(":")[0]
        if day is None:
            return ""
        if rule in {"quarter", "latest_quarter", "quarter_ended"}:
            return value if self._is_reported(form, value, day, tense) else ""
        if _YEAR.fullmatch(form.match[0].lower()) or (rule == "length" and _is_part_of_year(form)):
            return f"{day:%Y}"
        return ""

    def _is_reported(self, form: Form, value: str, day: date, tense: Tense) -> bool:
        """Tell whether a quarter is reported on: over by the calendar or the first named; none to come."""
        if not _QUARTER.fullmatch(value) or int(value[:4]) < day.year - 1:
            return False
        if form.value != "quarter":
            return int(value[:4]) <= day.year and (bool(self.quarter) or "quarter" in form.match[0].lower())
        is_over = value < quarter_of(day) or "fiscal" in form.match[0].lower()
        return (is_over or not self.quarter) and not (tense is Tense.AHEAD and self.quarter)


def _is_part_of_year(form: Form) -> bool:
    """Tell "the nine months": what a company has done this year so far."""
    words = form.match[0].lower()
    return unit_of(form.match) == "month" and re.match(r"the (?:first |latest )?\w+ ", words) is not None


def year_before(period: str) -> str:
    """Give the same quarter or year a year earlier."""
    return f"{int(period[:4]) - 1}{period[4:]}"
