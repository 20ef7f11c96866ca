"""Whether a record is as it was written: the file, the bytes, the words, the ids, the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import LedgerError, StoreError
from onrecord.records import claim_id, document_id, mention_id, text_id
from onrecord.store.mentions import Mentions
from onrecord.store.words import check_reading

__all__ = ["Checked", "Soundness"]

INDEX_AGREES = "INSERT INTO text_words(text_words, rank) VALUES ('integrity-check', 1)"
"""SQLite's own check of a word index against its texts: a word that was changed in a text fails it."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was checked, and the ledger's end, to be kept outside the file."""

    documents: int
    readings: int
    judgements: int
    head: str


class Soundness(Mentions):
    """Checking a record as a whole."""

    def check(self, known: tuple[int, str] = (0, "")) -> Checked:
        """Check everything that can be recomputed; raise StoreError or LedgerError with what differs first.

        `known` is an earlier length and last hash of the ledger: it must be a beginning of today's.
        What has no hash (a claim's type, its figures) is not covered; deriving from a copy tells.
        """
        self.verify()
        self._check_known(*known)
        for trouble in (*self._in_file(), *self._in_bytes(), *self._in_texts(), *self._in_readings()):
            raise StoreError(f"{self._file.path}: {trouble}; restore a copy")
        length, head = self.head()
        documents = self._file.rows("SELECT count(*) FROM document")[0][0]
        return Checked(documents, len(self.readings()), length, head)

    def _check_known(self, length: int, head: str) -> None:
        rows = self._file.rows("SELECT hash FROM judgement WHERE seq = ?", (length,))
        if length and [row["hash"] for row in rows] != [head]:
            raise LedgerError(
                f"{self._file.path}: judgement {length} does not have the hash that you kept; restore a copy"
            )

    def _in_file(self) -> Iterator[str]:
        for row in self._file.outside("PRAGMA integrity_check"):
            if row[0] != "ok":
                yield f"the file is damaged: {row[0]}"
        for row in self._file.outside("PRAGMA foreign_key_check"):
            yield f"a row of {row[0]} belongs to nothing in {row[2]}"

    def _in_bytes(self) -> Iterator[str]:
        for row in self._file.rows("SELECT sha256, size FROM raw"):
            content = self.content(row["sha256"])
            if content is not None and (
                len(content) != row["size"] or hashlib.sha256(content).hexdigest() != row["sha256"]
            ):
                yield f"the bytes {row['sha256']} are not those that were read"

    def _in_texts(self) -> Iterator[str]:
        rows = self._file.rows(
            """SELECT t.id, t.reader, t.document, d.sha256, d.part FROM text t
               JOIN document d ON d.id = t.document"""
        )
        for row in rows:
            origin = (row["sha256"], row["part"])
            if (row["document"], row["id"]) != (document_id(*origin), text_id(*origin, row["reader"])):
                yield f"{row['id']}: is not the text of these bytes"
        try:
            self._file.outside(INDEX_AGREES)
        except StoreError:
            yield "the words of a text are not those that were indexed when it was read"

    def _in_readings(self) -> Iterator[str]:
        for row in self.readings():
            reading = self.reading(row.text_id, row.by)
            if reading is None:
                continue
            check_reading(self.text(row.text_id), reading)
            ids = [(m.id, mention_id(m.kind, m.span)) for m in reading.mentions]
            ids += [(c.id, claim_id(c.kind, c.evidence, c.roles)) for c in reading.claims]
            yield from (
                f"{had}: stands at other words than when it was found" for had, has in ids if had != has
            )
