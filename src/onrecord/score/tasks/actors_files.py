"""Labelled mentions of actors in CSV: `document,start,end,words,actor,also,hard,part,note[,text]`.

Lines that start with # are comments. `text` holds the text itself; where it is empty the text is that of a
public set: `wikinews:URL`, `re3d:FOLDER/ID`, `wikievents:DOC`, in the folder that a comment `# data: PATH`
names, relative to the file. `actor` is an id of the registry, `new:NAME` for one that the registry lacks,
or `open` where nobody could decide; `also` lists further ids that are right. Offsets count code points.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from onrecord.answers import Stretch
from onrecord.errors import InputError
from onrecord.score.tasks.labelled_csv import Table, read_tables

__all__ = ["LabelledMention", "LabelledText", "read_actors"]

_DATA = "# data:"
_NEEDED = ("document", "start", "end", "words", "actor")


@dataclass(frozen=True, slots=True)
class LabelledMention:
    """A mention and who it is: ids, or "new:NAME", or "open"; `groups` are the parts that it counts in."""

    at: Stretch
    right: tuple[str, ...]
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LabelledText:
    """A text with its day (ISO, "" where unknown) and its labelled mentions."""

    id: str
    text: str
    day: str
    mentions: tuple[LabelledMention, ...]


def read_actors(path: Path) -> Iterator[LabelledText]:
    """Give the texts of a CSV file, or of all in a folder; InputError says what is missing and where."""
    for table in read_tables(path, "actors", _NEEDED):
        yield from _texts(table)


def _texts(table: Table) -> Iterator[LabelledText]:
    told = next((line.removeprefix(_DATA).strip() for line in table.remarks if line.startswith(_DATA)), "")
    by_document: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in table.rows:
        by_document[row["document"]].append(row)
    for document, listed in by_document.items():
        text, day = listed[0].get("text", ""), ""
        if not text:
            text, day = _public(table.file, told, document)
        mentions = tuple(_mention(table.file, document, text, row) for row in listed)
        yield LabelledText(document, text, day, mentions)


def _mention(file: Path, document: str, text: str, row: dict[str, str]) -> LabelledMention:
    start, end = (int(row[name]) if row[name].isdigit() else -1 for name in ("start", "end"))
    if start < 0 or text[start:end] != row["words"]:
        raise InputError(f"{file}: {document} does not have {row['words']!r} at {row['start']}-{row['end']}")
    right = (row["actor"], *filter(None, (row.get("also") or "").split(";")))
    groups = ("hard",) if row.get("hard") == "yes" else ("plain",)
    return LabelledMention(Stretch(start, end), right, (*groups, *filter(None, (row.get("part"),))))


def _public(file: Path, told: str, document: str) -> tuple[str, str]:
    """Give text and day of a document in a public set."""
    kind, _, key = document.partition(":")
    folder = (file.parent / told).resolve()
    reader = {"wikinews": _wikinews, "re3d": _re3d, "wikievents": _wikievents}.get(kind)
    if reader is None or not told or not (folder / kind).is_dir():
        raise InputError(
            f"{file}: the text of {document} is not in it, and {folder / kind} is no folder;"
            f" give a column `text`, or a line `{_DATA} PATH` that leads to the public sets"
        )
    found = reader(folder / kind).get(key)
    if found is None:
        raise InputError(f"{file}: no document {key!r} in {folder / kind}")
    return found


_Known = dict[str, tuple[str, str]]


@lru_cache(maxsize=4)
def _wikinews(folder: Path) -> _Known:
    csv.field_size_limit(10_000_000)
    found: _Known = {}
    for file in sorted(folder.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            found |= {row["url"]: (row["text"], row["date"]) for row in csv.DictReader(lines)}
    return found


@lru_cache(maxsize=4)
def _re3d(folder: Path) -> _Known:
    found: _Known = {}
    for file in sorted(folder.glob("*/documents.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            one = json.loads(line)
            found[f"{file.parent.name}/{one['_id']}"] = (one["text"], "")
    return found


@lru_cache(maxsize=4)
def _wikievents(folder: Path) -> _Known:
    lines = (folder / "dev.jsonl").read_text("utf-8").splitlines()
    return {one["doc_id"]: (one["text"], "") for one in map(json.loads, lines)}
