"""Vocabulary as data files, each with its definitions; code asks for a table by name."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from onrecord.errors import VocabularyError

__all__ = ["Row", "rows"]

Row = dict[str, str]


@cache
def rows(table: str) -> tuple[Row, ...]:
    """Give the rows of vocabulary/TABLE.csv, cells stripped; lines that start with # are remarks."""
    path = files(__package__) / f"{table}.csv"
    if not path.is_file():
        known = sorted(f.name[:-4] for f in files(__package__).iterdir() if f.name.endswith(".csv"))
        raise VocabularyError(f"no vocabulary table {table!r}; there are: {', '.join(known)}")
    lines = (line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return tuple({key: (cell or "").strip() for key, cell in row.items()} for row in csv.DictReader(lines))
