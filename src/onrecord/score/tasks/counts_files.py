"""Labelled counts of casualties in CSV: `text,outcome,low,high,hedge,status,side,inflicted_by,scope,as_of`.

Lines that start with # are comments. Rows of one text are that text's gold; a text with an empty outcome has
none. `low` and `high` are empty where that end is open, a cell "*" is not compared. A column `part` may name
the part (dev, held, ...) that a text belongs to; columns that a file lacks are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import InputError
from onrecord.score.tasks.labelled_csv import Table, read_tables

__all__ = ["CELLS", "UNTESTED", "CountRow", "CountedText", "read_counts"]

CELLS = ("hedge", "status", "side", "inflicted_by", "scope", "as_of")
UNTESTED = "*"
_NEEDED = ("text", "outcome", "low", "high")


@dataclass(frozen=True, slots=True)
class CountRow:
    """A gold row: outcome, ends (None is open, "*" not compared) and the further cells as written."""

    outcome: str
    low: float | str | None
    high: float | str | None
    cells: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CountedText:
    """A text, its gold rows and the part of the file that it belongs to ("" where the file names none)."""

    id: str
    text: str
    part: str
    rows: tuple[CountRow, ...]


def read_counts(path: Path) -> Iterator[CountedText]:
    """Give the texts of a CSV file, or of all *.csv files in a folder, in order.

    Raises InputError, with file and line, where a column is missing or an end is no number.
    """
    for table in read_tables(path, "counts", _NEEDED):
        yield from _texts(table)


def _texts(table: Table) -> Iterator[CountedText]:
    grouped: dict[str, list[dict[str, str]]] = {}
    for row in table.rows:
        grouped.setdefault(row["text"], []).append(row)
    for number, (text, rows) in enumerate(grouped.items(), 1):
        gold = tuple(_row(table.file, row) for row in rows if row["outcome"])
        yield CountedText(f"{table.file.stem}:{number}", text, rows[0].get("part") or "", gold)


def _row(file: Path, row: dict[str, str]) -> CountRow:
    low, high = (_end(file, row, name) for name in ("low", "high"))
    cells = tuple((name, row[name] or "") for name in CELLS if row.get(name, UNTESTED) != UNTESTED)
    return CountRow(row["outcome"], low, high, cells)


def _end(file: Path, row: dict[str, str], name: str) -> float | str | None:
    written = (row[name] or "").strip()
    if written in {"", UNTESTED}:
        return written or None
    try:
        return float(written)
    except ValueError as error:
        raise InputError(
            f"{file}: {name} is {written!r} in a row of {row['text'][:40]!r}; "
            'write a number, "" for an open end, or "*"'
        ) from error
