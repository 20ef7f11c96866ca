"""Tables on a terminal and in CSV, safe for terminals and for spreadsheets."""

from __future__ import annotations

import csv
import os
import unicodedata
from typing import IO, TYPE_CHECKING, Any

from rich.cells import cell_len
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


SHORT = 12
"""Characters up to which a column of a table is never cut."""

PIPED_WIDTH = 200
"""Columns of a table that goes to a file or another command, where no terminal says how wide it is."""


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
    """Draw the columns that fit on a terminal, a line a row; csv and jsonl have all columns."""
    names = [name for name, _ in listing.columns]
    chosen = [names.index(name) for name in listing.brief or names]
    rows = [[_brief(cells(listing, line)[at]) for at in chosen] for line in lines]
    console = Console(file=out, highlight=False, width=None if _has_width(out) else PIPED_WIDTH)
    table = Table(box=None, header_style="bold", pad_edge=False)
    heads = [names[at] for at in chosen]
    longest = [max(map(cell_len, column)) for column in zip(heads, *rows, strict=True)]
    for head, width in zip(heads, _widths(longest, console.width), strict=True):
        table.add_column(head, overflow="ellipsis", no_wrap=True, width=width)
    for row in rows:
        table.add_row(*map(Words, row))
    if rows:
        console.print(table)
    return len(rows)


def _has_width(out: IO[str]) -> bool:
    return out.isatty() or "COLUMNS" in os.environ


def _widths(longest: list[int], room: int) -> list[int]:
    """Share a terminal's width: ids and short columns stay whole, the long ones are cut to what is left."""
    short = [width if at == 0 or width <= SHORT else 0 for at, width in enumerate(longest)]
    long = sum(1 for width in short if not width)
    left = (room - sum(short) - 2 * len(longest)) // max(1, long)
    return [width or min(whole, max(SHORT, left)) for width, whole in zip(short, longest, strict=True)]


def _brief(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else ""
    return printable(value)
