"""Wikinews 2019-2020: news without labels, for a small model to learn from a larger one."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from training.readers.naming import row_id
from training.schema import Example


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each article that has words."""
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines)):
                if text := (row["text"] or "").strip():
                    yield Example("wikinews", row_id(path.stem, number, text), text, day=row["date"])
