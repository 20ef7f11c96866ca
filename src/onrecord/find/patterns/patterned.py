"""Claims from the pattern tables: all kinds but events and tolls."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from onrecord.find.patterns.claims import claim_of
from onrecord.find.patterns.kept import Found, keep_best
from onrecord.find.patterns.match import Match, match_at
from onrecord.find.patterns.rows import PatternRow, patterns_by_word
from onrecord.find.values.numbers import find_numbers
from onrecord.find.words.frame import Frame, frame_of
from onrecord.records import Claim, Kind, Mention, MentionKind, Number, Span, mention_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.patterns.walk import Part
    from onrecord.find.sentence import Sentence

__all__ = ["find_patterned"]


def find_patterned(sentence: Sentence, mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
    """Give the claims that the pattern tables find; evidence runs from the first to the last matched word.

    A relation has one subject and one object: "A and B support C" gives two claims. Polarity and
    modality are set here, since only the pattern knows where its head stands.
    """
    numbers = find_numbers(sentence)
    frame = frame_of(sentence, (*mentions, *_number_mentions(mentions, numbers), *_owners(mentions)))
    found = [
        Found(claim, match.fixed, match.head[1])
        for row, match in _matches(frame)
        for parts in _readings(row, match)
        if (claim := claim_of(frame, row, match, parts, numbers))
    ]
    return keep_best(found)


def _number_mentions(mentions: tuple[Mention, ...], numbers: tuple[Number, ...]) -> Iterator[Mention]:
    taken = {(m.span.start, m.span.end) for m in mentions if m.kind is MentionKind.NUMBER}
    for number in numbers:
        span = number.span
        if (span.start, span.end) not in taken:
            yield Mention(mention_id(MentionKind.NUMBER, span), MentionKind.NUMBER, span, span.words)


def _owners(mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """Give the owner inside a longer name, "the Hill Command's Coast Province", as an actor of its own."""
    for mention in mentions:
        words = mention.span.words
        cut = max(words.find("'s "), words.find("’s "))
        if mention.kind is MentionKind.ACTOR and cut > 0:
            start = mention.span.start
            span = Span(mention.span.text_id, start, start + cut, words[:cut])
            yield Mention(mention_id(MentionKind.ACTOR, span), MentionKind.ACTOR, span, span.words)


def _matches(frame: Frame) -> Iterator[tuple[PatternRow, Match]]:
    index = patterns_by_word()
    for at, token in enumerate(frame.tokens):
        for row in dict.fromkeys((*index.get(token.lemma, ()), *index.get(token.words.lower(), ()))):
            words = {token.lemma, token.words.lower()}
            tries = (match_at(frame, pattern, at) for pattern in row.patterns if pattern.keys & words)
            match = next((m for m in tries if m), None)
            if match:
                yield row, match


def _readings(row: PatternRow, match: Match) -> Iterator[tuple[Part, ...]]:
    parts = (*match.subjects, *match.parts)
    if row.kind is not Kind.RELATION:
        yield parts
        return
    subjects = [part for part in parts if part.name == "subject"]
    objects = [part for part in parts if part.name == "object"]
    others = [part for part in parts if part.name not in {"subject", "object"}]
    for subject, target in product(subjects, objects):
        if (subject.first, subject.last) != (target.first, target.last):
            yield subject, target, *others
