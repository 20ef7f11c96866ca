"""A value that words were read as, and the counts among them: words, ends, hedge and what the hedge means."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.show.shapes import number_words
from onrecord.vocabulary import Row, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.records import Casualty, Number
    from onrecord.store import ClaimRow

__all__ = ["Value", "Weighed", "counts_of"]


@dataclass(frozen=True, slots=True)
class Weighed:
    """Another answer that was weighed; `score` is from 0 to 1."""

    name: str
    id: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Value:
    """What some words were read as; `id` is what `onrecord judge` takes.

    `what` is actor, place, time, group, person or count. `reading` is "open" where nothing is known,
    `target_id` the entry that it leads to. `details` are further (name, words); `decided_by` is the
    judgement where a person decided, and then the first of `weighed` is what the machine had read.
    """

    what: str
    id: str
    words: str
    start: int
    end: int
    reading: str
    target_id: str
    score: float | None
    why: str
    details: tuple[tuple[str, str], ...] = ()
    weighed: tuple[Weighed, ...] = ()
    decided_by: str = ""


def counts_of(row: ClaimRow) -> Iterator[Value]:
    """Give the counts of a claim, with what their hedges mean and, where corrected, what the machine read."""
    claim, machine = row.claim, row.machine or row.claim
    for casualty, before in zip(claim.casualties, machine.casualties, strict=True):
        yield _casualty(row, casualty, before)
    if claim.quantity:
        yield _count(claim.id, claim.quantity, claim.unit, _hedge(claim.quantity.hedge))


def _casualty(row: ClaimRow, casualty: Casualty, before: Casualty) -> Value:
    details = (
        ("outcome", casualty.outcome),
        ("status", casualty.status),
        ("scope", casualty.scope),
        *((("victims", casualty.victims.words),) if casualty.victims else ()),
        *((("inflicted by", casualty.inflicted_by.words),) if casualty.inflicted_by else ()),
    )
    deciding = [d for d in row.decided if d.judgement.value.startswith(f"{casualty.outcome}=")]
    if not deciding:
        return _count(row.claim.id, casualty.number, casualty.outcome, _hedge(casualty.number.hedge), details)
    was, one = before.number, deciding[-1]
    weighed = Weighed(
        number_words(was.low, was.high), "", row.claim.confidence, f"the machine: {_hedge(was.hedge)}"
    )
    return _count(
        row.claim.id, casualty.number, casualty.outcome, one.why, details,
        weighed=(weighed,), decided_by=one.by,
    )  # fmt: skip


def _count(  # noqa: PLR0913 - the parts of a count
    claim_id: str,
    number: Number,
    counted: str,
    why: str,
    details: tuple[tuple[str, str], ...] = (),
    *,
    weighed: tuple[Weighed, ...] = (),
    decided_by: str = "",
) -> Value:
    span = number.span
    reading = f"{counted} {number_words(number.low, number.high)}".strip()
    hedged = ((("hedge", number.hedge),) if number.hedge else ()) + details
    return Value(
        "count", claim_id, span.words, span.start, span.end, reading, "", None, why, hedged, weighed,
        decided_by,
    )  # fmt: skip


def _hedge(name: str) -> str:
    """Say what a hedge makes of a number n."""
    row = _hedges().get(name)
    if row is None:
        return f"{name or 'exact'}: the number as the words state it"
    note = f" ({row['note']})" if row["note"] else ""
    ends = f"{row['low'] or 'no lower end'} to {row['high'] or 'no upper end'}"
    where = "" if row["where"] == "alone" else ", n being the number as written"
    return f"“{name}”: {ends}{where}{note}"


@cache
def _hedges() -> dict[str, Row]:
    """Give the row that defines each hedge: the first of its name."""
    return {row["name"]: row for row in reversed(rows("hedges"))}
