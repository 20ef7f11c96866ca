"""Until when a count runs: "as of 3 May", "by Monday evening the toll", "so far", "to date"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.find.sentence import span_of
from onrecord.find.values.timewords import time_spans

if TYPE_CHECKING:
    from onrecord.find.sentence import Sentence
    from onrecord.records import Casualty, Span

__all__ = ["with_as_of"]

_RUNNING = frozenset({("so", "far"), ("to", "date"), ("as", "of"), ("up", "until")})


def with_as_of(sentence: Sentence, rows: tuple[Casualty, ...]) -> tuple[Casualty, ...]:
    """Give the rows with the time that a running count is told of; totals that run become cumulative.

    "As of" and "so far" make every total of the sentence a running one; "by Monday" only dates a toll.
    """
    words = [token.words.lower() for token in sentence.tokens]
    running = bool(_RUNNING.intersection(pairwise(words)))
    if not rows or not (running or any(row.scope == "cumulative" for row in rows)):
        return rows
    at = _as_of(sentence)
    told = (replace(r, scope="cumulative") if running and r.scope == "total" else r for r in rows)
    return tuple(replace(row, as_of=at) if at and row.scope == "cumulative" else row for row in told)


def _as_of(sentence: Sentence) -> Span | None:
    """Give the time words behind "as of" or "by"; those words themselves are no part of it."""
    content = sentence.text.content
    for start, end, head in time_spans(sentence):
        ahead = f"{content[max(sentence.start, start - 12) : start]}{content[start:head]}".lower().split()
        if ahead[-2:] == ["as", "of"] or ahead[-1:] == ["by"]:
            return span_of(sentence.text, head, end)
    return None
