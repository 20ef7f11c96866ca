"""The record as people look at it: counts, lists that a filter narrows, one value by its id."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from onrecord.records import Event, Presence, Relation
from onrecord.store.claim_page import claim_rows
from onrecord.store.clauses import COUNTED
from onrecord.store.conditions import Conditions
from onrecord.store.derived_rows import load_event, load_presence, load_relation
from onrecord.store.entries import EVERYTHING, Entries
from onrecord.store.filters import Filter, fits
from onrecord.store.intervals import load_when
from onrecord.store.view_rows import ClaimRow, Counts, DocumentRow

__all__ = ["View"]

COUNTS = {
    "documents": "SELECT count(*) FROM document",
    "claims": "SELECT count(*) FROM claim WHERE reading IN (SELECT reading FROM counting)",
    "mentions": "SELECT count(*) FROM mention WHERE reading IN (SELECT reading FROM counting)",
    "events": "SELECT count(*) FROM event",
    "relations": "SELECT count(*) FROM relation",
    "presence": "SELECT count(*) FROM presence",
    "actors": "SELECT count(*) FROM actor",
    "places": "SELECT count(*) FROM place",
    "judgements": "SELECT length FROM ledger_head",
    "unread_documents": "SELECT count(*) FROM document WHERE id NOT IN (SELECT document FROM counting)",
    "unread_stretches": "SELECT count(*) FROM unread WHERE reading IN (SELECT reading FROM counting)",
    "failures": "SELECT count(*) FROM failure",
    "open_actors": "SELECT count(*) FROM link WHERE target = 'actor' AND target_id = ''",
    "open_places": "SELECT count(*) FROM link WHERE target = 'place' AND target_id = ''",
    "open_times": "SELECT count(*) FROM moment WHERE when_precision = 'open'",
    "forgotten": "SELECT count(*) FROM tombstone",
}
DOCUMENTS = """SELECT d.*, t.id AS text_id, t.title, t.author, t.site, t.url, t.language, t.direction,
    t.published_earliest, t.published_latest, t.published_precision, t.published_anchor, t.published_words,
    length(t.content) AS characters, f.location, f.at AS fetched_at, f.media_type, r.by AS read_by,
    (SELECT count(*) FROM claim k WHERE k.reading = r.n) AS claims
  FROM document d LEFT JOIN text t ON t.n = (SELECT max(s.n) FROM text s WHERE s.document = d.id)
  LEFT JOIN choice c ON c.text = t.n LEFT JOIN reading r ON r.n = c.reading
  LEFT JOIN fetch f ON f.n = (SELECT min(g.n) FROM fetch g WHERE g.sha256 = d.sha256)"""
SIDE = """e.id IN (SELECT s.event FROM event_side s
  WHERE s.actor_id IN (SELECT value FROM json_each(:actors)) OR s.folded = :actor)"""
ENDS = """e.subject_id IN (SELECT value FROM json_each(:actors))
  OR e.object_id IN (SELECT value FROM json_each(:actors))
  OR fold(e.subject) = :actor OR fold(e.object) = :actor"""
PRESENT = "e.actor_id IN (SELECT value FROM json_each(:actors)) OR fold(e.actor) = :actor"
THERE = "e.place_id IN (SELECT value FROM json_each(:places)) OR fold(e.place) = :place"
BY_DATE = "e.when_earliest IS NULL, e.when_earliest, e.id"
OLDER_TOO = """SELECT k.* FROM claim k WHERE k.id = ?
  ORDER BY k.reading IN (SELECT reading FROM counting) DESC, k.n DESC LIMIT 1"""


class View(Entries):
    """Counts, lists and single values."""

    def counts(self) -> Counts:
        """Count what the record holds; of claims and mentions, those of readings that count."""
        with self._file.steady():
            found = {name: self._file.rows(sql)[0][0] for name, sql in COUNTS.items()}
            return Counts(**found, orphaned=len(self.orphaned()))

    def documents(self, wanted: Filter = EVERYTHING) -> tuple[DocumentRow, ...]:
        """List documents in the order in which they were read."""
        fits("documents", wanted)
        where = Conditions(self._file, wanted).documents()
        return tuple(_document(row) for row in self._page(DOCUMENTS, where, "d.n", wanted))

    def document(self, document_id: str) -> DocumentRow | None:
        """Give one document, or None."""
        return next(iter(self.documents(Filter(document=document_id))), None)

    def claims(self, wanted: Filter = EVERYTHING) -> tuple[ClaimRow, ...]:
        """List claims of the readings that count, in the order of documents and words."""
        fits("claims", wanted)
        with self._file.steady():
            where = Conditions(self._file, wanted).claims()
            rows = self._page("SELECT k.* FROM " + COUNTED, where, "t.n, k.start, k.n", wanted)  # noqa: S608
            return tuple(claim_rows(self._file, rows))

    def claim(self, claim_id: str) -> ClaimRow | None:
        """Give one claim, from the reading that counts where it has it, else from the latest that does."""
        with self._file.steady():
            return next(claim_rows(self._file, self._file.rows(OLDER_TOO, (claim_id,))), None)

    def events(self, wanted: Filter = EVERYTHING) -> tuple[Event, ...]:
        """List events by date, those without one last."""
        fits("events", wanted)
        with self._file.steady():
            kind = "e.type = :type OR e.method = :type OR e.target = :type OR e.scale = :type"
            where = Conditions(self._file, wanted).merged("event", actor=SIDE, place=THERE, kind=kind)
            return self._events(self._page("SELECT e.* FROM event e", where, BY_DATE, wanted))

    def event(self, event_id: str) -> Event | None:
        """Give one event; an id that gave way leads to the event that took its place."""
        with self._file.steady():
            rows = self._file.rows("SELECT * FROM event WHERE id = ?", (self.resolve_event(event_id),))
            return next(iter(self._events(rows)), None)

    def relations(self, wanted: Filter = EVERYTHING) -> tuple[Relation, ...]:
        """List relations by date."""
        fits("relations", wanted)
        with self._file.steady():
            where = Conditions(self._file, wanted).merged("relation", actor=ENDS, kind="e.type = :type")
            rows = self._page("SELECT e.* FROM relation e", where, BY_DATE, wanted)
            claims = self._owned("relation_claim", rows)
        return tuple(load_relation(row, [c["claim_id"] for c in claims[row["id"]]]) for row in rows)

    def presence(self, wanted: Filter = EVERYTHING) -> tuple[Presence, ...]:
        """List who is present where, by date."""
        fits("presence", wanted)
        with self._file.steady():
            kind = "e.degree = :type"
            where = Conditions(self._file, wanted).merged("presence", actor=PRESENT, place=THERE, kind=kind)
            rows = self._page("SELECT e.* FROM presence e", where, BY_DATE, wanted)
            claims = self._owned("presence_claim", rows)
        return tuple(load_presence(row, [c["claim_id"] for c in claims[row["id"]]]) for row in rows)

    def _events(self, rows: Sequence[sqlite3.Row]) -> tuple[Event, ...]:
        claims = self._owned("event_claim", rows)
        sides = self._owned("event_side", rows, "event")
        return tuple(
            load_event(row, [c["claim_id"] for c in claims[row["id"]]], sides[row["id"]]) for row in rows
        )


def _document(row: sqlite3.Row) -> DocumentRow:
    return DocumentRow(
        id=row["id"],
        title=row["title"] or "",
        author=row["author"] or "",
        site=row["site"] or "",
        url=row["url"] or "",
        published=load_when(row, "published"),
        language=row["language"] or "",
        direction=row["direction"] or "",
        location=row["location"] or "",
        fetched_at=row["fetched_at"] or "",
        media_type=row["media_type"] or "",
        sha256=row["sha256"],
        part=row["part"],
        form=row["form"],
        text_id=row["text_id"] or "",
        characters=row["characters"] or 0,
        read_by=row["read_by"] or "",
        claims=row["claims"] or 0,
    )
