"""Claims as rows: offsets go in, words are cut from the text when they come out."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.records import (
    Casualty,
    Claim,
    Kind,
    Modality,
    Number,
    Polarity,
    Role,
    Source,
    Span,
    SpeechAct,
    TimeRole,
    Which,
)
from onrecord.store.file import RecordFile

__all__ = ["Cut", "load_claims", "save_claim"]

CLAIM_ROW = """INSERT INTO claim (id, by, reading, kind, type, start, stop, method, target, scale, polarity,
  modality, confidence, quantity_low, quantity_high, quantity_hedge, quantity_start, quantity_stop, unit)
  VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"""
CHILDREN = ("claim_role", "claim_time", "claim_casualty", "claim_source", "claim_quality")
AT_ONCE = 500

Values = tuple[object, ...]


class Cut:
    """Cuts spans out of one text."""

    def __init__(self, text_id: str, content: str) -> None:
        self.text_id = text_id
        self._content = content

    def span(self, start: int, stop: int) -> Span:
        """Give the span with its words."""
        return Span(self.text_id, start, stop, self._content[start:stop])

    def maybe(self, start: int | None, stop: int | None) -> Span | None:
        """Give the span, or None where there is none."""
        return None if start is None or stop is None else self.span(start, stop)


def save_claim(db: sqlite3.Connection, claim: Claim, reading: int) -> None:
    """Add a claim and its parts as rows."""
    facets = (
        claim.method,
        claim.target,
        claim.scale,
        str(claim.polarity),
        str(claim.modality),
        claim.confidence,
    )
    quantity = _number(claim.quantity) if claim.quantity else (None,) * 5
    words = (str(claim.kind), claim.type, claim.evidence.start, claim.evidence.end)
    values = (claim.id, claim.by, reading, *words, *facets, *quantity, claim.unit)
    number = db.execute(CLAIM_ROW, values).lastrowid
    for table, rows in _children(claim, reading):
        for position, row in enumerate(rows):
            marks = ",?" * len(row)
            db.execute(f"INSERT INTO {table} VALUES (?,?{marks})", (number, position, *row))  # noqa: S608 - our own table names


def _children(claim: Claim, reading: int) -> Iterator[tuple[str, Sequence[Values]]]:
    yield "claim_role", [(reading, r.name, *_offsets(r.span)) for r in claim.roles]
    yield "claim_time", [(reading, str(t.which), *_offsets(t.span)) for t in claim.times]
    yield "claim_casualty", [_casualty(casualty) for casualty in claim.casualties]
    yield "claim_source", [(*_offsets(s.who), str(s.act), *_offsets(s.cue)) for s in claim.sources]
    yield "claim_quality", list(claim.qualities)


def _offsets(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _number(number: Number) -> Values:
    return (number.low, number.high, number.hedge, *_offsets(number.span))


def _casualty(row: Casualty) -> Values:
    ends = (*_offsets(row.victims), *_offsets(row.inflicted_by), row.scope, *_offsets(row.as_of))
    return (row.outcome, *_number(row.number), row.status, *ends)


def load_claims(file: RecordFile, rows: Sequence[sqlite3.Row], cuts: Mapping[int, Cut]) -> Iterator[Claim]:
    """Give the claims of these rows of `claim`, in their order; `cuts` holds the text of each reading."""
    for begin in range(0, len(rows), AT_ONCE):
        some = rows[begin : begin + AT_ONCE]
        parts = {table: _parts(file, table, (row["n"] for row in some)) for table in CHILDREN}
        yield from (_load(row, cuts[row["reading"]], parts) for row in some)


Parts = Mapping[int, Sequence[sqlite3.Row]]


def _parts(file: RecordFile, table: str, numbers: Iterable[int]) -> Parts:
    found = file.rows(
        f"SELECT * FROM {table} WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, position",  # noqa: S608
        (json.dumps(list(numbers)),),
    )
    by_claim: dict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in found:
        by_claim[row["claim"]].append(row)
    return by_claim


def _load(row: sqlite3.Row, cut: Cut, parts: Mapping[str, Parts]) -> Claim:
    def of(table: str) -> Sequence[sqlite3.Row]:
        return parts[table].get(row["n"], ())

    return Claim(
        id=row["id"],
        text_id=cut.text_id,
        kind=Kind(row["kind"]),
        type=row["type"],
        evidence=cut.span(row["start"], row["stop"]),
        by=row["by"],
        roles=tuple(Role(r["name"], cut.span(r["start"], r["stop"])) for r in of("claim_role")),
        times=tuple(TimeRole(Which(r["which"]), cut.span(r["start"], r["stop"])) for r in of("claim_time")),
        casualties=tuple(_load_casualty(r, cut) for r in of("claim_casualty")),
        quantity=_load_quantity(row, cut),
        unit=row["unit"],
        sources=tuple(_load_source(r, cut) for r in of("claim_source")),
        polarity=Polarity(row["polarity"]),
        modality=Modality(row["modality"]),
        method=row["method"],
        target=row["target"],
        scale=row["scale"],
        qualities=tuple((r["name"], r["value"]) for r in of("claim_quality")),
        confidence=row["confidence"],
    )


def _load_quantity(row: sqlite3.Row, cut: Cut) -> Number | None:
    span = cut.maybe(row["quantity_start"], row["quantity_stop"])
    if span is None:
        return None
    return Number(row["quantity_low"], row["quantity_high"], row["quantity_hedge"], span)


def _load_casualty(row: sqlite3.Row, cut: Cut) -> Casualty:
    return Casualty(
        outcome=row["outcome"],
        number=Number(row["low"], row["high"], row["hedge"], cut.span(row["start"], row["stop"])),
        status=row["status"],
        victims=cut.maybe(row["victims_start"], row["victims_stop"]),
        inflicted_by=cut.maybe(row["inflictor_start"], row["inflictor_stop"]),
        scope=row["scope"],
        as_of=cut.maybe(row["as_of_start"], row["as_of_stop"]),
    )


def _load_source(row: sqlite3.Row, cut: Cut) -> Source:
    who = cut.maybe(row["who_start"], row["who_stop"])
    return Source(who, SpeechAct(row["act"]), cut.maybe(row["cue_start"], row["cue_stop"]))
