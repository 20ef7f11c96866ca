"""The record as people look at it: counts, lists that a filter narrows, one value by its id."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.store.claim_page import claim_rows
from onrecord.store.clauses import COUNTED
from onrecord.store.conditions import Conditions
from onrecord.store.corrections import Correction, correct_claim
from onrecord.store.entries import EVERYTHING
from onrecord.store.filters import Filter, fits
from onrecord.store.intervals import load_when
from onrecord.store.merged import Merged
from onrecord.store.view_rows import ClaimRow, Counts, DocumentRow, name_of

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
    "candidates": "SELECT count(*) FROM actor WHERE status = 'candidate'",
    "judgements": "SELECT length FROM ledger_head",
    "disputed": """SELECT (SELECT count(*) FROM event WHERE disputed)
      + (SELECT count(*) FROM relation WHERE disputed)""",
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
    length(t.content) AS characters, substr(t.content, 1, 300) AS beginning,
    f.location, f.at AS fetched_at, f.media_type, r.by AS read_by,
    (SELECT count(*) FROM claim k WHERE k.reading = r.n) AS claims
  FROM document d LEFT JOIN text t ON t.n = (SELECT max(s.n) FROM text s WHERE s.document = d.id)
  LEFT JOIN choice c ON c.text = t.n LEFT JOIN reading r ON r.n = c.reading
  LEFT JOIN fetch f ON f.n = (SELECT min(g.n) FROM fetch g WHERE g.sha256 = d.sha256)"""
# which reading counts is asked of each claim's own text: the view of all that count grows with the record
THESE = """SELECT k.* FROM claim k JOIN reading r ON r.n = k.reading JOIN choice c ON c.text = r.text
  WHERE k.id IN (SELECT value FROM json_each(?))
  ORDER BY (c.newest AND c.reading = k.reading) DESC, k.n DESC"""


class View(Merged):
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
            return self._decided(claim_rows(self._file, rows))

    def claim(self, claim_id: str) -> ClaimRow | None:
        """Give one claim, from the reading that counts where it has it, else from the latest that does."""
        return next(iter(self.these_claims((claim_id,))), None)

    def these_claims(self, ids: Iterable[str]) -> tuple[ClaimRow, ...]:
        """Give the claims with these ids that are still there, each as `claim` does, in their order."""
        wanted = tuple(dict.fromkeys(ids))
        with self._file.steady():
            first: dict[str, sqlite3.Row] = {}
            for row in self._file.rows(THESE, (json.dumps(wanted),)):
                first.setdefault(row["id"], row)
            return self._decided(claim_rows(self._file, [first[id_] for id_ in wanted if id_ in first]))

    def _decided(self, rows: Iterable[ClaimRow]) -> tuple[ClaimRow, ...]:
        """Give the rows with the figures that people decided."""
        corrections = self.corrections()
        return tuple(_corrected(row, corrections.get(row.claim.text_id, ())) for row in rows)


def _corrected(row: ClaimRow, corrections: Sequence[Correction]) -> ClaimRow:
    decided = tuple(one for one in corrections if one.target_id == row.claim.id)
    if not decided:
        return row
    return replace(row, claim=correct_claim(row.claim, decided), decided=decided, machine=row.claim)


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
        name=name_of(row["title"] or "", row["beginning"] or "") or row["id"],
    )
