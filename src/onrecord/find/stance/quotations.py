"""Who speaks in a quotation that runs over several sentences: the words around it say so, or nobody does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.find.sentence import Attribution, Sentence, span_of
from onrecord.find.words.word_classes import words_of
from onrecord.records import Source, SpeechAct

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["quoted_around"]

_LOOK = 2_000  # characters: no quotation is followed farther
_BEFORE = 160  # characters in which "NAME said:" stands before a quotation
_QUOTES = re.compile(r"[\"“”]")
_CUE = (
    r"(?P<cue>said|says|added|told|wrote|explained|warned|continued|stated|noted|declared|recalled|tweeted)"
)
_WHO = r"(?P<who>(?:[\w.'’-]+ ){0,8}?[\w.'’-]+)"
_REST = r"[^.!?\"“”]{0,80}"
_TAIL = re.compile(rf",? +{_WHO} {_CUE}\b(?P<rest>{_REST}[.,:] *)?")
_TURNED = re.compile(rf",? +{_CUE} {_WHO}(?=[.,:;]| in | on | at | of )(?P<rest>{_REST}[.,:] *)?")
_LEAD = re.compile(rf"(?:\A|[.!?] ){_WHO} {_CUE}\b{_REST}[,:] *\Z")


def quoted_around(sentence: Sentence) -> Iterator[Attribution]:
    """Give the stretch of a sentence in a quotation that crosses its ends or continues one, with its source.

    A quotation that follows "..., NAME said." goes on with that source; where nobody is named it is unknown.
    """
    content = sentence.text.content
    first = content.rfind("\n\n", max(sentence.start - _LOOK, 0), sentence.start) + 1 or max(
        sentence.start - _LOOK, 0
    )
    if _QUOTES.search(content, first, sentence.end) is None:
        return
    stop = content.find("\n\n", sentence.end, sentence.end + _LOOK)
    last = min(sentence.end + _LOOK, len(content)) if stop < 0 else stop
    following: tuple[int, Source] | None = None
    for start, end in _quotations(content, first, last):
        if start >= sentence.end:
            return
        continues = following is not None and following[0] == start
        tail = _tail(sentence, end)
        source = (
            following[1] if following and continues else tail[1] if tail else _lead(sentence, first, start)
        )
        following = (tail[0], tail[1]) if tail else None
        inside = max(start, sentence.start), min(end, sentence.end)
        ends = source is not None and end + 1 >= sentence.end  # "“Why?” NAME said." is two sentences
        crosses = start < sentence.start or end > sentence.end or ends
        if inside[0] < inside[1] and (crosses or continues):
            yield Attribution((source or Source(None, SpeechAct.SAY, None),), *inside)


def _quotations(content: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Give start and end of the quotations of a paragraph; one that is not closed runs to its end."""
    opened: int | None = None
    for mark in _QUOTES.finditer(content, first, last):
        closes = mark[0] == "”" or (mark[0] == '"' and opened is not None)
        if closes and opened is not None:
            yield opened, mark.start()
            opened = None
        elif not closes and opened is None:
            opened = mark.start()
    if opened is not None:
        yield opened, last


def _tail(sentence: Sentence, end: int) -> tuple[int, Source] | None:
    """Give the source named right after a quotation, and where the next one would go on with it."""
    content = sentence.text.content
    for pattern in (_TAIL, _TURNED):
        match = pattern.match(content, end + 1)
        if match and _is_somebody(match["who"]):
            return match.end(), _source(sentence, match)
    return None


def _lead(sentence: Sentence, first: int, start: int) -> Source | None:
    floor = max(first, start - _BEFORE)
    match = _LEAD.search(sentence.text.content[floor:start].replace("\n", " "))
    return _source(sentence, match, floor) if match and _is_somebody(match["who"]) else None


def _source(sentence: Sentence, match: re.Match[str], offset: int = 0) -> Source:
    who, cue = (
        span_of(sentence.text, offset + match.start(g), offset + match.end(g)) for g in ("who", "cue")
    )
    return Source(who, SpeechAct.SAY, cue)


def _is_somebody(who: str) -> bool:
    """Say whether words may name a source: they open no clause and hold no verb of being."""
    words = who.lower().split()
    opens = words_of("preposition") | words_of("subordinator") | words_of("coordinator")
    return words[0] not in opens and words_of("auxiliary").isdisjoint(words)
