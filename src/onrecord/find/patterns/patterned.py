"""Claims from the pattern tables: all kinds but events and tolls."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from onrecord.find.patterns.candidates import candidates_of
from onrecord.find.patterns.carried import with_owner
from onrecord.find.patterns.claims import claim_of
from onrecord.find.patterns.inner_names import inner_names
from onrecord.find.patterns.kept import Found, keep_best
from onrecord.find.patterns.relevant import is_relevant
from onrecord.find.values.numbers import find_numbers
from onrecord.find.words.frame import frame_of
from onrecord.records import Claim, Kind, Mention, MentionKind, Number, mention_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.patterns.match import Match
    from onrecord.find.patterns.rows import PatternRow
    from onrecord.find.patterns.walk import Part
    from onrecord.find.sentence import Sentence

__all__ = ["find_patterned"]


def find_patterned(sentence: Sentence, mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
    """Give the claims that the pattern tables find; evidence runs from the first to the last matched word.

    A relation has one subject and one object: "A and B support C" gives two claims. Polarity and
    modality are set here, since only the pattern knows where its head stands.
    """
    named = (*mentions, *inner_names(sentence, mentions))
    frame = frame_of(sentence, named)
    candidates = candidates_of(frame)
    numbers: tuple[Number, ...] = ()
    if candidates.count:
        numbers = find_numbers(sentence)
        frame = frame_of(sentence, (*named, *_number_mentions(mentions, numbers)))
    found = [
        Found(whole, match.fixed, match.head[1])
        for row, match in candidates.matches(frame)
        for parts in _readings(row, match)
        if (claim := claim_of(frame, row, match, parts, numbers))
        and is_relevant(frame, whole := with_owner(frame, claim))
    ]
    return keep_best(found)


def _number_mentions(mentions: tuple[Mention, ...], numbers: tuple[Number, ...]) -> Iterator[Mention]:
    taken = {(m.span.start, m.span.end) for m in mentions if m.kind is MentionKind.NUMBER}
    for number in numbers:
        span = number.span
        if (span.start, span.end) not in taken:
            yield Mention(mention_id(MentionKind.NUMBER, span), MentionKind.NUMBER, span, span.words)


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
