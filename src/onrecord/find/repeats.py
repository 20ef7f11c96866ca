"""What another claim of the sentence says already, by a table: "capable of attacks" tells no attack."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.records import Modality, Polarity
from onrecord.vocabulary import Row, rows

if TYPE_CHECKING:
    from onrecord.records import Claim

__all__ = ["without_repeats"]

_ANY = "*"


def without_repeats(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Give a sentence's claims without those that vocabulary/repeats.csv calls said already by another.

    Rows are asked in their order: what a row has taken out repeats nothing any more.
    """
    kinds = {claim.kind for claim in claims}
    for row in _table():
        if row["kind"] in kinds and row["by_kind"] in kinds:
            claims = tuple(c for c in claims if not any(_says(row, c, other) for other in claims))
    return claims


def _says(row: Row, claim: Claim, other: Claim) -> bool:
    """Tell whether a row takes a claim out beside another one."""
    left = claim.kind == row["kind"] and row["type"] in {_ANY, claim.type}
    alike = (other.kind, other.type) == (row["by_kind"], row["by_type"]) and claim is not other
    real = claim.modality is Modality.ACTUAL and claim.polarity is Polarity.POSITIVE
    if not (left and alike) or (real and row["only"] == "unreal"):
        return False
    one, two = claim.evidence, other.evidence
    inside = two.start <= one.start and one.end <= two.end
    if row["where"] == "inside":
        return inside
    return one.start < two.end and two.start < one.end and not (inside and row["where"] == "across")


@cache
def _table() -> tuple[Row, ...]:
    return tuple(rows("repeats"))
