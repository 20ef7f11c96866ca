"""Rows of casualties from a reading's claims: what a user gets from the record."""

from __future__ import annotations

from onrecord.answers import Counted, Question, Stretch
from onrecord.records import Casualty, Reading

__all__ = ["counts_of"]


def counts_of(question: Question, reading: Reading) -> tuple[Counted, ...]:
    """Give each row of casualties once, in the order of the text, also where several claims carry it."""
    del question  # the claims say it all
    rows: dict[tuple[str, int, int], Casualty] = {}
    for casualty in (row for claim in reading.claims for row in claim.casualties):
        at = casualty.number.span
        rows.setdefault((casualty.outcome, at.start, at.end), casualty)
    return tuple(_counted(row) for _, row in sorted(rows.items(), key=lambda pair: pair[0][1:] + pair[0][:1]))


def _counted(row: Casualty) -> Counted:
    at = row.number.span
    words = {"side": row.victims, "inflicted_by": row.inflicted_by, "as_of": row.as_of}
    cells = {"hedge": row.number.hedge, "status": row.status, "scope": row.scope}
    cells |= {name: span.words if span else "" for name, span in words.items()}
    return Counted(
        Stretch(at.start, at.end), row.outcome, row.number.low, row.number.high, tuple(cells.items())
    )
