"""Which of several readings of the same words stay: the fuller claim stands, its weaker twin goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.records import Claim, Span

__all__ = ["distinct", "sifted"]

_MAX = 60  # claims of one sentence that are compared pair by pair


def sifted(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Give a sentence's claims without twins: same kind and type, overlapping words, no role of their own."""
    kept = [claim for claim in distinct(claims) if not _blames_speaker(claim)]
    if len(kept) > _MAX:
        return tuple(kept)
    order = {claim.id: number for number, claim in enumerate(kept)}
    return tuple(c for c in kept if not any(_twin_of(c, other, order) for other in kept if other.id != c.id))


def distinct(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Give one claim for each id, the surest; two acts on the same words would be one row of the record."""
    best: dict[str, Claim] = {}
    for claim in claims:
        if claim.id not in best or best[claim.id].confidence < claim.confidence:
            best[claim.id] = claim
    return tuple(best.values())


def _twin_of(claim: Claim, other: Claim, order: dict[str, int]) -> bool:
    alike = claim.kind is other.kind and claim.type == other.type and _overlap(claim.evidence, other.evidence)
    if not alike or claim.casualties or (claim.quantity and claim.quantity != other.quantity):
        return False
    held = all(any(r.name == s.name and _overlap(r.span, s.span) for s in other.roles) for r in claim.roles)
    if not held:
        return False
    mine, theirs = _weight(claim), _weight(other)
    return mine < theirs or (mine == theirs and order[claim.id] > order[other.id])


def _weight(claim: Claim) -> tuple[int, float, int]:
    """More roles, then surer, then fewer words."""
    return len(claim.roles), claim.confidence, claim.evidence.start - claim.evidence.end


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _blames_speaker(claim: Claim) -> bool:
    """Tell whether a part outside the claim's words is who speaks: it was taken by mistake."""
    speakers = {(s.who.start, s.who.end) for s in claim.sources if s.who is not None}
    return any(
        any(start <= role.span.start < end for start, end in speakers)
        and not _overlap(role.span, claim.evidence)
        and role.name not in {"speaker", "by"}
        for role in claim.roles
    )
