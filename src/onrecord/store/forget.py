"""Forgetting a document: its words leave the file for good, a tombstone says that it was there."""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from onrecord.errors import StoreError
from onrecord.store.facts import REFUSING
from onrecord.store.identity import Identity
from onrecord.store.ledger import UNDO

__all__ = ["Forgetting", "Tombstone"]

QUOTE = 12  # a shorter quote in a judgement (a name, a number) is not searched for: it may be anybody's
IDS = re.compile(r"\b[a-z]{3}_[0-9a-f]{20}\b")
EMPTY_WAL = "PRAGMA wal_checkpoint(TRUNCATE)"
OWN_CLAIMS = """SELECT k.id FROM claim k JOIN reading r ON r.n = k.reading
  JOIN text t ON t.n = r.text WHERE t.document = ?"""
OWN_MENTIONS = """SELECT m.id FROM mention m JOIN reading r ON r.n = m.reading
  JOIN text t ON t.n = r.text WHERE t.document = ?"""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """What is left of a forgotten document; `siblings` are documents of the same bytes that keep their texts.

    `purged` False says that another program held the file open, so that old pages may still hold words:
    forget it again.
    """

    document_id: str
    sha256: str
    at: str
    who: str
    reason: str
    siblings: int
    purged: bool


class Forgetting(Identity):
    """Removing what law or safety asks to be removed."""

    def forget(self, document_id: str, who: str, reason: str) -> Tombstone:
        """Remove a document's bytes, texts, readings, links, index entries and the judgements that quote it.

        Events and the like that used its claims go too; make derived rows again afterwards. Documents of
        the same bytes keep their texts, but the bytes are gone for all of them. Raises StoreError while
        another program has the file open; forgetting it again then finishes the work.
        """
        with self._file.writing(durable=True) as db:
            row = db.execute("SELECT sha256 FROM document WHERE id = ?", (document_id,)).fetchone()
            if row is not None:
                db.execute("INSERT INTO forgetting VALUES (?)", (document_id,))
                _forget_payloads(db, document_id)
                _forget_derived(db, document_id)
                _forget_facts(db, document_id, row["sha256"])
                _drop_unlinked(db)
                _bury(db, document_id, row["sha256"], (who, reason))
                db.execute("DELETE FROM forgetting")
            elif db.execute("SELECT 1 FROM tombstone WHERE document = ?", (document_id,)).fetchone() is None:
                raise StoreError(
                    f"{self._file.path}: no document {document_id}; list documents shows their ids"
                )
        self._purge()
        return next(stone for stone in self.tombstones() if stone.document_id == document_id)

    def tombstones(self) -> tuple[Tombstone, ...]:
        """List what was forgotten."""
        rows = self._file.rows("SELECT * FROM tombstone ORDER BY at, document")
        return tuple(_tombstone(row) for row in rows)

    def forgotten(self, sha256: str) -> Tombstone | None:
        """Give the tombstone for which `add_intake` refuses these bytes, or None."""
        row = self._file.row(REFUSING, (sha256,))
        return _tombstone(row) if row else None

    def _purge(self) -> None:
        """Write the file anew, so that no old page and no write-ahead frame holds the words."""
        busy = self._file.outside(EMPTY_WAL, "VACUUM", EMPTY_WAL)[0][0]
        if busy:
            raise StoreError(
                f"{self._file.path}: forgotten, but another program has the file open and old pages may"
                " still hold the words; close it and forget the document again"
            )
        with self._file.writing(durable=True) as db:
            db.execute("UPDATE tombstone SET purged = 1")
        self._file.outside(EMPTY_WAL)


def _tombstone(row: sqlite3.Row) -> Tombstone:
    said = (row["at"], row["who"], row["reason"])
    return Tombstone(row["document"], row["sha256"], *said, row["siblings"], bool(row["purged"]))


def _forget_payloads(db: sqlite3.Connection, document_id: str) -> None:
    """Delete the payloads that name or quote the document, and the undoings of those."""
    ids, quotes = _own_ids(db, document_id), _own_quotes(db, document_id)
    payloads = db.execute("SELECT seq, payload FROM judgement_payload ORDER BY seq").fetchall()
    gone: set[int] = set()
    for row in payloads:
        fields = json.loads(row["payload"])
        words = "\n".join(str(value) for value in fields.values() if isinstance(value, str))
        undone = {int(fields["value"])} if fields["verdict"] == UNDO else set()
        named = not ids.isdisjoint(IDS.findall(row["payload"]))
        if undone & gone or named or any(quote in words for quote in quotes):
            gone |= {row["seq"]} | undone
    for seq in sorted(gone & {row["seq"] for row in payloads}):
        db.execute("DELETE FROM judgement_payload WHERE seq = ?", (seq,))
        db.execute("INSERT INTO judgement_forgotten VALUES (?,?)", (seq, document_id))


def _own_ids(db: sqlite3.Connection, document_id: str) -> set[str]:
    ids = {document_id}
    for sql in ("SELECT id FROM text WHERE document = ?", OWN_CLAIMS, OWN_MENTIONS):
        ids.update(row["id"] for row in db.execute(sql, (document_id,)))
    for table in ("event", "relation", "presence"):
        rows = db.execute(
            f"""SELECT owner FROM {table}_claim GROUP BY owner
                HAVING count(*) = sum(claim_id IN ({OWN_CLAIMS}))""",  # noqa: S608 - our own table names
            (document_id,),
        )
        ids.update(row["owner"] for row in rows)
    return ids


def _own_quotes(db: sqlite3.Connection, document_id: str) -> set[str]:
    quotes: set[str] = set()
    for table in ("claim", "mention"):
        rows = db.execute(
            f"""SELECT t.content, x.start, x.stop FROM {table} x JOIN reading r ON r.n = x.reading
                JOIN text t ON t.n = r.text WHERE t.document = ?""",  # noqa: S608 - our own table names
            (document_id,),
        )
        quotes.update(row["content"][row["start"] : row["stop"]] for row in rows)
    return {quote for quote in quotes if len(quote) >= QUOTE}


def _forget_derived(db: sqlite3.Connection, document_id: str) -> None:
    for table in ("event", "relation", "presence"):
        db.execute(
            f"""DELETE FROM {table} WHERE id IN
                (SELECT owner FROM {table}_claim WHERE claim_id IN ({OWN_CLAIMS}))""",  # noqa: S608 - our own names
            (document_id,),
        )
    # a candidate's names are words of the documents that mention it; it is proposed anew from those that stay
    candidates = """SELECT id FROM actor WHERE status <> 'registry' AND id IN
        (SELECT l.target_id FROM link l JOIN text t ON t.n = l.text WHERE t.document = ?1
         UNION SELECT a.target_id FROM link_alternative a JOIN link l ON l.n = a.link
         JOIN text t ON t.n = l.text WHERE t.document = ?1)"""
    linked = f"SELECT text FROM link WHERE target_id IN ({candidates})"  # noqa: S608
    db.execute(f"DELETE FROM resolved WHERE text IN ({linked})", (document_id,))  # noqa: S608
    db.execute(f"DELETE FROM actor WHERE id IN ({candidates})", (document_id,))  # noqa: S608


def _drop_unlinked(db: sqlite3.Connection) -> None:
    """Delete entries that no text leads to any more: they would tell whom and where the document named."""
    linked = "SELECT target_id FROM link UNION SELECT target_id FROM link_alternative"
    db.execute(f"DELETE FROM place WHERE id NOT IN ({linked})")  # noqa: S608 - our own names
    db.execute(
        f"""DELETE FROM actor WHERE id NOT IN ({linked})
            AND id NOT IN (SELECT parent_id FROM actor WHERE id IN ({linked}))"""  # noqa: S608 - our own names
    )


def _forget_facts(db: sqlite3.Connection, document_id: str, sha256: str) -> None:
    db.execute("DELETE FROM failure WHERE document = ?", (document_id,))
    db.execute("DELETE FROM document WHERE id = ?", (document_id,))
    db.execute("DELETE FROM raw_content WHERE sha256 = ?", (sha256,))
    if db.execute("SELECT 1 FROM document WHERE sha256 = ?", (sha256,)).fetchone() is None:
        db.execute(
            "DELETE FROM failure WHERE place IN (SELECT location FROM fetch WHERE sha256 = ?)", (sha256,)
        )
        db.execute("DELETE FROM raw WHERE sha256 = ?", (sha256,))
    # deleted terms stay in the index until its segments are merged: build it anew from the texts that stay
    db.execute("INSERT INTO text_words(text_words) VALUES ('rebuild')")


def _bury(db: sqlite3.Connection, document_id: str, sha256: str, said: tuple[str, str]) -> None:
    siblings = db.execute("SELECT count(*) FROM document WHERE sha256 = ?", (sha256,)).fetchone()[0]
    at = datetime.now(UTC).isoformat(timespec="seconds")
    db.execute(
        "INSERT OR REPLACE INTO tombstone VALUES (?,?,?,?,?,?,0)", (document_id, sha256, at, *said, siblings)
    )
