"""The files of re3d (dstl/re3d): folders of documents, entities and relations, a JSON object a line.

`confidence` is the probability, from several coders, that a row is right: a row below 0.5 is more likely
wrong than right and is left out. 876 of 3,399 entities have 0: proposals that nobody confirmed.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.answers import Name, Related, Stretch
from onrecord.errors import InputError

__all__ = ["SURE", "Coded", "read_re3d"]

SURE = 0.5
_FILES = ("documents.jsonl", "entities.jsonl", "relations.jsonl")
Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Coded:
    """A document with its names (as coded: nested ones too) and relations, surer ones only."""

    id: str
    text: str
    names: tuple[Name, ...]
    relations: tuple[Related, ...]


def read_re3d(path: Path) -> Iterator[Coded]:
    """Give the documents of a folder of sources, or of one source's folder, in the order of their names.

    Raises InputError where a file is missing or a row has not the form of re3d.
    """
    folders = (
        [path] if (path / _FILES[0]).is_file() else sorted(f.parent for f in path.glob(f"*/{_FILES[0]}"))
    )
    if not folders:
        raise InputError(f"no {_FILES[0]} in {path} or a folder below it: name the folder of re3d's sources")
    for folder in folders:
        try:
            yield from _source(folder)
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(f"{folder}: not in the form of re3d's files ({error!r})") from error


def _source(folder: Path) -> Iterator[Coded]:
    documents, entities, relations = (_rows(folder / name) for name in _FILES)
    named, related = _by_document(entities), _by_document(relations)
    for row in documents:
        where, text = str(row["_id"]), str(row["text"])
        ties = tuple(dict.fromkeys(_related(r, text) for r in related[where] if _confidence(r) >= SURE))
        names = _names(named[where], {end for tie in ties for end in (tie.subject, tie.object)}, text)
        yield Coded(where, text, names, ties)


def _rows(path: Path) -> list[Row]:
    if not path.is_file():
        raise InputError(f"{path} is missing: re3d has {', '.join(_FILES)} in each source's folder")
    return [json.loads(line) for line in path.read_text("utf-8-sig").splitlines() if line]


def _by_document(rows: list[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[str(row["documentId"])].append(row)
    return found


def _confidence(row: Row) -> float:
    return float(str(row["confidence"]))


def _names(rows: list[Row], ends: set[Stretch], text: str) -> tuple[Name, ...]:
    """Give one name for each stretch, the surest; unsure ones only where a sure relation ends in them."""
    best: dict[Stretch, Name] = {}
    for row in sorted(rows, key=_confidence):
        at = _stretch(row, ("begin", "end"), text)
        if at.start < at.end and (_confidence(row) >= SURE or at in ends):
            best[at] = Name(at, str(row["type"]), _confidence(row))
    return tuple(best[at] for at in sorted(best))


def _related(row: Row, text: str) -> Related:
    source = _stretch(row, ("sourceBegin", "sourceEnd"), text)
    return Related(str(row["type"]), source, _stretch(row, ("targetBegin", "targetEnd"), text))


def _stretch(row: Row, ends: tuple[str, str], text: str) -> Stretch:
    """Give a stretch without the blanks at its edges, which a handful of rows have."""
    start, end = (int(str(row[name])) for name in ends)
    words = text[start:end]
    return Stretch(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))
