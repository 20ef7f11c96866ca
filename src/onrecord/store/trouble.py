"""SQLite's troubles said plainly: what, where, what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from onrecord.errors import StoreError

__all__ = ["plainly"]

ADVICE = {
    sqlite3.SQLITE_FULL: "the disk is full; nothing of this step was kept: free some space and run it again",
    sqlite3.SQLITE_READONLY: "the file or its folder is read-only; allow writing or work on a copy",
    sqlite3.SQLITE_BUSY: "another program is writing to it; wait until it is done and run this again",
    sqlite3.SQLITE_LOCKED: "another program has locked it; wait until it is done and run this again",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened; check that the folder exists and may be read and written",
    sqlite3.SQLITE_NOTADB: "it is not an onrecord file; name another file",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; restore it from a copy",
    sqlite3.SQLITE_IOERR: "the disk could not be read or written; check the disk and run this again",
    sqlite3.SQLITE_TOOBIG: "a value is larger than a record can hold; split the source",
}


@contextmanager
def plainly(path: Path) -> Iterator[None]:
    """Turn what SQLite and its adapter raise into a StoreError of one line."""
    try:
        yield
    except sqlite3.Error as error:
        primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
        advice = ADVICE.get(primary, "nothing of this step was kept")
        raise StoreError(f"{path}: {error}; {advice}") from error
    except UnicodeEncodeError as error:
        raise StoreError(
            f"{path}: half a surrogate pair cannot be stored as text ({error.reason})"
        ) from error
    except OverflowError as error:
        raise StoreError(f"{path}: a number is too large to be stored ({error})") from error
