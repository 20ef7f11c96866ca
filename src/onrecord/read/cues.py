"""What a line of a page starts, by its words: the table vocabulary/page_cues.csv."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache, lru_cache

from onrecord.read.dates import find_day
from onrecord.vocabulary import rows

__all__ = ["Starts", "cue_of", "dated_markup", "markup_cue", "without_cue"]

SHORT = 160
BYLINE = 90
WITHIN = 400
NAMES = 12  # words of a byline
EDGE_MARKS = re.compile(r"^[\W\d_]+|[\W\d_]+$")
PARTS = re.compile(r"\s*[|•·»›\t]\s*|\s{3,}")
NAMING = frozenset({"byline", "published", "said"})
DATED = frozenset({"published", "updated"})


class Starts(StrEnum):
    """What a line starts; TEXT where no cue says anything."""

    TEXT = "text"
    NAVIGATION = "navigation"
    COMMENTS = "comments"
    MORE = "more"
    BYLINE = "byline"
    PUBLISHED = "published"
    UPDATED = "updated"
    CAPTION = "caption"
    SAID = "said"


@lru_cache(maxsize=10_000)
def cue_of(words: str) -> Starts:
    """Give what the line starts; the longest phrase of the table decides."""
    line = words[: WITHIN + 1].casefold().strip()
    if not line or len(line) > WITHIN:
        return Starts.TEXT
    if _bare(line) in _table("line"):
        return Starts(_table("line")[_bare(line)])
    if len(line) <= SHORT and (found := _prefixed(line, words) or _suffixed(line)):
        return Starts(found)
    if any(phrase in line for phrase in _table("within")):
        return Starts.NAVIGATION
    return Starts.NAVIGATION if _all_navigation(line) else Starts.TEXT


def markup_cue(names: str) -> Starts:
    """Give what the class, id and role words of an element say."""
    for name in names.casefold().split()[:20]:
        for phrase, starts in _table("markup").items():
            if name.startswith(phrase):
                return Starts(starts)
    return Starts.TEXT


def dated_markup(names: set[str], match: str) -> bool:
    """Say whether a "meta" or "time" element of these names gives the day of publication."""
    return not names.isdisjoint(_table(match))


def without_cue(words: str) -> str:
    """Give a byline or head line without its cue, its day and its marks: the name that is left."""
    day = find_day(words)
    line = words[: day.start] if day and day.start > len("by a") else words
    line = line.strip()
    for phrase in _naming():
        line = _cut(line, phrase)
    line = re.sub(r"\s+(?:on|at|le|el|،|,)\s*$", "", line, flags=re.IGNORECASE)
    return line.strip(" \t:,;|-—–·•()،")[:120]


@cache
def _naming() -> tuple[str, ...]:
    """Give the phrases that stand beside a name, the longest first."""
    table = _table("prefix") | _table("suffix")
    return tuple(sorted((p for p in table if table[p] in NAMING), key=lambda p: (-len(p), p)))


def _cut(line: str, phrase: str) -> str:
    folded = line.casefold()
    if len(folded) != len(line):
        return line
    if folded.startswith(phrase + " ") or (phrase[-1] == ":" and folded.startswith(phrase)):
        return line[len(phrase) :].strip()
    return line[: -len(phrase)].strip() if folded.endswith(" " + phrase) else line


@cache
def _table(match: str) -> dict[str, str]:
    found = ((row["phrase"].casefold(), row["starts"]) for row in rows("page_cues") if row["match"] == match)
    by_length = sorted(found, key=lambda pair: (-len(pair[0]), pair[0]))
    return {_bare(phrase) if match == "line" else phrase: starts for phrase, starts in by_length}


@cache
def _phrases(match: str) -> tuple[str, ...]:
    """Give the phrases alone; most lines begin and end with none of them, which is told at once."""
    return tuple(_table(match))


def _bare(line: str) -> str:
    return EDGE_MARKS.sub("", line).replace("\u2019", "'")


def _prefixed(line: str, words: str) -> str:
    line = line.lstrip('0123456789 \t•·»›>#*-–—“"')
    if not line.startswith(_phrases("prefix")):
        return ""
    for phrase, starts in _table("prefix").items():
        stands = line.startswith(phrase) and not line[len(phrase) : len(phrase) + 1].isalnum()
        if stands and _is_true(starts, line, words):
            return starts
    return ""


def _is_true(starts: str, line: str, words: str) -> bool:
    """Guard phrases that sentences begin with too: "By the spring of 2015 the group ..."."""
    if starts in DATED:
        return find_day(words) is not None
    if starts == "byline":
        return len(line) <= BYLINE and line[-1] not in ".!?۔؟" and bool(_names(without_cue(words)))
    return starts == "caption" or line[-1] not in ".۔"


def _names(words: str) -> bool:
    """Say whether this may be names: no lower-case word but particles, in scripts that have cases."""
    few = words.split()
    small = [word for word in few if word[:1].islower() and len(word) > len("from")]
    return 0 < len(few) <= NAMES and not small and not few[0].islower()


def _suffixed(line: str) -> str:
    if not line.endswith(_phrases("suffix")):
        return ""
    found = (starts for phrase, starts in _table("suffix").items() if line.endswith(" " + phrase))
    return next(found, "")


def _all_navigation(line: str) -> bool:
    parts = [_bare(part) for part in PARTS.split(line) if part]
    known = [part for part in parts if _table("line").get(part) == "navigation"]
    return len(parts) > 1 and (len(known) > 1 or len(known) * 2 >= len(parts))
