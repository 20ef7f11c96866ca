"""Which format bytes are: by their content first, then by the name; another format is one more entry."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.errors import ReadError
from onrecord.read.decode import SAMPLE, is_binary
from onrecord.read.limits import Limits
from onrecord.read.parts import Parsed
from onrecord.read.pdf import is_pdf, parse_pdf
from onrecord.read.plain import parse_plain
from onrecord.read.rows import is_csv, is_jsonl, parse_csv, parse_json, parse_jsonl
from onrecord.read.web_page import is_html, parse_html

__all__ = ["FORMATS", "Format", "format_of"]

HEAD = 16 * SAMPLE


@dataclass(frozen=True, slots=True)
class Format:
    """One format: `is_it` looks at the first bytes, `parse` at all; `reader` carries its version.

    A change of `parse` that gives other words or other passages takes the next version.
    """

    reader: str
    media_type: str
    suffixes: tuple[str, ...]
    is_it: Callable[[bytes], bool]
    parse: Callable[[bytes, Limits], Parsed]


def _never(_head: bytes) -> bool:
    return False


PLAIN = Format("plain/1", "text/plain", (".txt", ".text", ".md"), _never, parse_plain)
FORMATS = (
    Format("pdf/1", "application/pdf", (".pdf",), is_pdf, parse_pdf),
    Format("html/1", "text/html", (".html", ".htm", ".xhtml"), is_html, parse_html),
    Format("jsonl/1", "application/x-ndjson", (".jsonl", ".ndjson"), is_jsonl, parse_jsonl),
    Format("csv/1", "text/csv", (".csv", ".tsv"), is_csv, parse_csv),
    Format("json/1", "application/json", (".json",), _never, parse_json),
    PLAIN,
)
# First bytes of what is not text; from the format's own specification or the table of file(1).
BINARIES = (
    (b"PK\x03\x04", "a ZIP archive or an office file"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)


def format_of(raw: bytes, name: str) -> Format:
    """Give the format, or raise ReadError where the bytes are no text and no format that is read."""
    head = raw[:HEAD]
    for form in FORMATS:
        if form.is_it(head):
            return form
    kind = next((kind for start, kind in BINARIES if head.startswith(start)), "")
    if kind or is_binary(raw):
        raise ReadError(f"it is {kind or 'a binary file'}, not a text that can be read")
    return next((form for form in FORMATS if name.casefold().endswith(form.suffixes)), PLAIN)
