"""A full day in words -> When; month alone or year alone is no publication day and gives None."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from onrecord.records import Anchor, Precision, When
from onrecord.vocabulary import rows

__all__ = ["Day", "dateline", "find_day", "from_address", "only_day", "stated"]

LONGEST = 300
YEARS = range(1900, 2101)
ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
NAMED = re.compile(
    r"(?<!\w)(?:(?P<day>\d{1,2})(?:st|nd|rd|th|er)?[ \u00a0]{1,3}(?:(?:of|de)[ ])?"
    r"(?P<month>[^\W\d_]{2,14})\.?,?"
    r"|(?P<month2>[^\W\d_]{3,14})\.?[ \u00a0]{1,3}(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?)"
    r"[ \u00a0]{1,3}(?:(?:de|del)[ ])?(?P<year>\d{4})(?!\d)"
)
DATELINE = re.compile(r"[A-Z\u00c0-\u00de][\w .'’/()-]{1,40}(?:,[\w .'’-]{1,40}){0,2}?[,(]?\s{1,2}\(?$")
SMALL = re.compile(r"(?<![\w'’-])(?!(?:al|el|de|la|du|des|of|and)\b)[a-z]\w")  # of a sentence
AFTER_DATELINE = re.compile(r"[)\s,]{0,3}(?:\([^()]{1,40}\)\s{0,2})?(?:[—–:]|--?\s)")
CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}(?::\d{2})?\s{0,2}(?:[ap]\.?m\.?)?", re.IGNORECASE)
ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")
REST_WORDS = 3  # "Monday", "at", "GMT" may stand beside the day on a line of its own


@dataclass(frozen=True, slots=True)
class Day:
    """A day found in words, and where the words stand."""

    iso: str
    start: int
    end: int
    words: str


@cache
def _months() -> dict[str, int]:
    return {name: int(row["month"]) for row in rows("page_months") for name in row["names"].split()}


def stated(iso: str, words: str) -> When:
    """Give the day as an interval of one day, stated in these words."""
    return When(iso, iso, Precision.DAY, Anchor.STATED, words[:LONGEST])


def find_day(words: str) -> Day | None:
    """Give the first full day in the words; 03/04/2017 is none, for it may be either of two."""
    line = words[:LONGEST]
    found = [day for day in (_iso(line), _dotted(line), _named(line)) if day]
    return min(found, key=lambda day: day.start, default=None)


def only_day(words: str) -> Day | None:
    """Give the day of a line that says little else."""
    day = find_day(words) if len(words) < LONGEST // 3 else None
    if day is None:
        return None
    rest = CLOCK.sub(" ", words[: day.start] + " " + words[day.end :])
    return day if len(re.findall(r"\w+", rest)) <= REST_WORDS else None


def dateline(words: str) -> Day | None:
    """Give the day of "KABUL, 14 March 2017 —" at the start of a paragraph."""
    day = find_day(words[:120])
    if day is None or not DATELINE.fullmatch(words[: day.start]) or SMALL.search(words[: day.start]):
        return None
    return day if AFTER_DATELINE.match(words, day.end) else None


def from_address(url: str) -> When | None:
    """Give the day in an address such as /2017/03/14/; its words begin with "address"."""
    match = ADDRESS.search(url[:2_000])
    iso = _day(*match.groups()) if match else None
    return stated(iso, f"address {match.group()}") if match and iso else None


def _day(year: str, month: str, day: str) -> str | None:
    if int(year) not in YEARS:
        return None
    try:
        return dt.date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _found(match: re.Match[str], iso: str | None) -> Day | None:
    return Day(iso, match.start(), match.end(), match.group()) if iso else None


def _iso(line: str) -> Day | None:
    match = ISO.search(line)
    return _found(match, _day(*match.groups())) if match else None


def _dotted(line: str) -> Day | None:
    match = DOTTED.search(line)
    return _found(match, _day(*reversed(match.groups()))) if match else None


def _named(line: str) -> Day | None:
    for match in NAMED.finditer(line):
        month = _months().get((match["month"] or match["month2"]).casefold())
        iso = _day(match["year"], str(month), match["day"] or match["day2"]) if month else None
        if iso:
            return _found(match, iso)
    return None
