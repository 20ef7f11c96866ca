"""Attributions of a text: who says, by which words, what; found sentence by sentence, claims or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.answers import Attributed, Stretch
from onrecord.find.answering.spans_text import sentences_of
from onrecord.find.models.rules import MAX_TOKENS
from onrecord.find.stance.attribution import find_attributions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.answers import Question
    from onrecord.find.sentence import Attribution, Sentence
    from onrecord.records import Mention, Reading, Span

__all__ = ["attributions_of"]


def attributions_of(question: Question, reading: Reading) -> tuple[Attributed, ...]:
    """Give each stretch that somebody speaks for, with its nearest source; the others have their own."""
    sentences = [s for s in sentences_of(question, reading.text_id) if len(s.tokens) <= MAX_TOKENS]
    found = (_attributed(a) for s in sentences for a in find_attributions(s, _inside(reading, s)))
    return tuple(dict.fromkeys(found))


def _inside(reading: Reading, sentence: Sentence) -> tuple[Mention, ...]:
    return tuple(m for m in reading.mentions if sentence.start <= m.span.start and m.span.end <= sentence.end)


def _attributed(told: Attribution) -> Attributed:
    nearest = told.sources[0]
    cue = tuple(_stretches(nearest.cue))
    return Attributed(tuple(_stretches(nearest.who)), cue, (Stretch(told.start, told.end),))


def _stretches(span: Span | None) -> Iterator[Stretch]:
    if span is not None:
        yield Stretch(span.start, span.end)
