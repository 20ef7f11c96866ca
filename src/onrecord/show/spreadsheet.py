"""An export as CSV or XLSX: whole or not at all, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter

from onrecord.errors import InputError
from onrecord.show.tables import guard

if TYPE_CHECKING:
    from onrecord.show.export import Export

__all__ = ["csv_bytes", "write_spreadsheet", "xlsx_bytes"]

LONGEST = 32_767
"""Characters that a cell of a workbook holds (ECMA-376, limits of Excel)."""

CUT = " [cut: the CSV has all]"

SAFE = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}

WIDEST = 48
"""Characters to which a column of the workbook is widened."""


def write_spreadsheet(exported: Export, form: str, out: Path | None) -> None:
    """Write the file beside its place and move it there, so that a full disk leaves the old one."""
    if form == "xlsx" and out is None:
        raise InputError("--format xlsx needs --out FILE: a workbook cannot go to a terminal")
    content = xlsx_bytes(exported) if form == "xlsx" else csv_bytes(exported)
    if out is None:
        sys.stdout.write(content.decode("utf-8"))
        return
    if not out.parent.is_dir():
        raise InputError(f"{out.parent}: no such folder; make it first")
    _replace(out, content)


def csv_bytes(exported: Export) -> bytes:
    """Give the rows as UTF-8 CSV with a header."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(exported.columns)
    writer.writerows([guard(value) for value in row] for row in exported.rows)
    return stream.getvalue().encode("utf-8")


def xlsx_bytes(exported: Export) -> bytes:
    """Give a workbook: the rows, and a second sheet that says what the format cannot hold."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, SAFE) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("events")
        sheet.write_row(0, 0, exported.columns, bold)
        for at, row in enumerate(exported.rows, start=1):
            sheet.write_row(at, 0, [_fitting(guard(value)) for value in row])
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(exported.rows), len(exported.columns) - 1)
        for at, name in enumerate(exported.columns):
            longest = max([len(name), *(len(str(row[at] or "")) for row in exported.rows)])
            sheet.set_column(at, at, min(longest + 2, WIDEST))
        about = book.add_worksheet("what is not here")
        about.set_column(0, 0, 2 * WIDEST)
        about.write_column(0, 0, exported.report)
    return stream.getvalue()


def _fitting(value: object) -> object:
    """Cut what no cell can hold, and say so in the cell; the library would cut it in silence."""
    if isinstance(value, str) and len(value) > LONGEST:
        return value[: LONGEST - len(CUT)] + CUT
    return value


def _replace(out: Path, content: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        Path(name).replace(out)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
