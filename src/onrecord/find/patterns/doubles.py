"""A statement that only says again what another claim says in the same words is none."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.records import Kind
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from onrecord.records import Claim

__all__ = ["without_doubles"]

_JUDGES = frozenset({"subject", "holder"})


def without_doubles(patterned: tuple[Claim, ...], events: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Leave out statements beside an event or assessment that says the same, and events found by acts too."""
    return tuple(claim for claim in patterned if not _is_double(claim, (*events, *patterned)))


def _is_double(claim: Claim, others: tuple[Claim, ...]) -> bool:
    return claim.kind in {Kind.STATEMENT, Kind.EVENT} and any(
        _says_same(claim, other)
        and claim.evidence.start < other.evidence.end
        and other.evidence.start < claim.evidence.end
        for other in others
        if other is not claim
    )


def _says_same(statement: Claim, other: Claim) -> bool:
    if statement.kind is Kind.EVENT:
        return other.kind is Kind.EVENT and other.type == statement.type
    if other.kind is Kind.ASSESSMENT:
        speakers = {role.span for role in statement.roles if role.name == "speaker"}
        return any(role.name in _JUDGES and role.span in speakers for role in other.roles)
    return other.kind is Kind.EVENT and other.type in _acts()[statement.type]


@cache
def _acts() -> dict[str, frozenset[str]]:
    return {row["type"]: frozenset(row["acts"].split()) for row in rows("statement_types")}
