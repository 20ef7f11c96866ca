"""Names inside longer words: the owner in "the Front's Coast Province", the backer in "Norland-backed"."""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING

from onrecord.find.sentence import Sentence, span_of
from onrecord.find.words.word_classes import words_of
from onrecord.records import Mention, MentionKind, mention_id

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["inner_names"]

_NAMED = (*string.ascii_uppercase, "al-")
_HYPHEN = re.compile(r"[-‐‑–]")
# The words that make one actor out of another; what stands around them are names of their own.
_OF = re.compile(
    r"\b(?:branch|wing|affiliate|faction|arm|chapter|cell|offshoot|province) of (?:the )?", re.IGNORECASE
)
_TAIL = re.compile(
    r"[ -–](?:affiliate|offshoot|branch|faction|franchise|splinter|ally|rival|proxy|subsidiary)s?$",
    re.IGNORECASE,
)


def inner_names(sentence: Sentence, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give the actors that stand inside a longer mention or a compound word and are no mention yet."""
    taken = {(m.span.start, m.span.end) for m in mentions if m.kind is not MentionKind.TIME}
    found: dict[tuple[int, int], Mention] = {}
    for start, end in (*_in_actors(mentions), *_in_compounds(sentence, mentions)):
        if (start, end) not in taken and start < end:
            span = span_of(sentence.text, start, end)
            found[start, end] = Mention(
                mention_id(MentionKind.ACTOR, span), MentionKind.ACTOR, span, span.words
            )
    return tuple(found.values())


def _in_actors(mentions: tuple[Mention, ...]) -> Iterator[tuple[int, int]]:
    for mention in mentions:
        if mention.kind is not MentionKind.ACTOR:
            continue
        start, words = mention.span.start, mention.span.words
        cut = max(words.find("'s "), words.find("’s "))
        if cut > 0:
            yield start, start + cut
        if within := _OF.search(words):
            yield start + within.end(), mention.span.end
        if tail := _TAIL.search(words):
            yield start, start + tail.start()


def _in_compounds(sentence: Sentence, mentions: tuple[Mention, ...]) -> Iterator[tuple[int, int]]:
    """Give the name before "-backed", with the capitalised words or the mention that it ends."""
    for at, token in enumerate(sentence.tokens):
        cut = _cut(token.words)
        if cut is None:
            continue
        end = token.start + cut
        holding = [m.span.start for m in mentions if m.span.start < token.start and m.span.end >= end]
        if any(m.span.end == end for m in mentions):
            continue
        first = at
        while first and sentence.tokens[first - 1].words[:1].isupper() and first > at - len("the"):
            first -= 1
        start = sentence.tokens[first].start
        yield min([start, *holding]), end


def _cut(words: str) -> int | None:
    parts = [mark.start() for mark in _HYPHEN.finditer(words)]
    if not parts or not words.startswith(_NAMED):
        return None
    return parts[-1] if words[parts[-1] + 1 :].lower() in words_of("compound_tail") else None
