"""Every actor that a text names beyond doubt, also where no claim speaks of it.

An engine marks the actors of claims. Who is named between them matters for what "the group" and "they" mean,
so a scan of the capitalised words looks for names that one actor alone bears.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.records import Mention, MentionKind, Span, Text, mention_id
from onrecord.resolve.registry import Registry
from onrecord.resolve.spelling import fold, is_capital

__all__ = ["actors_in"]

_WORD = re.compile(r"[^\W\d_](?:[\w’'.-]{0,38}[^\W_])?")
_LONGEST = 6


def actors_in(text: Text, mentions: Iterable[Mention], registry: Registry) -> Iterator[Mention]:
    """Give the names of a text that the registry knows and that meet no mention, in the order of the text."""
    taken = {at for one in mentions for at in range(one.span.start, one.span.end)}
    tokens = [(match.start(), match.end()) for match in _WORD.finditer(text.content)]
    at = 0
    while at < len(tokens):
        size, known = _longest(text.content, tokens[at : at + _LONGEST], registry)
        start, end = tokens[at][0], tokens[at + size - 1][1]
        if known and taken.isdisjoint(range(start, end)):
            words = text.content[start:end]
            span = Span(text.id, start, end, words)
            yield Mention(mention_id(MentionKind.ACTOR, span), MentionKind.ACTOR, span, words)
        at += size


def _longest(content: str, tokens: list[tuple[int, int]], registry: Registry) -> tuple[int, bool]:
    """Give the longest name that begins here, in words, and whether it is an actor's; (1, False) for none."""
    start = tokens[0][0]
    first = content[start : tokens[0][1]]
    if not is_capital(first) or not registry.begins(fold(first).partition(" ")[0]):
        return 1, False
    for size in range(len(tokens), 0, -1):
        answers = registry.answers(content[start : tokens[size - 1][1]])
        if answers:
            return size, answers[0].how != "country"
    return 1, False
