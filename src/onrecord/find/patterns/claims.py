"""One match of a pattern into one claim: evidence, roles, number, qualities, polarity and modality."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.acts.facets import VIOLENT
from onrecord.find.stance.modality import find_modality
from onrecord.records import (
    Claim,
    Kind,
    MentionKind,
    Number,
    Role,
    Source,
    Span,
    SpeechAct,
    TimeRole,
    Which,
    claim_id,
)

if TYPE_CHECKING:
    from onrecord.find.patterns.match import Match
    from onrecord.find.patterns.rows import PatternRow
    from onrecord.find.patterns.walk import Part
    from onrecord.find.words.frame import Frame
    from onrecord.records import Modality, Polarity

__all__ = ["claim_of"]

_NEAR = 5  # tokens: a subject that stands farther off is a role, but no part of the evidence
_SURE, _UNSURE = 0.6, 0.4  # all roles are names; some role is a pronoun or free words
_TIMES = {which.value: which for which in Which}
_NO_ROLES = frozenset({*_TIMES, "quantity", "unit"})
_ONE_WORD = frozenset({Kind.STATEMENT, Kind.CONDUCT})


def claim_of(
    frame: Frame, row: PatternRow, match: Match, parts: tuple[Part, ...], numbers: tuple[Number, ...]
) -> Claim | None:
    """Give the claim that a match makes; None for an estimate whose number cannot be read."""
    words = {part.name: _span(frame, part) for part in parts}
    quantity = _counted(words.get("quantity"), numbers)
    if row.kind is Kind.ESTIMATE and quantity is None:
        return None
    evidence = _evidence(frame, match, parts)
    roles = tuple(_role(frame, part) for part in parts if not part.quality and part.name not in _NO_ROLES)
    polarity, modality = _world(frame, row, match)
    unstated = "none_stated" if row.type in VIOLENT else ""
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
        sources=(Source(None, SpeechAct.SAY, frame.span(*match.head)),) if row.unsaid else (),
        polarity=polarity,
        modality=modality,
        method=unstated,
        target=unstated,
        scale=row.scale,
        qualities=_qualities(frame, row, parts),
        confidence=_SURE if all(part.mention or part.quality for part in parts) else _UNSURE,
    )


def _evidence(frame: Frame, match: Match, parts: tuple[Part, ...]) -> Span:
    near = [
        part.first for part in match.subjects if part in parts and _is_near(frame, part.last, match.first)
    ]
    return frame.span(min([match.first, *near]), match.last)


def _is_near(frame: Frame, subject: int, verb: int) -> bool:
    """Say whether a subject stands by its verb: another verb phrase between them is no part of the claim."""
    joined = any(frame.is_a(at, "coordinator") for at in range(subject + 1, verb))
    hangs = frame.tokens[verb].words.endswith("ing") and frame.tokens[verb - 1].words == ","
    return verb - subject <= _NEAR and not joined and not (hangs and verb - subject > 1 + len(","))


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
        read.update(("parts", _span(frame, part).words) for part in counted)
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
