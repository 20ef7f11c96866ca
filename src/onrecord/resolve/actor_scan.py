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
_NEXT = re.compile(r"[^\w\n]{0,3}(" + _WORD.pattern + ")")
_FIRST = re.compile(r"(?<![\w’'.-])(?=[^a-z\W\d_]|al-|el-)" + _WORD.pattern)
"""A word with which a name may begin: a capital, a letter of a script without case, or an Arabic article."""

_LONGEST = 6


def actors_in(text: Text, mentions: Iterable[Mention], registry: Registry) -> Iterator[Mention]:
    """Give the names of a text that the registry knows and that meet no mention, in the order of the text."""
    taken = {at for one in mentions for at in range(one.span.start, one.span.end)}
    behind = 0
    for first in _FIRST.finditer(text.content):
        ends = _ends(first, registry) if first.start() >= behind and is_capital(first.group()) else []
        size = registry.starts.longest([word for word, _ in ends])
        if not size:
            continue
        start, behind = first.start(), ends[size - 1][1]
        words = text.content[start:behind]
        if taken.isdisjoint((start, behind - 1)) and _is_actor(words, registry):
            span = Span(text.id, start, behind, words)
            yield Mention(mention_id(MentionKind.ACTOR, span), MentionKind.ACTOR, span, words)


def _ends(first: re.Match[str], registry: Registry) -> list[tuple[str, int]]:
    """Give a word with which a name may begin and those after it, folded, each with its end."""
    found = [(fold(first.group()), first.end())]
    if not registry.starts.begins(found[0][0]):
        return []
    while len(found) < _LONGEST and (after := _NEXT.match(first.string, found[-1][1])):
        found.append((fold(after[1]), after.end()))
    return found


def _is_actor(words: str, registry: Registry) -> bool:
    answers = registry.answers(words)
    return bool(answers) and answers[0].how != "country"
