"""Who tells an event: one row a claim, with the words, who says so, and the figures side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.show.cells import cell
from onrecord.show.shapes import claim_line, number_words

if TYPE_CHECKING:
    from onrecord.store import ClaimRow

__all__ = ["Telling", "tell"]


@dataclass(frozen=True, slots=True)
class Telling:
    """What one claim says of an event; `start` is where its words begin in the document."""

    claim_id: str
    who: str
    document_id: str
    document: str
    start: int
    words: str
    happened: str
    killed: str
    injured: str


def tell(row: ClaimRow) -> Telling:
    """Give what one claim says; empty where it says nothing."""
    line = claim_line(row)
    return Telling(
        claim_id=row.claim.id,
        who=str(cell(line, "sources") or ""),
        document_id=row.document_id,
        document=row.title or row.document_id,
        start=row.claim.evidence.start,
        words=row.claim.evidence.words,
        happened=str(cell(line, "happened.text") or ""),
        killed=_figures(row, "killed"),
        injured=_figures(row, "injured"),
    )


def _figures(row: ClaimRow, outcome: str) -> str:
    found = (casualty for casualty in row.claim.casualties if casualty.outcome == outcome)
    return ", ".join(number_words(casualty.number.low, casualty.number.high) for casualty in found)
