"""Relation, presence, composition, estimate, conduct, statement and assessment claims from the pattern tables."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from onrecord.find.frame import Frame, frame_of
from onrecord.find.modality import find_modality
from onrecord.find.numbers import find_numbers
from onrecord.find.pattern_match import Match, Part, match_at
from onrecord.find.pattern_rows import PatternRow, patterns_by_word
from onrecord.find.patterns_kept import Found, keep_best
from onrecord.records import (
    Claim,
    Kind,
    Mention,
    MentionKind,
    Number,
    Role,
    Span,
    TimeRole,
    Which,
    claim_id,
    mention_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.sentence import Sentence
    from onrecord.records import Modality, Polarity

__all__ = ["find_patterned"]

_NEAR = 14  # tokens: a subject that stands farther off is a role, but no part of the evidence
_SURE, _UNSURE = 0.6, 0.4
_TIMES = {which.value: which for which in Which}
_NO_ROLES = frozenset({*_TIMES, "quantity", "unit"})
_ONE_WORD = frozenset({Kind.STATEMENT, Kind.CONDUCT})


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
        if (claim := _claim(frame, row, match, parts, numbers))
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


def _claim(
    frame: Frame, row: PatternRow, match: Match, parts: tuple[Part, ...], numbers: tuple[Number, ...]
) -> Claim | None:
    words = {part.name: _span(frame, part) for part in parts}
    quantity = _counted(words.get("quantity"), numbers)
    if row.kind is Kind.ESTIMATE and quantity is None:
        return None
    evidence = _evidence(frame, match, parts)
    roles = tuple(_role(frame, part) for part in parts if not part.quality and part.name not in _NO_ROLES)
    polarity, modality = _world(frame, row, match)
    return Claim(
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
        polarity=polarity,
        modality=modality,
        qualities=_qualities(frame, row, parts),
        confidence=_SURE if all(part.mention or part.quality for part in parts) else _UNSURE,
    )


def _evidence(frame: Frame, match: Match, parts: tuple[Part, ...]) -> Span:
    near = [part.first for part in match.subjects if part in parts and match.first - part.last <= _NEAR]
    return frame.span(min([match.first, *near]), match.last)


def _counted(words: Span | None, numbers: tuple[Number, ...]) -> Number | None:
    if words is None:
        return None
    return next((n for n in numbers if n.span.start < words.end and words.start < n.span.end), None)


def _world(frame: Frame, row: PatternRow, match: Match) -> tuple[Polarity, Modality]:
    """Give what the row sets, else what the words around the head say.

    What is said or done to people is one word ("threatened to" is no plan of a threat); elsewhere the
    words inside count too ("is not in control", "is looking to").
    """
    first, last = (match.head[1], match.head[1]) if row.kind in _ONE_WORD else match.head
    if row.within:
        last = max(match.fixed)
    start, end = frame.tokens[first].start, frame.tokens[last].end
    polarity, modality = find_modality(frame.sentence, start, end)
    return row.polarity or polarity, row.modality or modality


def _qualities(frame: Frame, row: PatternRow, parts: tuple[Part, ...]) -> tuple[tuple[str, str], ...]:
    read = {part.name: _span(frame, part).words for part in parts if part.quality}
    if row.kind is Kind.PRESENCE and "parts" not in read:
        counted = (part for part in parts if part.name == "place" and _is_parts(frame, part))
        read |= {"parts": _span(frame, part).words for part in counted}
    return tuple(sorted({**dict(row.qualities), **read}.items()))


def _is_parts(frame: Frame, part: Part) -> bool:
    """Say whether a place is counted, not named: "seven districts", "a handful of hill villages"."""
    named = range(part.first, part.last)
    return frame.is_a(part.last, "area") and any(frame.is_a(at, "many_of") for at in named)


def _role(frame: Frame, part: Part) -> Role:
    whole = next((p for p in frame.ending.get(part.last, ()) if p.first < part.first), None)
    if part.mention is None and whole and whole.mention.kind is MentionKind.ACTOR:
        return Role(part.name, whole.mention.span)
    return Role(part.name, _span(frame, part))


def _span(frame: Frame, part: Part) -> Span:
    return part.mention.mention.span if part.mention else frame.span(part.first, part.last)
