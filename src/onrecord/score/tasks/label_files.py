"""The files of benchmarks that label texts: tab-separated, quoted like CSV, UTF-8."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from onrecord.answers import Question, Stretch
from onrecord.errors import InputError
from onrecord.score.task import Item

__all__ = ["read_classed", "read_flagged", "read_marked"]

Places = Mapping[str, str]
"""Where a label stands (a column's number, or the value that stands for it) -> label."""


class Reader(Protocol):
    """What the csv module's readers promise."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]:
        """Give the rows."""


COLUMNS = ("marked_sentence", "gold_root")
LONGEST = 1 << 30
"""Code points of a cell: the csv module's own limit is shorter than some documents."""
MARK = re.compile(r"</?([st])>")


def read_flagged(task: str, places: Places, path: Path) -> Iterator[Item]:
    """Read rows of a text and a 0 or 1 for each label; gold is the set of labels that hold."""
    for where, row in _rows(path):
        flags = row[1:]
        if len(flags) != len(places) or set(flags) - {"0", "1"}:
            raise InputError(f"{where}: not a text and {len(places)} columns of 0 or 1, as {task} has them")
        labels = (places[str(place)] for place, flag in enumerate(flags, 1) if flag == "1")
        yield Item(where, Question(task, row[0]), frozenset(labels))


def read_classed(task: str, places: Places, path: Path) -> Iterator[Item]:
    """Read rows of a text and the one value that stands for its label."""
    for where, row in _rows(path):
        if len(row) != 2 or row[1] not in places:  # noqa: PLR2004 - text and class
            raise InputError(f"{where}: not a text and one of {', '.join(places)}, as {task} has them")
        yield Item(where, Question(task, row[0]), frozenset({places[row[1]]}))


def read_marked(task: str, places: Places, path: Path) -> Iterator[Item]:
    """Read rows under a header with a sentence in which <s> and <t> mark who does it and to whom.

    Cells are taken as they stand: a word such as "None" is a word.
    """
    header: dict[str, int] = {}
    for where, row in _rows(path):
        if where.endswith(":1"):
            header = {name: at for at, name in enumerate(row)}
            if missing := [name for name in COLUMNS if name not in header]:
                raise InputError(f"{where}: no column {' or '.join(missing)}, as {task} has them")
            continue
        if len(row) != len(header) or row[header["gold_root"]] not in places:
            raise InputError(f"{where}: not {len(header)} columns with a gold_root that {task} knows")
        label = places[row[header["gold_root"]]]
        yield Item(where, _marked(task, row[header["marked_sentence"]], where), frozenset({label}))


def _marked(task: str, marked: str, where: str) -> Question:
    """Take the marks out and keep where they stood."""
    text, ends, last = "", {}, 0
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        ends[mark[0]] = len(text)
        last = mark.end()
    text += marked[last:]
    return Question(task, text, source=_stretch(ends, "s", where), target=_stretch(ends, "t", where))


def _stretch(ends: Mapping[str, int], name: str, where: str) -> Stretch | None:
    opened, closed = f"<{name}>" in ends, f"</{name}>" in ends
    if opened != closed or (opened and ends[f"<{name}>"] > ends[f"</{name}>"]):
        raise InputError(f"{where}: <{name}> and </{name}> do not enclose words")
    return Stretch(ends[f"<{name}>"], ends[f"</{name}>"]) if opened else None


def _rows(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Give each row of a file, or of every .tsv of a folder, with its file and line."""
    csv.field_size_limit(LONGEST)
    for file in _files(path):
        try:
            with file.open(encoding="utf-8", newline="") as lines:
                yield from _numbered(file, csv.reader(lines, delimiter="\t"))
        except (UnicodeDecodeError, csv.Error) as error:
            raise InputError(f"{file}: not tab-separated UTF-8 text: {error}") from error


def _numbered(file: Path, reader: Reader) -> Iterator[tuple[str, list[str]]]:
    start = 1
    for row in reader:
        if row:
            yield f"{file}:{start}", row
        start = reader.line_num + 1


def _files(path: Path) -> list[Path]:
    found = sorted(path.glob("*.tsv")) if path.is_dir() else [path]
    if not found or not found[0].is_file():
        raise InputError(f"{path}: no such file, and no folder with .tsv files")
    return found
