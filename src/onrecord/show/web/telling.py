"""Who tells an event: one row a claim, with the words, who says so, and the figures side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.merge.origins import find_origins
from onrecord.show.cells import cell
from onrecord.show.shapes import claim_line, number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.store import ClaimRow, Store

__all__ = ["Telling", "tell", "tell_all"]


@dataclass(frozen=True, slots=True)
class Telling:
    """What one claim says of an event; `start` is where its words begin in the document.

    `copy_of` names the document that this one is a copy of: both are one origin.
    """

    claim_id: str
    who: str
    document_id: str
    document: str
    start: int
    words: str
    happened: str
    killed: str
    injured: str
    copy_of: str


def tell_all(store: Store, rows: Sequence[ClaimRow]) -> tuple[Telling, ...]:
    """Give what each claim says, copies of one report named as such."""
    names = {row.claim.text_id: row.title or row.document_id for row in rows}
    texts = [store.text(id_) for id_ in names]
    origins = find_origins((text.id, text.day, text.content) for text in texts)
    copies = {id_: names[origin] for id_, origin in origins.items() if origin != id_}
    return tuple(tell(row, copies.get(row.claim.text_id, "")) for row in rows)


def tell(row: ClaimRow, copy_of: str = "") -> Telling:
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
        copy_of=copy_of,
    )


def _figures(row: ClaimRow, outcome: str) -> str:
    found = (casualty for casualty in row.claim.casualties if casualty.outcome == outcome)
    return ", ".join(number_words(casualty.number.low, casualty.number.high) for casualty in found)
