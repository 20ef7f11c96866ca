"""Labelled rows in CSV, as every task on such tables opens them: lines that start with # are remarks."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import InputError

__all__ = ["Table", "read_tables"]


class Table(NamedTuple):
    """A file, its remarks and its rows; cells that a row lacks are ""."""

    file: Path
    remarks: tuple[str, ...]
    rows: tuple[dict[str, str], ...]


def read_tables(path: Path, task: str, needed: Sequence[str]) -> Iterator[Table]:
    """Give a CSV file, or all of a folder in order; InputError where none is there or a column is missing."""
    files = sorted(path.glob("*.csv")) if path.is_dir() else [path]
    if not files:
        raise InputError(f"no .csv in {path}: {task} reads a CSV file or a folder of them")
    for file in files:
        yield _table(file, task, needed)


def _table(file: Path, task: str, needed: Sequence[str]) -> Table:
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read as text ({error})") from error
    remarks = tuple(line for line in lines if line.startswith("#"))
    reader = csv.DictReader(line for line in lines if line and not line.startswith("#"))
    lacking = [name for name in needed if name not in (reader.fieldnames or ())]
    if lacking:
        raise InputError(f"{file}: no column {', '.join(lacking)}; {task} needs {','.join(needed)}")
    rows = tuple({name: cell or "" for name, cell in row.items() if name is not None} for row in reader)
    return Table(file, remarks, rows)
