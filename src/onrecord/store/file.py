"""One record file: how it is opened, and how transactions run on it."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Any

from onrecord.errors import StoreError
from onrecord.store.migrations import migrate, version_of
from onrecord.store.trouble import plainly

__all__ = ["RecordFile", "fold", "open_record"]

PATIENCE_S = 15.0  # how long a writer waits for another one
SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # so that INSERT OR REPLACE cannot slip past the delete triggers
    "PRAGMA secure_delete = ON",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA temp_store = MEMORY",  # so that no words are left in temporary files
)


def fold(words: str | None) -> str:
    """Fold case, width and diacritics, so that names compare as readers compare them."""
    parts = unicodedata.normalize("NFKD", words or "")
    return "".join(c for c in parts if not unicodedata.combining(c)).casefold().strip()


def open_record(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open a record file, or say in one line why that cannot be done."""
    if path.is_dir():
        raise StoreError(f"{path}: is a folder; name a record file in it, such as {path / 'record.db'}")
    if not create and not path.exists():
        raise StoreError(f"{path}: there is no record here; check the name or read sources into it first")
    with plainly(path):
        uri = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
        db = sqlite3.connect(uri, uri=True, timeout=PATIENCE_S, isolation_level=None, check_same_thread=False)
        try:
            _prepare(db, path, create=create)
        except BaseException:
            db.close()
            raise
    return db


def _prepare(db: sqlite3.Connection, path: Path, *, create: bool) -> None:
    if version_of(db, path) == 0 and not create:
        raise StoreError(f"{path}: the file is empty; read sources into it first")
    for setting in SETTINGS:
        db.execute(setting)
    migrate(db, path)
    db.row_factory = sqlite3.Row
    db.create_function("fold", 1, fold, deterministic=True)


class RecordFile:
    """The connection behind a Store. It may pass between threads; transactions take turns."""

    def __init__(self, path: Path, *, create: bool) -> None:
        self.path = path
        self._turn = RLock()
        self._db = open_record(path, create=create)

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        with plainly(self.path):
            self._db.close()

    def rows(self, sql: str, values: tuple[Any, ...] | dict[str, Any] = ()) -> list[sqlite3.Row]:
        """Give all rows of a query."""
        with self._turn, plainly(self.path):
            return self._db.execute(sql, values).fetchall()

    def row(self, sql: str, values: tuple[Any, ...] | dict[str, Any] = ()) -> sqlite3.Row | None:
        """Give the first row of a query, or None."""
        found = self.rows(sql, values)
        return found[0] if found else None

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[sqlite3.Connection]:
        """Run one transaction, all of it or nothing; `durable` waits until the disk has it."""
        with self._turn, plainly(self.path):
            self._db.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def steady(self) -> Iterator[None]:
        """Let several queries see one state of the record while others write."""
        with self._turn, plainly(self.path):
            if self._db.in_transaction:
                yield
                return
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")

    def outside(self, *commands: str) -> list[tuple[Any, ...]]:
        """Run commands that no transaction may hold (VACUUM, checkpoints); gives the last one's rows."""
        answer: list[tuple[Any, ...]] = []
        with self._turn, plainly(self.path):
            for command in commands:
                answer = [tuple(row) for row in self._db.execute(command)]
        return answer
