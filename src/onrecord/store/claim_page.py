"""Rows of claims with the links and moments inside their spans."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

from onrecord.records import Claim, Link, Mention, MentionKind, Moment, Span
from onrecord.store.claim_rows import AT_ONCE, Cut, load_claims
from onrecord.store.derived_rows import load_link, load_moment
from onrecord.store.file import RecordFile
from onrecord.store.view_rows import ClaimRow, name_of
from onrecord.store.words import claim_spans

__all__ = ["claim_rows"]

V = TypeVar("V")

LINKS = """SELECT m.reading, m.start, m.stop, l.* FROM mention m JOIN reading r ON r.n = m.reading
  JOIN link l ON l.text = r.text AND l.mention_id = m.id
  WHERE m.reading IN (SELECT value FROM json_each(?)) ORDER BY l.target_id = '', l.n"""
MOMENTS = """SELECT m.reading, m.start, m.stop, o.* FROM mention m JOIN reading r ON r.n = m.reading
  JOIN moment o ON o.text = r.text AND o.mention_id = m.id
  WHERE m.reading IN (SELECT value FROM json_each(?)) ORDER BY o.n"""
MENTIONS = """SELECT reading, id, kind, start, stop, head FROM mention
  WHERE reading IN (SELECT value FROM json_each(?)) ORDER BY n"""
OTHERS = (
    "SELECT * FROM link_alternative WHERE link IN (SELECT value FROM json_each(?)) ORDER BY link, position"
)
TEXTS = """SELECT r.n AS reading, t.id, t.document, t.title, t.content
  FROM reading r JOIN text t ON t.n = r.text WHERE r.n IN (SELECT value FROM json_each(?))"""
EVENTS = """SELECT claim_id, owner FROM event_claim
  WHERE claim_id IN (SELECT value FROM json_each(?)) ORDER BY owner DESC"""


class Located(Generic[V]):
    """What stands at (start, end) in one text, found by the spans around it."""

    def __init__(self) -> None:
        self._at: dict[tuple[int, int], V] = {}
        self._order: list[tuple[int, int]] = []

    def put(self, start: int, stop: int, value: V) -> None:
        """Keep a value at its place; the first one stays."""
        self._at.setdefault((start, stop), value)
        self._order = []

    def inside(self, spans: Iterable[Span]) -> dict[tuple[int, int], V]:
        """Give what stands inside these spans."""
        self._order = self._order or sorted(self._at)
        found: dict[tuple[int, int], V] = {}
        for span in spans:
            for i in range(bisect_left(self._order, (span.start, 0)), len(self._order)):
                start, stop = self._order[i]
                if start >= span.end:
                    break
                if stop <= span.end:
                    found[start, stop] = self._at[start, stop]
        return found


def claim_rows(file: RecordFile, rows: Sequence[sqlite3.Row]) -> Iterator[ClaimRow]:
    """Give the rows of `claim` as people see them, in their order."""
    for begin in range(0, len(rows), AT_ONCE):
        yield from _some(file, rows[begin : begin + AT_ONCE])


def _some(file: RecordFile, rows: Sequence[sqlite3.Row]) -> Iterator[ClaimRow]:
    readings = (json.dumps(sorted({row["reading"] for row in rows})),)
    texts = {text["reading"]: text for text in file.rows(TEXTS, readings)}
    links, moments = _links(file, readings), _moments(file, readings)
    events = {
        row["claim_id"]: row["owner"] for row in file.rows(EVENTS, (json.dumps([r["id"] for r in rows]),))
    }
    cuts = {number: Cut(text["id"], text["content"]) for number, text in texts.items()}
    named = _mentions(file, readings)
    for row, claim in zip(rows, load_claims(file, rows, cuts), strict=True):
        text = texts[row["reading"]]
        yield ClaimRow(
            claim,
            text["document"],
            name_of(text["title"], text["content"][:300]),
            links[row["reading"]].inside(_linked(claim)),
            moments[row["reading"]].inside(_dated(claim)),
            events.get(claim.id, ""),
            {
                at: _mention(mention, cuts[row["reading"]])
                for at, mention in named[row["reading"]].inside(_linked(claim)).items()
            },
        )


def _linked(claim: Claim) -> Iterator[Span]:
    spans = claim_spans(claim)
    next(spans)  # the evidence holds mentions that fill no role
    return spans


def _dated(claim: Claim) -> Iterator[Span]:
    yield from (time.span for time in claim.times)
    yield from (casualty.as_of for casualty in claim.casualties if casualty.as_of)


def _mentions(file: RecordFile, readings: tuple[str]) -> Mapping[int, Located[sqlite3.Row]]:
    """Give the rows of mentions by their place; most stand in no claim, so none is made a record here."""
    found: dict[int, Located[sqlite3.Row]] = defaultdict(Located)
    for row in file.rows(MENTIONS, readings):
        found[row["reading"]].put(row["start"], row["stop"], row)
    return found


def _mention(row: sqlite3.Row, cut: Cut) -> Mention:
    return Mention(row["id"], MentionKind(row["kind"]), cut.span(row["start"], row["stop"]), row["head"])


def _links(file: RecordFile, readings: tuple[str]) -> Mapping[int, Located[Link]]:
    rows = file.rows(LINKS, readings)
    others: dict[int, list[sqlite3.Row]] = defaultdict(list)
    for other in file.rows(OTHERS, (json.dumps([row["n"] for row in rows]),)):
        others[other["link"]].append(other)
    found: dict[int, Located[Link]] = defaultdict(Located)
    for row in rows:
        found[row["reading"]].put(row["start"], row["stop"], load_link(row, others[row["n"]]))
    return found


def _moments(file: RecordFile, readings: tuple[str]) -> Mapping[int, Located[Moment]]:
    found: dict[int, Located[Moment]] = defaultdict(Located)
    for row in file.rows(MOMENTS, readings):
        found[row["reading"]].put(row["start"], row["stop"], load_moment(row))
    return found
