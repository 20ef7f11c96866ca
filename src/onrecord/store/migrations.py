"""Numbered changes to the shape of a record file, applied once and in order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

from onrecord.errors import StoreError

__all__ = ["APPLICATION_ID", "MIGRATIONS", "migrate", "statements", "version_of"]

APPLICATION_ID = 0x6F6E7263  # "onrc"
MIGRATIONS = ("0001_first",)

LISTED = """CREATE TABLE IF NOT EXISTS migration (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL
) STRICT"""


def version_of(db: sqlite3.Connection, path: Path) -> int:
    """Give the number of the last migration; 0 for an empty file; refuse what is not ours or is newer."""
    mark = db.execute("PRAGMA application_id").fetchone()[0]
    if mark == 0 and not db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]:
        return 0
    if mark != APPLICATION_ID:
        raise StoreError(f"{path}: this SQLite file belongs to another program; name another file")
    version = int(db.execute("SELECT coalesce(max(number), 0) FROM migration").fetchone()[0])
    if version > len(MIGRATIONS):
        raise StoreError(
            f"{path}: the file has format {version}, this onrecord knows up to"
            f" {len(MIGRATIONS)}; update onrecord"
        )
    return version


def migrate(db: sqlite3.Connection, path: Path) -> None:
    """Bring a file to the newest format, all of it or nothing."""
    if version_of(db, path) == len(MIGRATIONS):
        return
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("BEGIN IMMEDIATE")
    try:
        _apply(db, version_of(db, path))
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _apply(db: sqlite3.Connection, done: int) -> None:
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(LISTED)
    for number, name in enumerate(MIGRATIONS[done:], start=done + 1):
        sql = (files("onrecord.store") / "schema" / f"{name}.sql").read_text("utf-8")
        for statement in statements(sql):
            db.execute(statement)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        db.execute("INSERT INTO migration VALUES (?, ?, ?)", (number, name, at))


def statements(sql: str) -> Iterator[str]:
    """Cut a script into statements; a trigger's body stays whole."""
    held = ""
    for line in sql.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""
