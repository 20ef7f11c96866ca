"""Of claims that pattern rows find in the same words, keep the fullest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.records import Claim, Role

__all__ = ["keep_best"]


def keep_best(found: list[tuple[Claim, frozenset[int]]]) -> tuple[Claim, ...]:
    """Drop a claim that another one of its kind says more fully in overlapping words; in text order.

    `found` pairs a claim with the tokens that its pattern matched word for word: more roles win, then
    more of those ("partial control of" over "control of"), then the row that stands first.
    """
    order = sorted(enumerate(found), key=lambda pair: (-len(pair[1][0].roles), -len(pair[1][1]), pair[0]))
    kept: list[tuple[Claim, frozenset[int]]] = []
    for _, one in order:
        if not any(_covers(other, one) for other in kept):
            kept.append(one)
    kept = [one for one in kept if not any(_is_part(one, other) for other in kept)]
    claims = {claim.id: claim for claim, _ in kept[::-1]}
    return tuple(sorted(claims.values(), key=lambda c: (c.evidence.start, c.evidence.end, c.kind, c.type, c.id)))


def _covers(kept: tuple[Claim, frozenset[int]], one: tuple[Claim, frozenset[int]]) -> bool:
    other, claim = kept[0], one[0]
    if other.kind is not claim.kind or not _overlap(other, claim):
        return False
    if _fill(claim) <= _fill(other):
        return True
    return other.type == claim.type and all(any(_same(r, o) for o in other.roles) for r in claim.roles)


def _is_part(one: tuple[Claim, frozenset[int]], other: tuple[Claim, frozenset[int]]) -> bool:
    """Say whether another claim of the kind matched all of this one's words and more, with a role in common."""
    shared = any(_same(r, o) for r in one[0].roles for o in other[0].roles)
    return one[0].kind is other[0].kind and one[1] < other[1] and shared


def _overlap(one: Claim, other: Claim) -> bool:
    return one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end


def _same(one: Role, other: Role) -> bool:
    return one.name == other.name and one.span.start < other.span.end and other.span.start < one.span.end


def _fill(claim: Claim) -> set[tuple[str, int, int]]:
    return {(role.name, role.span.start, role.span.end) for role in claim.roles}
