"""A claim as one JSON line: the keys of docs/claim.schema.json, every text at its offsets."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from onrecord.merge.facts import sole_actor
from onrecord.records import Kind, Target, Which

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.records import Casualty, Link, Number, Role, Source, Span, TimeRole, When
    from onrecord.store import ClaimRow

__all__ = ["Shape", "claim_line", "figure", "link_at", "number_words", "time_shape"]

Shape = dict[str, object]
V = TypeVar("V")

WHERE_ROLE = "place"
"""The role that says where; a place may fill another role too (the origin of funds), which is no location."""


def claim_line(row: ClaimRow) -> Shape:
    """Give one claim in the published form; lists hold what there is, a missing value is null."""
    claim = row.claim
    return {
        "id": claim.id,
        "kind": str(claim.kind),
        **_type(row),
        "roles": _roles(row),
        **{str(which): _times(row, which) for which in (Which.HAPPENED, Which.SAID, Which.AS_OF)},
        "where": [_filler(row, role.span) for role in claim.roles if role.name == WHERE_ROLE],
        "casualties": [_casualty(row, casualty) for casualty in claim.casualties],
        "quantity": {**_number(claim.quantity), "unit": claim.unit} if claim.quantity else None,
        "sources": [_source(row, source) for source in claim.sources],
        "polarity": str(claim.polarity),
        "modality": str(claim.modality),
        "qualities": _qualities(row),
        "evidence": {"document": row.document_id, "text_id": claim.text_id, **_words(claim.evidence)},
        "confidence": claim.confidence,
        "by": claim.by,
        "event": row.event_id or None,
    }


def time_shape(when: When) -> Shape:
    """Give an interval with the words that it was read from."""
    return {
        "earliest": when.earliest,
        "latest": when.latest,
        "precision": str(when.precision),
        "anchor": str(when.anchor),
        "text": when.words,
    }


def link_at(row: ClaimRow, span: Span, target: Target | None = None) -> Link | None:
    """Give the link of exactly these words, else the one that they stand for by a name inside them."""
    links = {at: link for at, link in row.links.items() if target in (None, link.target)}
    chosen = _longest(links, span)
    if chosen is None or chosen.target is not Target.ACTOR or (span.start, span.end) in links:
        return chosen
    inside = [
        link
        for (start, end), link in links.items()
        if span.start <= start and end <= span.end and link.target is Target.ACTOR and link.target_id
    ]
    return sole_actor(span.words, inside)


def figure(value: float | None) -> float | int | None:
    """Give a count without a needless decimal point."""
    return int(value) if value is not None and float(value).is_integer() else value


def number_words(low: float | None, high: float | None) -> str:
    """Write a count for people: 12, 30 to 40, 81 or more, up to 20."""
    if low is None and high is None:
        return "not stated"
    if high is None:
        return f"{figure(low):,} or more"
    if low is None:
        return f"up to {figure(high):,}"
    return f"{figure(low):,}" if low == high else f"{figure(low):,} to {figure(high):,}"


def _longest(found: Mapping[tuple[int, int], V], span: Span) -> V | None:
    """Give what stands at the longest stretch inside a span, the first of equals."""
    inside = [at for at in found if span.start <= at[0] and at[1] <= span.end]
    return found[min(inside, key=lambda at: (at[0] - at[1], at[0]))] if inside else None


def _type(row: ClaimRow) -> Shape:
    claim = row.claim
    if claim.kind is not Kind.EVENT:
        return {"type": claim.type}
    return {"act": claim.type, "method": claim.method, "target": claim.target, "scale": claim.scale}


def _words(span: Span) -> Shape:
    return {"start": span.start, "end": span.end, "text": span.words}


def _filler(row: ClaimRow, span: Span) -> Shape:
    link = link_at(row, span)
    if link is None:
        return _words(span)
    identity = {"id": link.target_id or None, "name": link.name, "score": link.score, "why": link.why}
    return {**_words(span), str(link.target): identity}


def _maybe(row: ClaimRow, span: Span | None) -> Shape | None:
    return None if span is None else _filler(row, span)


def _roles(row: ClaimRow) -> dict[str, list[Shape]]:
    filled: dict[str, list[Role]] = {}
    for role in row.claim.roles:
        filled.setdefault(role.name, []).append(role)
    return {name: [_filler(row, role.span) for role in roles] for name, roles in filled.items()}


def _times(row: ClaimRow, which: Which) -> Shape | None:
    shapes = [_time(row, role) for role in row.claim.times if role.which is which]
    return {**shapes[0], "more": shapes[1:]} if shapes else None


def _time(row: ClaimRow, role: TimeRole) -> Shape:
    moment = _longest(row.moments, role.span)
    if moment is None:
        read: Shape = {"earliest": None, "latest": None, "precision": "open", "anchor": "none"}
        return {**read, **_words(role.span), "why": "not dated"}
    return {**time_shape(moment.when), **_words(role.span), "why": moment.why}


def _number(number: Number) -> Shape:
    return {
        "low": figure(number.low),
        "high": figure(number.high),
        "hedge": number.hedge,
        **_words(number.span),
    }


def _casualty(row: ClaimRow, casualty: Casualty) -> Shape:
    return {
        "outcome": casualty.outcome,
        **_number(casualty.number),
        "status": casualty.status,
        "victims": _maybe(row, casualty.victims),
        "inflicted_by": _maybe(row, casualty.inflicted_by),
        "scope": casualty.scope,
        "as_of": _maybe(row, casualty.as_of),
    }


def _source(row: ClaimRow, source: Source) -> Shape:
    cue = None if source.cue is None else _words(source.cue)
    return {"who": _maybe(row, source.who), "act": str(source.act), "cue": cue}


def _qualities(row: ClaimRow) -> dict[str, list[str]]:
    named: dict[str, list[str]] = {}
    for name, value in row.claim.qualities:
        named.setdefault(name, []).append(value)
    return named
