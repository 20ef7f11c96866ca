"""The one pattern that recognises time words; its names come from the vocabulary, its repeats are bounded."""

from __future__ import annotations

import re
from functools import cache

from onrecord.vocabulary import rows

__all__ = ["time_pattern"]

_DAY = r"(?:[0-3٠-٣۰-۳]?\d(?:st|nd|rd|th)?(?!\d))"
_FULL_YEAR = r"(?:[1١۱][5-9٥-٩۵-۹]|[2٢۲][0٠۰])\d\d(?!\d|[A-Za-z])"
_SOLAR_YEAR = r"[1١۱][34٣٤۳۴]\d\d(?!\d)"
_ERA = r"(?:\s*(?:A\.H\.|AH\b|هـ))"
_UNIT = r"(?:hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?)"
_COUNT = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty"
    r"|several|some|few|couple\ of|many)"
)
_COUNTED = rf"(?:(?:a\s+(?=few|couple))?{_COUNT})"
_CLOCK = r"(?:(?:early\s+|late\s+)?(?:in\ the\s+)?(?:morning|afternoon|evening|night|midday|noon)\b)"
_PART = (
    r"(?:early(?:\s+in)?|late(?:\s+in)?|mid(?:dle\s+of)?|(?:the\s+)?(?:very\s+)?(?:beginning|start|outset|middle"
    r"|end|close|early\s+part|latter\s+part|(?:first|second|third|fourth|last)\s+(?:half|quarter|third))\s+of)"
)
_LEAD = (
    r"(?:(?:ever\s+)?since(?:\s+at\s+least)?|until|till|up\s+to|by|as\s+of|before|prior\s+to|after|from"
    r"|starting\s+in|beginning\s+in|as\s+early\s+as|as\s+late\s+as)"
)
_THE = r"(?:the\s+)?"
_OF = r"(?:(?:of|من|د)\s+)?"
_YEAR_WORD = r"(?:عام|سنة|سال)"
_TO = r"(?:to|until|till|through|up\s+to|[-–])"


def _names(table: str, **where: str) -> str:
    """Give the names of a vocabulary table as alternatives; a shortened one ("Sept.") may keep its stop."""
    found = [row["word"] for row in rows(table) if all(row[key] == value for key, value in where.items())]
    ordered = sorted(found, key=len, reverse=True)
    whole = "|".join(re.escape(word) for word in ordered)
    short = "|".join(
        word for word in ordered if any(other != word and other.startswith(word) for other in ordered)
    )
    return rf"(?:(?:{short})\.|(?:{whole})\b)" if short else rf"(?:(?:{whole})\b)"


def _dated(mark: str) -> str:
    """Give the pattern of a date that names a calendar's day, month, season or year."""
    month, weekday, season = _names("months"), _names("weekdays"), _names("seasons")
    solar, lunar = _names("months", calendar="solar"), _names("lunar_months")
    # "in May 300 people" holds no year; "March 20155." is a year that cannot be.
    year = rf"(?:[,،]?\s+(?:of\s+)?(?:{_FULL_YEAR}|\d{{3,6}}(?=\s*(?:[.;:)]|$))))"
    to_year = r"(?:\s*[-–/]\s*\d\d(?:\d\d)?(?!\d))"
    more_days = rf"(?:\s*(?:-|–|to|and)\s*{_DAY})"
    return rf"""(?:
        \d{{4}}-\d\d-\d\d(?!\d)
      | {_FULL_YEAR}[/.]\d{{1,2}}[/.]\d{{1,2}}(?!\d)
      | د\s+(?:{_FULL_YEAR}|{_SOLAR_YEAR})\s+کال\s+د\s+{month}(?:\s+په\s+{_DAY}(?:مه)?)?
      | \d{{1,2}}(?P<{mark}>[./])\d{{1,2}}(?P={mark})(?:19|20)\d\d(?!\d)
      | (?:{weekday},?\s+)? {_THE} {_DAY}{more_days}?\s+{_OF}{solar}\s+{_SOLAR_YEAR}
      | {solar}\s+{_SOLAR_YEAR}
      | (?:{weekday},?\s+)? {_THE} {_DAY}{more_days}?\s+(?:of\s+)?{lunar}\s+{_SOLAR_YEAR}{_ERA}?
      | {lunar}\s+{_SOLAR_YEAR}{_ERA}?
      | (?:{weekday},?\s+)? {_THE} {_DAY}{more_days}?\s+{_OF}{month}(?:\s*/\s*{month})?{year}?
      | (?:{weekday},?\s+)? {month}\s+{_DAY}(?!,\d{{3}})(?:{more_days}(?!\s*(?:{month}|,\d)))?{year}?
      | {month}(?:\s*/\s*{month})?{year}?
      | {_THE}{season}(?:\s+(?:and|or)\s+{season})?(?:\s+of)?,?\s+{_FULL_YEAR}{to_year}?
      | {_THE}(?:q[1-4]|(?:first|second|third|fourth)\s+quarter)(?:\s+of)?,?\s+{_FULL_YEAR}
      | {_THE}(?:1[5-9]|20)\d0['’]?s\b
      | {_FULL_YEAR}\s*[-–/]\s*(?:{_FULL_YEAR}|\d\d(?!\d))(?!\s*[-–/]\s*\d)
      | {_THE}year\s+(?:of\s+)?\d{{3,6}}(?!\d)
      | {_YEAR_WORD}\s+(?:{_FULL_YEAR}|{_SOLAR_YEAR})
      | {_FULL_YEAR}(?![.,]\d|\s*%)
    )"""


def _relative() -> str:
    """Give the pattern of times that are counted from another time."""
    month, weekday, season = _names("months"), _names("weekdays"), _names("seasons")
    beside = _names("named_days")
    unit = rf"(?:night\b|week\b|weekend\b|month\b|year\b|decade\b|quarter\b|{season}|{weekday}|{month})"
    return rf"""(?:
        {_THE}(?:last|past|previous|next|coming|preceding|following)\s+{_COUNTED}\s+{_UNIT}\b
      | {_THE}(?:last|next|this|past|previous|coming|following|same|that)\s+{unit}(?:\s+{_CLOCK})?
      | {_THE}(?:last|next|previous|following|same|that|very\ same)\s+day\b
      | this\s+(?:morning|afternoon|evening)\b | that\s+{_CLOCK}
      | {_THE}(?:recent|coming)\s+{_UNIT}\b
      | {_COUNTED}\s+{_UNIT}\s+(?:ago|later|earlier|afterwards?|beforehand|before|after|previously|prior)\b
      | in\s+(?:just|(?:a\s+)?little|slightly)\s+over\s+{_COUNTED}\s+(?:weeks?|months?|years?)\b
      | (?:days|weeks|months|years)\s+(?:ago|later|earlier|afterwards?)\b
      | (?:earlier|later)\s+(?:(?:this|that|in\s+the|the\s+same|last|in)\s+)?(?:{unit}|day\b)
      | the\s+day\s+(?:before|after)(?:\s+yesterday|\s+tomorrow)?\b
      | (?:yesterday|tomorrow)\b(?:\s+{_CLOCK})? | today\b | tonight\b
      | {beside} | over\s+the\s+weekend\b
      | overnight\b(?=\s*(?:[,.;]|$)|\s+(?:on|in|at|into|by|after|when|and|near)\b)
      | at\s+(?:the|that)\s+time\b(?!\s+of) | (?:since|by|until)\s+then\b | as\s+of\s+now\b
      | {weekday}(?:\s+{_CLOCK})?
      | {_THE}{season}(?=\s*(?:[,.;]|$)|\s+(?:when|after|before)\b)
      | the\s+(?:month|year|week|decade)\b(?!['’])
    )"""


@cache
def time_pattern() -> re.Pattern[str]:
    """Give the pattern; groups: range, or lead ("since"), det ("the"), part ("early") and core.

    No repeat is open-ended and a match begins only where a word begins, so a search costs no more
    than a fixed multiple of the text's length.
    """
    second = rf"(?:{_PART}[\s-]+)?(?:{_dated('b')}|today\b|{_THE}(?:present|now)\b)"
    month, weekday = _names("months"), _names("weekdays")
    joined = rf"\s*{_TO}\s*(?={_names('months')}|{_FULL_YEAR}|{_DAY}\s+[^\W\d])"
    paired = rf"\s+(?:and|&)\s+(?={month}\s+{_FULL_YEAR})"
    pattern = rf"""(?<![\w/$€£#]) (?:
        (?P<range>(?:from|between)\s+(?:(?:{_PART}[\s-]+)?{_dated("a")},?\s*(?:{_TO}|and)\s*{second}
          |{weekday}\s+(?:{_TO}|and)\s+{weekday}))
      | (?:(?P<lead>{_LEAD})\s+)? (?P<det>the\s+)?? (?:(?P<part>{_PART})[\s-]+)?
        (?P<core>{_dated("c")}(?:(?:{joined}|{paired}){_dated("d")})?|{_relative()})
      )(?P<on>\s+onwards?\b)?"""
    bounded = (
        pattern.replace(r"\s+", r"\s{1,9}").replace(r"\s*", r"\s{0,9}").replace(r"[\s-]+", r"[\s-]{1,9}")
    )
    return re.compile(bounded, re.IGNORECASE | re.VERBOSE)
