"""Of claims that pattern rows find in the same words, keep the fullest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.records import Claim

__all__ = ["keep_best"]


def keep_best(found: list[tuple[Claim, int]]) -> tuple[Claim, ...]:
    """Drop a claim whose roles another one of its kind holds too, in overlapping words; in text order.

    `found` pairs a claim with the number of fixed words that its pattern matched: more roles win, then more
    fixed words ("partial control of" over "control of"), then the row that stands first.
    """
    ranked = sorted(enumerate(found), key=lambda pair: (-len(pair[1][0].roles), -pair[1][1], pair[0]))
    kept: list[Claim] = []
    for _, (claim, _weight) in ranked:
        if not any(_covers(other, claim) for other in kept):
            kept.append(claim)
    return tuple(sorted(kept, key=lambda c: (c.evidence.start, c.evidence.end, c.kind, c.type, c.id)))


def _covers(kept: Claim, claim: Claim) -> bool:
    overlap = kept.evidence.start < claim.evidence.end and claim.evidence.start < kept.evidence.end
    return kept.kind is claim.kind and overlap and _fill(claim) <= _fill(kept)


def _fill(claim: Claim) -> set[tuple[str, int, int]]:
    return {(role.name, role.span.start, role.span.end) for role in claim.roles}
