"""Time words in a sentence: dates, parts of years, and words counted from another time."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.find.sentence import span_of
from onrecord.find.values.time_openers import may_be_time
from onrecord.find.values.time_pattern import time_pattern
from onrecord.records import Mention, MentionKind, mention_id
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from onrecord.find.sentence import Sentence

__all__ = ["find_times", "time_spans"]

_BARE_YEAR = re.compile(r"\d{4}")
_FIRST_SURE_YEAR, _LAST_SURE_YEAR = 1900, 2099
_WORD_BEHIND = re.compile(r"\s{0,3}([^\W\d_]{1,40})")
_WORD_AHEAD = re.compile(r"([^\W\d_]{1,40}|[^\w\s])\s{0,3}$")
_VERB = re.compile(r"\b(?:this|that)\s{1,9}(?:may|march)\Z")
"""What is no month: "this may help"."""
_OF_OUR_ERA = "ء"
"""What Urdu writes behind a year."""

_CONTEXT = 48
_BEFORE_THEN = re.compile(
    r"^[^.;]{0,160}?\b(?:had|has|have|will|would|was|were|is|are|must|should)(?![\w-])", re.IGNORECASE
)


def find_times(sentence: Sentence) -> tuple[Mention, ...]:
    """Give the sentence's time words; `head` is the date without "since", "by" or "early".

    "Now", "still" and "currently" are no time words: they hold at the vantage of the passage.
    """
    found = []
    for start, end, head in time_spans(sentence):
        span = span_of(sentence.text, start, end)
        head_words = sentence.text.content[head:end]
        found.append(Mention(mention_id(MentionKind.TIME, span), MentionKind.TIME, span, head_words))
    return tuple(found)


def time_spans(sentence: Sentence) -> list[tuple[int, int, int]]:
    """Give (start, end, start of the head) of each time mention, in order and apart from each other."""
    if not any(may_be_time(token.words) for token in sentence.tokens):
        return []
    content = sentence.text.content
    spans = []
    for match in time_pattern().finditer(content, sentence.start, sentence.end):
        if match["range"]:
            spans.append((match.start(), match.end(), match.start()))
            continue
        before = _WORD_AHEAD.search(content, max(sentence.start, match.start() - _CONTEXT), match.start())
        behind = _WORD_BEHIND.match(content, match.end(), min(sentence.end, match.end() + _CONTEXT))
        lead = (match["lead"] or "").lower()
        ahead = lead.split()[-1] if lead else before[1].lower() if before else ""
        if not _is_time(match, ahead, behind[1] if behind else ""):
            continue
        start, head = match.start(), match.start("core")
        if lead == "by" and start == sentence.start and _tells_then(content[match.end() : sentence.end]):
            start = head
        elif match["det"] and not match["part"]:
            start = head  # "after the June 2016 attack" is after the attack, not after June
        spans.append((start, match.end(), head))
    return spans


def _tells_then(after: str) -> bool:
    """Tell "By spring they grew bolder" (then) from "By spring they had left" (at some time before)."""
    return _BEFORE_THEN.search(after) is None


@cache
def _words(use: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("time_context") if row["use"] == use)


@cache
def _months() -> dict[str, tuple[str, str]]:
    return {row["word"]: (row["language"], row["calendar"]) for row in rows("months")}


@cache
def _bare(table: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows(table) if row.get("language", "en") == "en")


def _is_time(match: re.Match[str], ahead: str, behind: str) -> bool:
    """Tell whether the words are time words here: "May" may be a verb, "2000" a count, "fall" a defeat."""
    core = match["core"]
    plain = core.lower().rstrip(".")
    if plain in _months():
        return _is_month(core, ahead, lone=not match["part"], start=plain, calendar=_months()[plain])
    if _BARE_YEAR.fullmatch(core):
        return _is_year(match, ahead, behind)
    if plain in _bare("weekdays"):
        return core[0].isupper()
    words = plain.removeprefix("the ")
    if words in _bare("seasons"):
        return bool(match["part"]) or ahead in _words("season")
    if plain in {"the month", "the year", "the week", "the decade"}:
        return bool(match["part"])
    first = re.match(r"[a-z]+", core)
    return not (
        _VERB.search(core) or (first and first[0] in {"may", "march", "asad", "hut", "mar", "dec", "jan"})
    )


def _is_month(core: str, ahead: str, *, lone: bool, start: str, calendar: tuple[str, str]) -> bool:
    """Tell whether a month's name alone is meant as one; "May" and "March" need a preposition."""
    language, kind = calendar
    if language != "en" or kind == "solar" or not core[0].isupper():
        return False
    ambiguous = start in {"may", "march"} or len(start) <= len("sept")
    return not (lone and ambiguous) or ahead in _words("month")


def _is_year(match: re.Match[str], ahead: str, behind: str) -> bool:
    if match["part"] or ahead in _words("year") or behind == _OF_OUR_ERA:
        return True
    sure = _FIRST_SURE_YEAR <= int(match["core"]) <= _LAST_SURE_YEAR
    if not sure or ahead in _words("amount"):
        return False
    if match["det"]:
        return True
    counted = behind.endswith("s") or behind.lower() in {
        "people",
        "men",
        "women",
        "children",
        "dead",
        "million",
    }
    return not counted and (ahead in _words("weak") or behind.islower())
