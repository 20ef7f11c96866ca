"""The ledger of judgements: append-only, hash-chained; the chain holds payloads as salted hashes alone.

Each row holds its number, the hash of the row before, the salted hash of its payload, and the hash of
these three. So `forget` can delete a payload and the chain still verifies. `ledger_head` keeps length and
last hash. The limit: whoever can rewrite the whole file can rewrite the whole chain; keep the last hash
elsewhere (`head`) to notice that.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
from dataclasses import asdict, replace
from typing import Any

from onrecord.errors import LedgerError
from onrecord.records import Judgement, Span
from onrecord.store.derived import Derived

__all__ = ["UNDO", "Ledger"]

UNDO = "undo"


class Ledger(Derived):
    """Judgements in and out."""

    def append(self, judgement: Judgement) -> Judgement:
        """Add a judgement and give it with its number; `undo` names in `value` the number that it undoes."""
        with self._file.writing(durable=True) as db:
            length, previous = db.execute("SELECT length, hash FROM ledger_head").fetchone()
            numbered = replace(judgement, seq=length + 1)
            _check_undo(numbered)
            payload, salt = _payload(numbered), secrets.token_hex(16)
            sealed = _payload_hash(salt.encode(), payload.encode())
            link = _link_hash(numbered.seq, previous.encode(), sealed.encode())
            db.execute("INSERT INTO judgement VALUES (?,?,?,?)", (numbered.seq, previous, sealed, link))
            db.execute("INSERT INTO judgement_payload VALUES (?,?,?)", (numbered.seq, salt, payload))
            db.execute("UPDATE ledger_head SET length = ?, hash = ?", (numbered.seq, link))
        return numbered

    def judgements(self) -> tuple[Judgement, ...]:
        """Give all judgements whose payload has not been forgotten, oldest first."""
        rows = self._file.rows("SELECT seq, payload FROM judgement_payload ORDER BY seq")
        return tuple(_load(row["seq"], row["payload"]) for row in rows)

    def standing(self) -> tuple[Judgement, ...]:
        """Give the judgements that no standing judgement undoes; undoing is itself left out."""
        undone: set[str] = set()
        kept = []
        for judgement in reversed(self.judgements()):
            if str(judgement.seq) in undone:
                continue
            if judgement.verdict == UNDO:
                undone.add(judgement.value)
            else:
                kept.append(judgement)
        return tuple(reversed(kept))

    def head(self) -> tuple[int, str]:
        """Give the ledger's length and last hash, to be kept outside the file."""
        row = self._file.rows("SELECT length, hash FROM ledger_head")[0]
        return row["length"], row["hash"]

    def verify(self) -> None:
        """Raise LedgerError at the first row that is not as it was written."""
        with self._file.steady():
            rows = self._file.rows(
                """SELECT j.seq, CAST(j.previous AS BLOB) AS previous, CAST(j.hash AS BLOB) AS hash,
                     CAST(j.payload_hash AS BLOB) AS payload_hash, CAST(p.salt AS BLOB) AS salt,
                     CAST(p.payload AS BLOB) AS payload, f.document FROM judgement j
                   LEFT JOIN judgement_payload p ON p.seq = j.seq
                   LEFT JOIN judgement_forgotten f ON f.seq = j.seq ORDER BY j.seq"""
            )
            heads = self._file.rows("SELECT length, CAST(hash AS BLOB) FROM ledger_head")
        previous = b""
        for number, row in enumerate(rows, 1):
            self._check_row(number, previous, row)
            previous = row["hash"]
        if [tuple(head) for head in heads] != [(len(rows), previous)]:
            raise LedgerError(
                f"{self._file.path}: the ledger has {len(rows)} rows, not those of its head; restore a copy"
            )

    def _check_row(self, number: int, previous: bytes, row: sqlite3.Row) -> None:
        wrong = (
            row["seq"] != number
            or row["previous"] != previous
            or row["hash"] != _link_hash(row["seq"], row["previous"], row["payload_hash"]).encode()
            or (row["payload"] is None) != (row["document"] is not None)
            or (row["payload"] is not None and not _opens(row))
        )
        if wrong:
            raise LedgerError(
                f"{self._file.path}: judgement {number} is not as it was written; restore a copy"
            )


def _check_undo(judgement: Judgement) -> None:
    if judgement.verdict != UNDO:
        return
    if not (
        judgement.value.isascii() and judgement.value.isdigit() and 0 < int(judgement.value) < judgement.seq
    ):
        raise LedgerError(f"no judgement {judgement.value!r} to undo; list judgements shows their numbers")


def _payload(judgement: Judgement) -> str:
    fields = asdict(judgement)
    del fields["seq"]
    return json.dumps(fields, ensure_ascii=False, sort_keys=True)


def _load(seq: int, payload: str) -> Judgement:
    fields: dict[str, Any] = json.loads(payload)
    span = fields.pop("span")
    return Judgement(seq=seq, span=Span(**span) if span else None, **fields)


def _opens(row: sqlite3.Row) -> bool:
    """Say whether a payload is the one whose hash is in the chain."""
    return bool(row["payload_hash"] == _payload_hash(row["salt"], row["payload"]).encode())


def _payload_hash(salt: bytes, payload: bytes) -> str:
    return hashlib.sha256(salt + b"\n" + payload).hexdigest()


def _link_hash(seq: int, previous: bytes, sealed: bytes) -> str:
    return hashlib.sha256(b"%d\n%s\n%s" % (seq, previous, sealed)).hexdigest()
