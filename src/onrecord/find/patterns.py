"""Relation, presence, composition, estimate, conduct, statement and assessment claims from the pattern tables."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from onrecord.find.frame import Frame, frame_of
from onrecord.find.numbers import find_numbers
from onrecord.find.pattern_match import Match, Part, match_at
from onrecord.find.pattern_rows import PatternRow, patterns_by_word
from onrecord.find.patterns_kept import keep_best
from onrecord.records import Claim, Kind, Mention, MentionKind, Number, Role, Span, TimeRole, Which, claim_id, mention_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.sentence import Sentence

__all__ = ["find_patterned"]

_NEAR = 14  # tokens: a subject that stands farther off is a role, but no part of the evidence
_SURE, _UNSURE = 0.6, 0.4
_TIMES = {which.value: which for which in Which}


def find_patterned(sentence: Sentence, mentions: tuple[Mention, ...]) -> tuple[Claim, ...]:
    """Give the claims that the pattern tables find; evidence runs from the first to the last matched word.

    A relation has one subject and one object: "A and B support C" gives two claims.
    """
    numbers = find_numbers(sentence)
    frame = frame_of(sentence, (*mentions, *_number_mentions(mentions, numbers)))
    found = [
        (claim, match.fixed)
        for row, match in _matches(frame)
        for parts in _readings(row, match)
        for claim in _claims(frame, row, match, parts, numbers)
    ]
    return keep_best(found)


def _number_mentions(mentions: tuple[Mention, ...], numbers: tuple[Number, ...]) -> Iterator[Mention]:
    taken = {(m.span.start, m.span.end) for m in mentions if m.kind is MentionKind.NUMBER}
    for number in numbers:
        span = number.span
        if (span.start, span.end) not in taken:
            yield Mention(mention_id(MentionKind.NUMBER, span), MentionKind.NUMBER, span, span.words)


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


def _claims(
    frame: Frame, row: PatternRow, match: Match, parts: tuple[Part, ...], numbers: tuple[Number, ...]
) -> Iterator[Claim]:
    near = [part for part in match.subjects if part in parts and match.first - part.last <= _NEAR]
    evidence = frame.span(min([match.first, *(p.first for p in near)]), match.last)
    roles = tuple(_role(frame, p) for p in parts if not p.quality and p.name not in {*_TIMES, "quantity", "unit"})
    words = {part.name: _span(frame, part) for part in parts}
    counted = words.get("quantity")
    quantity = next((n for n in numbers if counted and n.span.start < counted.end and counted.start < n.span.end), None)
    if row.kind is Kind.ESTIMATE and quantity is None:
        return
    read = {p.name: _span(frame, p).words for p in parts if p.quality}
    yield Claim(
        claim_id(row.kind, evidence, roles),
        evidence.text_id,
        row.kind,
        row.type,
        evidence,
        "rules",
        roles=roles,
        times=tuple(TimeRole(_TIMES[p.name], _span(frame, p)) for p in parts if p.name in _TIMES),
        quantity=quantity,
        unit=words["unit"].words if "unit" in words else "",
        polarity=row.polarity,
        modality=row.modality,
        qualities=tuple(sorted({**dict(row.qualities), **read}.items())),
        confidence=_SURE if all(p.mention or p.quality for p in parts) else _UNSURE,
    )


def _role(frame: Frame, part: Part) -> Role:
    return Role(part.name, _span(frame, part))


def _span(frame: Frame, part: Part) -> Span:
    return part.mention.mention.span if part.mention else frame.span(part.first, part.last)
