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
    folded = [fold(text.content[start:end]) for start, end in tokens]
    at = 0
    while at < len(tokens):
        start = tokens[at][0]
        size = 0
        if is_capital(text.content[start : tokens[at][1]]):
            size = registry.longest(folded[at : at + _LONGEST])
        words = text.content[start : tokens[at + size - 1][1]] if size else ""
        if (
            words
            and start not in taken
            and start + len(words) - 1 not in taken
            and _is_actor(words, registry)
        ):
            span = Span(text.id, start, start + len(words), words)
            yield Mention(mention_id(MentionKind.ACTOR, span), MentionKind.ACTOR, span, words)
        at += size or 1


def _is_actor(words: str, registry: Registry) -> bool:
    answers = registry.answers(words)
    return bool(answers) and answers[0].how != "country"
