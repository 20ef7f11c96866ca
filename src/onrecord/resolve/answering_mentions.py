"""Mentions that a benchmark gives, beside those that an engine found."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.answers import Stretch
from onrecord.records import Mention, MentionKind, Span, Text, mention_id

__all__ = ["beside", "given"]


def given(text: Text, stretches: Iterable[Stretch], kind: MentionKind) -> tuple[Mention, ...]:
    """Give stretches of a text as mentions of a kind, their words as they stand."""
    return tuple(_mention(text, at, kind) for at in stretches)


def beside(first: tuple[Mention, ...], others: Iterable[Mention]) -> tuple[Mention, ...]:
    """Give mentions with those others that meet none of them, in the order of the text."""
    taken = {at for one in first for at in range(one.span.start, one.span.end)}
    rest = (one for one in others if taken.isdisjoint(range(one.span.start, one.span.end)))
    return tuple(sorted((*first, *rest), key=lambda one: one.span.start))


def _mention(text: Text, at: Stretch, kind: MentionKind) -> Mention:
    span = Span(text.id, at.start, at.end, text.content[at.start : at.end])
    return Mention(mention_id(kind, span), kind, span, span.words)
