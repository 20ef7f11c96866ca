"""Names inside longer words: the owner in "the Front's wing", the backer in "Norland-backed"."""

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
_OWNER = re.compile(r"['’]s ")
_OF = re.compile(r" of (?:the )?(?=[A-Z])")
# A mention that holds one of these words before "of" is a part of what follows.
_PARTS = re.compile(
    r"(?:branch|wing|affiliate|faction|arm|chapter|cell|offshoot|province|member|leader|fighter|force)s? of ",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"[ -–](?:affiliate|offshoot|branch|faction|franchise|splinter(?: group)?|ally|rival|proxy)s?$",
    re.IGNORECASE,
)
# Two names joined by a hyphen before a noun of what is between them: "Front-Column alliances".
_BETWEEN = re.compile(
    r"\b([A-Z][\w'’]+)[-–]([A-Z][\w'’]+(?: [A-Z][\w'’]+){0,3}) "
    r"(?:alliance|pact|coalition|rivalry|feud|war|conflict|fight|clash|battle|truce|talk|agreement|deal)"
)
_WHO = frozenset({MentionKind.ACTOR, MentionKind.GROUP})

_Found = tuple[MentionKind, int, int]


def inner_names(sentence: Sentence, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give the names that stand inside a longer mention or a compound word and are no mention yet."""
    taken = {(m.span.start, m.span.end) for m in mentions if m.kind is not MentionKind.TIME}
    found: dict[tuple[int, int], Mention] = {}
    for kind, start, end in (
        *_in_mentions(mentions),
        *_in_compounds(sentence, mentions),
        *_in_pairs(sentence),
    ):
        if (start, end) not in taken and start < end:
            span = span_of(sentence.text, start, end)
            found[start, end] = Mention(mention_id(kind, span), kind, span, span.words)
    return tuple(found.values())


def _in_mentions(mentions: tuple[Mention, ...]) -> Iterator[_Found]:
    for mention in mentions:
        kind, start, end, words = mention.kind, mention.span.start, mention.span.end, mention.span.words
        if kind in _WHO and (owners := [*_OWNER.finditer(words)]):
            yield kind, start, start + owners[-1].start()
        of = _OF.search(words)
        if of and kind is MentionKind.PLACE:
            yield kind, start + of.end(), end
        elif of and kind in _WHO and _PARTS.search(words):
            yield MentionKind.ACTOR, start + of.end(), end
        if kind is MentionKind.ACTOR and (tail := _TAIL.search(words)):
            yield kind, start, start + tail.start()


def _in_compounds(sentence: Sentence, mentions: tuple[Mention, ...]) -> Iterator[_Found]:
    """Give the name before "-backed" with its capitalised words, and what a mention names after it."""
    for at, token in enumerate(sentence.tokens):
        cut = _cut(token.words)
        if cut is None:
            continue
        for mention in mentions:
            if mention.kind in _WHO and mention.span.start <= token.start and token.end < mention.span.end:
                yield mention.kind, sentence.tokens[at + 1].start, mention.span.end
        if not any(m.span.end == token.start + cut for m in mentions):
            yield MentionKind.ACTOR, _start(sentence, at), token.start + cut


def _in_pairs(sentence: Sentence) -> Iterator[_Found]:
    for pair in _BETWEEN.finditer(sentence.text.content, sentence.start, sentence.end):
        yield MentionKind.ACTOR, *pair.span(1)
        yield MentionKind.ACTOR, *pair.span(2)


def _start(sentence: Sentence, at: int) -> int:
    first = at
    while first and sentence.tokens[first - 1].words.istitle() and not _is_article(sentence, first - 1):
        first -= 1
    return sentence.tokens[first].start


def _is_article(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].lemma in words_of("determiner") | words_of("preposition")


def _cut(words: str) -> int | None:
    if not words.startswith(_NAMED):
        return None
    parts = [mark.start() for mark in _HYPHEN.finditer(words)]
    tail = words[parts[-1] + 1 :].lower() if parts else ""
    return parts[-1] if tail in words_of("compound_tail") else None
