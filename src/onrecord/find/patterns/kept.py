"""Of claims that pattern rows find in the same words, keep the fullest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.records import Claim, Role

__all__ = ["Found", "keep_best"]


@dataclass(frozen=True, slots=True)
class Found:
    """A claim, the tokens that its pattern matched word for word, and the one on which it was anchored."""

    claim: Claim
    fixed: frozenset[int]
    anchor: int


def keep_best(found: list[Found]) -> tuple[Claim, ...]:
    """Drop a claim that another one of its kind says more fully in overlapping words; in text order.

    More roles win, then more fixed words ("partial control of" over "control of"), then the row that
    stands first.
    """
    order = sorted(
        enumerate(found), key=lambda pair: (-len(pair[1].claim.roles), -len(pair[1].fixed), pair[0])
    )
    kept: list[Found] = []
    for _, one in order:
        if not any(_covers(other, one) for other in kept):
            kept.append(one)
    kept = [one for one in kept if not any(_is_part(one, other) for other in kept)]
    claims = {one.claim.id: one.claim for one in kept[::-1]}
    return tuple(
        sorted(claims.values(), key=lambda c: (c.evidence.start, c.evidence.end, c.kind, c.type, c.id))
    )


def _covers(kept: Found, one: Found) -> bool:
    other, claim = kept.claim, one.claim
    if other.kind is not claim.kind or not _overlap(other, claim):
        return False
    if _fill(claim) <= _fill(other):
        return other.id == claim.id or kept.anchor in one.fixed or one.anchor in kept.fixed
    return other.type == claim.type and all(any(_same(r, o) for o in other.roles) for r in claim.roles)


def _is_part(one: Found, other: Found) -> bool:
    """Say whether another claim of the kind matched all of this one's words and more, with a shared role."""
    shared = any(_same(r, o) for r in one.claim.roles for o in other.claim.roles)
    return one.claim.kind is other.claim.kind and one.fixed < other.fixed and shared


def _overlap(one: Claim, other: Claim) -> bool:
    return one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end


def _same(one: Role, other: Role) -> bool:
    return one.name == other.name and one.span.start < other.span.end and other.span.start < one.span.end


def _fill(claim: Claim) -> set[tuple[str, int, int]]:
    return {(role.name, role.span.start, role.span.end) for role in claim.roles}
