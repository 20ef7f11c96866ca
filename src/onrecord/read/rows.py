"""Tables -> Items: JSONL, JSON and CSV with a text column, one document a row."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from onrecord.errors import ReadError
from onrecord.read.dates import find_day, from_address, stated
from onrecord.read.decode import decode, tidy
from onrecord.read.limits import Limits
from onrecord.read.lines import page_of_lines
from onrecord.read.page import whole_item
from onrecord.read.parts import Item, Page, Parsed, Trouble

__all__ = ["is_csv", "is_jsonl", "parse_csv", "parse_json", "parse_jsonl"]

TEXT = ("text", "content", "body")
SITE = ("source", "site")
TITLE, AUTHOR, URL = ("title", "headline"), ("author",), ("url",)
DATE = ("date", "published", "published_at", "date_published")
DELIMITERS = ",;\t|"
HEAD = 65_536
CELL = 40
ADVICE = "give each row a text, content or body, and as you like title, date, author, url, source"

Row = dict[str, str]
Numbered = tuple[str, Row | str]  # where the row stands; the row, or what is wrong with it


def is_jsonl(head: bytes) -> bool:
    """Say whether the first line is a JSON object with a text."""
    line = head[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")[0]
    if not line.startswith(b"{"):
        return False
    row = _loads(line.decode("utf-8", "replace"))
    return not isinstance(row, str) and _field(row, TEXT) != ""


def is_csv(head: bytes) -> bool:
    """Say whether the first line names a text column beside others."""
    line = head[:HEAD].partition(b"\n")[0].decode("utf-8", "replace")
    names = _names(line)
    return len(names) > 1 and max(map(len, names)) < CELL and bool(set(TEXT) & set(names))


def parse_jsonl(raw: bytes, limits: Limits) -> Parsed:
    """Give an Item for each line that is an object with a text."""
    lines = enumerate(decode(raw).split("\n"), start=1)
    return _parsed(((f"line {n}", _loads(line)) for n, line in lines if line.strip()), limits)


def parse_json(raw: bytes, limits: Limits) -> Parsed:
    """Give an Item for each object of a list, or for the one object; JSONL under this name is read too."""
    content = decode(raw)
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        if is_jsonl(raw):
            return parse_jsonl(raw, limits)
        raise ReadError(f"its JSON cannot be read: {_brief(error)}") from error
    objects = found if isinstance(found, list) else [found]
    return _parsed(((f"object {n}", _row(value)) for n, value in enumerate(objects, start=1)), limits)


def parse_csv(raw: bytes, limits: Limits) -> Parsed:
    """Give an Item for each row with a text; the first line names the columns."""
    content = decode(raw)
    names = _names(content.partition("\n")[0])
    if not set(TEXT) & set(names):
        seen = ", ".join(names)[:200]
        raise ReadError(f"it has no column named text, content or body; its columns are: {seen}")
    csv.field_size_limit(max(limits.max_bytes, csv.field_size_limit()))
    return _parsed(_csv_rows(content, names), limits)


def _csv_rows(content: str, names: list[str]) -> Iterator[Numbered]:
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=_delimiter(content.partition("\n")[0]))
    try:
        for number, cells in enumerate(reader):
            if number and cells:
                yield f"line {reader.line_num}", dict(zip(names, cells, strict=False))
    except csv.Error as error:
        yield f"line {reader.line_num}", f"its CSV cannot be read on: {error}"


def _names(line: str) -> list[str]:
    cells = line[:HEAD].replace('"', "").split(_delimiter(line))
    return [cell.strip().strip("\ufeff").casefold() for cell in cells]


def _delimiter(line: str) -> str:
    return max(DELIMITERS, key=line[:HEAD].count)


def _loads(line: str) -> Row | str:
    try:
        return _row(json.loads(line))
    except (ValueError, RecursionError) as error:
        return f"no JSON object: {_brief(error)}"


def _row(value: object) -> Row | str:
    if not isinstance(value, dict):
        return f"no JSON object but {type(value).__name__}"
    return {str(key).casefold(): cell for key, cell in value.items() if isinstance(cell, str)}


def _brief(error: Exception) -> str:
    return "nested too deep" if isinstance(error, RecursionError) else str(error)[:120]


def _parsed(numbered: Iterable[Numbered], limits: Limits) -> Parsed:
    items: list[Item] = []
    troubles: list[Trouble] = []
    for part, (where, row) in enumerate(numbered):
        if part >= limits.max_items:
            troubles.append(
                Trouble(where, f"only the first {limits.max_items} rows were read", "split the file")
            )
            break
        if isinstance(row, str) or (wrong := _wrong(row, limits)):
            troubles.append(Trouble(where, row if isinstance(row, str) else wrong, ADVICE))
            continue
        items.append(_item(row, part))
        if (date := _field(row, DATE)) and items[-1].published is None:
            said = f"the date {date[:60]!r} names no full day"
            troubles.append(Trouble(where, said, "write dates as 2017-03-14"))
    return Parsed(tuple(items), tuple(troubles))


def _wrong(row: Row, limits: Limits) -> str:
    text = _field(row, TEXT)
    if len(text) > limits.max_text:
        return f"a text of {len(text):,} characters, and the limit is {limits.max_text:,}"
    return "" if text.strip() else "a row without text"


def _item(row: Row, part: int) -> Item:
    page = page_of_lines(_field(row, TEXT))
    date, url = _field(row, DATE), _field(row, URL)
    day = find_day(date)
    dated = stated(day.iso, date) if day else from_address(url)
    about = Page(
        page.content, page.blocks, _field(row, TITLE), _field(row, AUTHOR), _field(row, SITE), url, dated
    )
    return whole_item(about, part=part, form="row")


def _field(row: Row, names: tuple[str, ...]) -> str:
    return next((tidy(row[name]) for name in names if row.get(name)), "")
