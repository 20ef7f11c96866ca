"""What was read: bytes, where they came from, documents, texts, failures. Added once, never edited."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator

from onrecord.errors import StoreError
from onrecord.records import Failure, Intake, Passage, Text
from onrecord.store.intervals import load_when, save_when
from onrecord.store.part import Part

__all__ = ["REFUSING", "Facts"]

REFUSING = """SELECT * FROM tombstone WHERE sha256 = ?
  AND document NOT IN (SELECT id FROM document) ORDER BY at"""

TEXT_ROW = """INSERT INTO text (id, document, reader, title, author, site, url, published_earliest,
  published_latest, published_precision, published_anchor, published_words, language, direction, content)
  VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING"""


class Facts(Part):
    """Intakes and failures in; texts out."""

    def add_intake(self, intake: Intake, *, even_if_forgotten: bool = False) -> bool:
        """Add all that reading one source gave, in one transaction; False when all of it was there.

        Bytes of a forgotten document are refused unless `even_if_forgotten` says that they are wanted again.
        """
        _check_intake(intake)
        with self._file.writing() as db:
            if not even_if_forgotten:
                _refuse_forgotten(db, intake)
            before = db.total_changes
            _save_bytes(db, intake)
            for document in intake.documents:
                db.execute(
                    """INSERT INTO document (id, sha256, part, form) VALUES (?,?,?,?)
                       ON CONFLICT (id) DO NOTHING""",
                    (document.id, document.sha256, document.part, document.form),
                )
            for text in intake.texts:
                _save_text(db, text)
            for failure in intake.failures:
                _save_failure(db, failure)
            return db.total_changes > before

    def add_failure(self, failure: Failure) -> bool:
        """Add something that did not work; False when it was there."""
        with self._file.writing() as db:
            return _save_failure(db, failure)

    def content(self, sha256: str) -> bytes | None:
        """Give the bytes as they came; None where they are unknown or forgotten."""
        row = self._file.row("SELECT content FROM raw_content WHERE sha256 = ?", (sha256,))
        return bytes(row["content"]) if row else None

    def text(self, text_id: str) -> Text:
        """Give a text with its passages."""
        row = self._file.row("SELECT * FROM text WHERE id = ?", (text_id,))
        if row is None:
            raise StoreError(f"{self._file.path}: no text {text_id}; it was never read or has been forgotten")
        passages = self._file.rows("SELECT * FROM passage WHERE text = ? ORDER BY position", (row["n"],))
        return _load_text(row, passages)

    def texts(self) -> Iterator[Text]:
        """Give the newest text of each document, in the order of their reading."""
        rows = self._file.rows(
            "SELECT t.id FROM choice c JOIN text t ON t.n = c.text WHERE c.newest ORDER BY t.n"
        )
        return (self.text(row["id"]) for row in rows)

    def documents_without_reading(self, by: str) -> Iterator[Text]:
        """Give the newest text of each document that this engine has not read."""
        rows = self._file.rows(
            """SELECT t.id FROM choice c JOIN text t ON t.n = c.text WHERE c.newest
               AND NOT EXISTS (SELECT 1 FROM reading r WHERE r.text = t.n AND r.by = ?) ORDER BY t.n""",
            (by,),
        )
        return (self.text(row["id"]) for row in rows)


def _check_intake(intake: Intake) -> None:
    raw = intake.raw
    if hashlib.sha256(raw.content).hexdigest() != raw.sha256:
        raise StoreError(
            f"{intake.fetch.location}: the bytes do not have the SHA-256 {raw.sha256}; read them again"
        )
    documents = {document.id for document in intake.documents}
    strays = [document.id for document in intake.documents if document.sha256 != raw.sha256]
    strays += [text.id for text in intake.texts if text.document_id not in documents]
    if strays or intake.fetch.sha256 != raw.sha256:
        named = ", ".join(strays) or "the fetch"
        raise StoreError(
            f"{intake.fetch.location}: {named} belongs to other bytes; read one source at a time"
        )
    for text in intake.texts:
        if any(not 0 <= p.start <= p.end <= len(text.content) for p in text.passages):
            raise StoreError(f"{text.id}: a passage lies outside the text; mend the reader {text.reader}")


def _refuse_forgotten(db: sqlite3.Connection, intake: Intake) -> None:
    row = db.execute(REFUSING, (intake.raw.sha256,)).fetchone()
    if row is not None:
        raise StoreError(
            f"{intake.fetch.location}: document {row['document']} of these bytes was forgotten on"
            f" {row['at'][:10]} ({row['reason']}); it is read again only when that is asked for"
        )


def _save_bytes(db: sqlite3.Connection, intake: Intake) -> None:
    raw, fetch = intake.raw, intake.fetch
    db.execute(
        "INSERT INTO raw VALUES (?,?,?) ON CONFLICT (sha256) DO NOTHING",
        (raw.sha256, raw.media_type, len(raw.content)),
    )
    db.execute(
        "INSERT INTO raw_content VALUES (?,?) ON CONFLICT (sha256) DO NOTHING", (raw.sha256, raw.content)
    )
    db.execute(
        """INSERT INTO fetch (location, sha256, media_type, at) VALUES (?,?,?,?)
           ON CONFLICT (sha256, location) DO NOTHING""",
        (fetch.location, fetch.sha256, fetch.media_type, fetch.at),
    )


def _save_text(db: sqlite3.Connection, text: Text) -> None:
    there = db.execute("SELECT content FROM text WHERE id = ?", (text.id,)).fetchone()
    if there is not None:
        if there["content"] != text.content:
            raise StoreError(
                f"{text.id}: {text.reader} made another text of these bytes before;"
                " a changed reader needs a new version"
            )
        return
    described = (text.id, text.document_id, text.reader, text.title, text.author, text.site, text.url)
    values = (*described, *save_when(text.published), text.language, text.direction, text.content)
    number = db.execute(TEXT_ROW, values).lastrowid
    db.executemany(
        "INSERT INTO passage VALUES (?,?,?,?,?,?,?)",
        ((number, i, p.start, p.end, p.role, p.language, p.direction) for i, p in enumerate(text.passages)),
    )


def _save_failure(db: sqlite3.Connection, failure: Failure) -> bool:
    added = db.execute(
        """INSERT INTO failure (id, stage, place, what, advice, document) VALUES (?,?,?,?,?,?)
           ON CONFLICT (id) DO NOTHING""",
        (failure.id, failure.stage, failure.where, failure.what, failure.advice, failure.document_id),
    )
    return added.rowcount > 0


def _load_text(row: sqlite3.Row, passages: list[sqlite3.Row]) -> Text:
    return Text(
        id=row["id"],
        document_id=row["document"],
        reader=row["reader"],
        content=row["content"],
        passages=tuple(
            Passage(p["start"], p["stop"], p["role"], p["language"], p["direction"]) for p in passages
        ),
        title=row["title"],
        author=row["author"],
        site=row["site"],
        url=row["url"],
        published=load_when(row, "published"),
        language=row["language"],
        direction=row["direction"],
    )
