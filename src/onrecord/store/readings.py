"""What engines found: a reading is added, never edited; which one counts is derived."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.errors import EvidenceError, StoreError
from onrecord.records import Mention, MentionKind, Reading, Tie, Unread
from onrecord.store.claim_rows import Cut, load_claims, save_claim
from onrecord.store.facts import Facts
from onrecord.store.words import check_reading

__all__ = ["ReadingRow", "Readings"]


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One reading as it is listed; `chosen` is the one of its text that counts."""

    text_id: str
    by: str
    chosen: bool
    claims: int = 0
    mentions: int = 0


class Readings(Facts):
    """Readings in and out."""

    def add_reading(self, reading: Reading) -> bool:
        """Add what one engine found in one text, in one transaction; False when that reading was there.

        Every span is checked against the text. An engine that finds something else in the same text
        needs a new version.
        """
        text = self.text(reading.text_id)
        check_reading(text, reading)
        _refuse_doubles(reading)
        with self._file.writing() as db:
            number = _text_number(db, reading.text_id)
            there = db.execute(
                "SELECT n FROM reading WHERE text = ? AND by = ?", (number, reading.by)
            ).fetchone()
            if there is None:
                _save_reading(db, number, reading)
                return True
        if self.reading(reading.text_id, reading.by) != reading:
            raise StoreError(
                f"{reading.text_id}: {reading.by} found something else here before;"
                " a changed engine needs a new version"
            )
        return False

    def reading(self, text_id: str, by: str) -> Reading | None:
        """Give what this engine found in this text, or None."""
        row = self._file.row(
            "SELECT r.n, r.by FROM reading r JOIN text t ON t.n = r.text WHERE t.id = ? AND r.by = ?",
            (text_id, by),
        )
        return self._load_reading(text_id, row) if row else None

    def chosen_reading(self, text_id: str) -> Reading | None:
        """Give the reading that counts: the first in `engine_order`, else the one added last."""
        row = self._file.row(
            """SELECT r.n, r.by FROM choice c JOIN text t ON t.n = c.text JOIN reading r ON r.n = c.reading
               WHERE t.id = ?""",
            (text_id,),
        )
        return self._load_reading(text_id, row) if row else None

    def readings(self) -> tuple[ReadingRow, ...]:
        """List all readings and which of them count."""
        rows = self._file.rows(
            """SELECT t.id, r.by, c.reading = r.n AS chosen,
                 (SELECT count(*) FROM claim k WHERE k.reading = r.n) AS claims,
                 (SELECT count(*) FROM mention m WHERE m.reading = r.n) AS mentions
               FROM reading r JOIN text t ON t.n = r.text JOIN choice c ON c.text = t.n ORDER BY r.n"""
        )
        return tuple(
            ReadingRow(r["id"], r["by"], bool(r["chosen"]), r["claims"], r["mentions"]) for r in rows
        )

    def rank_engines(self, best_first: Sequence[str]) -> None:
        """Set whose readings count before others; engines that are not named come after, the newest first."""
        with self._file.writing() as db:
            db.execute("DELETE FROM engine_order")
            db.executemany(
                "INSERT INTO engine_order VALUES (?,?)", ((by, i) for i, by in enumerate(best_first))
            )

    def _load_reading(self, text_id: str, row: sqlite3.Row) -> Reading:
        number, by = row["n"], row["by"]
        cut = Cut(text_id, self.text(text_id).content)
        claims = self._file.rows("SELECT * FROM claim WHERE reading = ? ORDER BY n", (number,))
        mentions = self._file.rows("SELECT * FROM mention WHERE reading = ? ORDER BY n", (number,))
        ties = self._file.rows("SELECT * FROM tie WHERE reading = ? ORDER BY position", (number,))
        unread = self._file.rows("SELECT * FROM unread WHERE reading = ? ORDER BY position", (number,))
        return Reading(
            text_id,
            by,
            tuple(
                Mention(m["id"], MentionKind(m["kind"]), cut.span(m["start"], m["stop"]), m["head"])
                for m in mentions
            ),
            tuple(load_claims(self._file, claims, {number: cut})),
            tuple(Tie(t["claim_id"], t["other_id"], t["type"]) for t in ties),
            tuple(Unread(cut.span(u["start"], u["stop"]), u["reason"]) for u in unread),
        )


def _refuse_doubles(reading: Reading) -> None:
    ids = Counter([c.id for c in reading.claims] + [m.id for m in reading.mentions])
    double = [name for name, times in ids.items() if times > 1]
    if double:
        raise EvidenceError(
            f"{reading.text_id}: {reading.by} gives {double[0]} twice;"
            " an engine tells two apart by their words"
        )


def _text_number(db: sqlite3.Connection, text_id: str) -> int:
    row = db.execute("SELECT n FROM text WHERE id = ?", (text_id,)).fetchone()
    if row is None:
        raise StoreError(f"no text {text_id}; it was never read or has been forgotten")
    return int(row["n"])


def _save_reading(db: sqlite3.Connection, text: int, reading: Reading) -> None:
    number = db.execute("INSERT INTO reading (text, by) VALUES (?,?)", (text, reading.by)).lastrowid or 0
    db.executemany(
        "INSERT INTO mention (id, by, reading, kind, start, stop, head) VALUES (?,?,?,?,?,?,?)",
        ((m.id, reading.by, number, str(m.kind), m.span.start, m.span.end, m.head) for m in reading.mentions),
    )
    for claim in reading.claims:
        save_claim(db, claim, number)
    db.executemany(
        "INSERT INTO tie VALUES (?,?,?,?,?)",
        ((number, i, t.claim_id, t.other_id, t.type) for i, t in enumerate(reading.ties)),
    )
    db.executemany(
        "INSERT INTO unread VALUES (?,?,?,?,?)",
        ((number, i, u.span.start, u.span.end, u.reason) for i, u in enumerate(reading.unread)),
    )
