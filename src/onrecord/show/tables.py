"""Tables on a terminal and in CSV, safe for terminals and for spreadsheets."""

from __future__ import annotations

import csv
import unicodedata
from typing import IO, TYPE_CHECKING, Any

from rich.console import Console
from rich.table import Table
from rich.text import Text as Words

from onrecord.show.cells import cells

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.show.listing import Listing

__all__ = ["guard", "printable", "write_csv", "write_table"]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What spreadsheets take for a formula (OWASP, CSV injection)."""

STEERING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of what follows (Unicode UAX 9); joiners of Persian and Urdu are kept."""


TABLE_COLUMNS = 9
"""A terminal shows the first columns of a list; csv and jsonl have all."""


def guard(value: object) -> object:
    """Put an apostrophe before words that a spreadsheet would run; numbers stay numbers."""
    if not isinstance(value, str):
        return "" if value is None else value
    return f"'{value}" if value.lstrip(" ").startswith(FORMULA_STARTS) else value


def printable(value: object) -> str:
    """Give words without control and direction marks, so that no text steers the terminal."""
    if value is None:
        return ""
    return "".join(
        " " if mark in STEERING or unicodedata.category(mark) == "Cc" else mark for mark in str(value)
    )


def write_csv(listing: Listing, lines: Iterable[dict[str, Any]], out: IO[str]) -> int:
    """Write a header and a row a line; give the number of rows."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([name for name, _ in listing.columns])
    count = 0
    for count, line in enumerate(lines, start=1):  # noqa: B007 - the last count is the answer
        writer.writerow([guard(value) for value in cells(listing, line)])
    return count


def write_table(listing: Listing, lines: Iterable[dict[str, Any]], out: IO[str]) -> int:
    """Draw a table as wide as the terminal; give the number of rows."""
    columns = listing.columns[:TABLE_COLUMNS]
    table = Table(box=None, header_style="bold", pad_edge=False)
    shown = list(lines)
    rows = [[printable(value) for value in cells(listing, line)[: len(columns)]] for line in shown]
    used = [any(row[at] for row in rows) for at in range(len(columns))]
    for (name, _), wanted in zip(columns, used, strict=True):
        if wanted:
            table.add_column(
                name, overflow="fold" if name == "id" else "ellipsis", no_wrap=name == "id", max_width=60
            )
    for row in rows:
        table.add_row(*(Words(words) for words, wanted in zip(row, used, strict=True) if wanted))
    if rows:
        Console(file=out, highlight=False, soft_wrap=False).print(table)
    return len(rows)
