"""Each time mention as an interval of days, with what it was counted from."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from onrecord.records import Anchor, Mention, MentionKind, Moment, Precision, When
from onrecord.resolve.anchors import Anchors
from onrecord.resolve.datelines import dateline_day
from onrecord.resolve.dates import normal, read_date
from onrecord.resolve.periods import Period, Unclear, part_of, span
from onrecord.resolve.relative_dates import read_relative
from onrecord.resolve.tense import Tense, tense_at
from onrecord.resolve.years import year_after, year_before, years_from
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from onrecord.records import Reading, Span, Text
    from onrecord.resolve.dates import Years

    _Found = tuple[Period, str, Span]


__all__ = ["date_mentions"]

_BY = "onrecord.resolve.times/1"
_LONGEST = 160
_NOTHING = (None, "")
_SENTENCE, _PARAGRAPH = 600, 5_000
_OPENERS = {"", ".", "!", "?", "\n"}
_STOP = re.compile(r"[a-z\d)”\"'][.!?]\s|\n\n")
_LEAD = re.compile(
    r"(?P<lead>(?:ever )?since(?: at least)?|until|till|up to|by|as of|before|prior to|after|from"
    r"|starting in|beginning in|as early as|as late as) (?!now$)(?P<rest>.+)"
)
_OPENS = {"since", "ever since", "since at least", "ever since at least", "starting in", "beginning in"}
_CLOSES = {"by", "until", "till", "up to"}
_RANGE = re.compile(r"(?:from|between) (?P<rest>.+)")
_SEPARATORS = re.compile(r",? ?(?: (?:to|until|till|through|up to|and) |-) ?")
_NOW = {"present", "the present", "now", "today"}


def date_mentions(text: Text, reading: Reading) -> tuple[Moment, ...]:
    """Give one Moment for each time mention, in the order of the text.

    A time that cannot be counted from anything stays open, with the reason; a publication date is
    an anchor for relative words only and never stands in for a date that is not there.
    """
    times = sorted((m for m in reading.mentions if m.kind == MentionKind.TIME), key=lambda m: m.span.start)
    dated: _Found | None = None
    recent: _Found | None = None
    moments = []
    published = _published(text)
    written = dateline_day(text.content, published) or published
    for mention in times:
        ahead = tense_at(text.content, mention.span.start, mention.span.end) is Tense.AHEAD
        anchors = Anchors(written, *(dated or _NOTHING)[:2], *(recent or _NOTHING)[:2])
        anchors = replace(anchors, ahead=ahead)
        near = dated is not None and _is_near(text, dated[2], mention.span)
        found = _read(normal(mention.span.words), anchors, near=near)
        if isinstance(found, Period) and found.first is not None and found.last is not None:
            here = (found, mention.span.words, mention.span)
            dated = here if found.anchor == Anchor.STATED else dated
            recent = recent if recent and _frames(text, recent[2], mention.span) else here
        moments.append(_moment(mention, found))
    return tuple(moments)


def _is_near(text: Text, first: Span, later: Span) -> bool:
    """Tell whether both stand in one paragraph."""
    return later.start - first.end < _PARAGRAPH and "\n\n" not in text.content[first.end : later.start]


def _frames(text: Text, first: Span, later: Span) -> bool:
    """Tell whether `first` opens the sentence in which `later` stands: then it sets the scene."""
    before = text.content[max(0, first.start - 3) : first.start].rstrip(" ")
    between = text.content[first.end : min(later.start, first.end + _SENTENCE)]
    return before[-1:] in _OPENERS and _STOP.search(between) is None


def _published(text: Text) -> Period | None:
    when = text.published
    if when is None or when.earliest is None or when.latest is None:
        return None
    try:
        first, last = date.fromisoformat(when.earliest), date.fromisoformat(when.latest)
    except ValueError:
        return None
    return Period(first, last, when.precision)


def _moment(mention: Mention, found: Period | Unclear) -> Moment:
    words = mention.span.words
    if isinstance(found, Unclear):
        return Moment(mention.id, When(None, None, Precision.OPEN, Anchor.NONE, words), found.why, _BY)
    first = found.first.isoformat() if found.first else None
    last = found.last.isoformat() if found.last else None
    return Moment(mention.id, When(first, last, found.precision, found.anchor, words), found.why, _BY)


def _read(words: str, anchors: Anchors, *, near: bool) -> Period | Unclear:
    if len(words) > _LONGEST:
        return Unclear("too long for a time")
    years = years_from(anchors, near=near)
    onward = re.fullmatch(r"(?:from )?(.+?) onwards?", words)
    if onward is None:
        return _whole(words, anchors, years)
    found = _whole(onward[1], anchors, years)
    return replace(found, last=None) if isinstance(found, Period) else found


def _whole(words: str, anchors: Anchors, years: Years) -> Period | Unclear:
    ranged = _RANGE.fullmatch(words)
    found = _between(ranged["rest"], anchors, years) if ranged else None
    if found is None:
        found = _plain(words, anchors, years)
    if found is None:
        led = _LEAD.fullmatch(words)
        inner = _plain(led["rest"], anchors, years) or _between(led["rest"], anchors, years) if led else None
        found = _opened(led["lead"], inner) if led and inner is not None else _between(words, anchors, years)
    return found if found is not None else Unclear("no date could be read from these words")


def _opened(lead: str, inner: Period | Unclear) -> Period | Unclear:
    """Open an end: "since" has no latest day, "by" no earliest; "before" and "after" leave the time out."""
    if isinstance(inner, Unclear) or inner.first is None or inner.last is None:
        return inner
    if lead in _OPENS:
        return replace(inner, last=None)
    if lead in _CLOSES:
        return replace(inner, first=None)
    if lead in {"before", "prior to"}:
        return replace(inner, first=None, last=inner.first - timedelta(days=1))
    if lead == "after":
        return replace(inner, first=inner.last + timedelta(days=1), last=None)
    return inner


@cache
def _part_pattern() -> re.Pattern[str]:
    parts = "|".join(
        sorted((row["words"].removeprefix("the ") for row in rows("time_parts")), key=len, reverse=True)
    )
    return re.compile(rf"(?:the )?(?:very )?(?P<part>{parts})[ -](?P<rest>.+)")


def _plain(words: str, anchors: Anchors, years: Years) -> Period | Unclear | None:
    """Read one date or one relative time, perhaps with "early" or "the end of" before it."""
    found = read_date(words, years)
    if found is None:
        found = read_relative(words, anchors)
    if found is not None:
        return found
    part = _part_pattern().fullmatch(words)
    if part is None:
        return _plain(words[4:], anchors, years) if words.startswith("the ") else None
    inner = _plain(part["rest"], anchors, years)
    names = {row["words"].removeprefix("the "): row["words"] for row in rows("time_parts")}
    return part_of(inner, names[part["part"]]) if isinstance(inner, Period) else inner


def _between(words: str, anchors: Anchors, years: Years) -> Period | Unclear | None:
    """Read "January 2018 to August": the end that is written without a year takes it from the other."""
    for cut in _SEPARATORS.finditer(words):
        left, right = words[: cut.start()], words[cut.end() :]
        last = _plain(right, anchors, lambda _: None)
        first = _plain(left, anchors, lambda _: None)
        if first is None or (last is None and right not in _NOW):
            continue
        if isinstance(first, Unclear) and isinstance(last, Unclear):
            first = _plain(left, anchors, years)
        if isinstance(last, Unclear) and isinstance(first, Period):
            last = _plain(right, anchors, year_after(first))
        if isinstance(first, Unclear) and isinstance(last, Period):
            first = _plain(left, anchors, year_before(last))
        return _joined(first, None if right in _NOW and isinstance(last, Unclear) else last)
    return None


def _joined(first: Period | Unclear | None, last: Period | Unclear | None) -> Period | Unclear:
    for end in (first, last):
        if isinstance(end, Unclear):
            return end
    if not isinstance(first, Period) or first.first is None:
        return Unclear("the range has no beginning")
    if not isinstance(last, Period) or last.last is None:
        return replace(first, last=None, precision=Precision.RANGE)
    if last.last < first.first:
        return Unclear("the range ends before it begins")
    weaker = last if first.anchor == Anchor.STATED else first
    return replace(span(first, last), anchor=weaker.anchor, why=weaker.why)
