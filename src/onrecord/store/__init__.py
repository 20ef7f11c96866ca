"""Records <-> one SQLite file: facts, derived rows, the ledger of judgements, and views on them."""

from onrecord.store.carry import carry
from onrecord.store.corrections import Correction
from onrecord.store.filters import Filter
from onrecord.store.forget import Tombstone
from onrecord.store.openings import Opening
from onrecord.store.readings import ReadingRow
from onrecord.store.store import Store
from onrecord.store.view_rows import ClaimRow, Counts, DocumentRow

__all__ = [
    "ClaimRow",
    "Correction",
    "Counts",
    "DocumentRow",
    "Filter",
    "Opening",
    "ReadingRow",
    "Store",
    "Tombstone",
    "carry",
]
