"""Reads the jsonl form of MUC-4: a document a line, with its text in lower case and its templates."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from onrecord.answers import Question
from onrecord.errors import InputError
from onrecord.score.task import Item
from onrecord.score.tasks.muc_forms import ROLES, Filler, Template

__all__ = ["read_jsonl"]

_FOLDER_PART = "*dev*.jsonl"  # of a folder the development part is read, the training part only by name


def read_jsonl(path: Path, task: str) -> Iterator[Item]:
    """Give the documents of a file, or of the development files of a folder; `gold` is tuple[Template, ...].

    Raises InputError where nothing is there or a line is not of this form.
    """
    for file in _files(path):
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _item(line, f"{file}:{number}", task)


def _files(path: Path) -> list[Path]:
    files = [path] if path.is_file() else sorted(path.rglob(_FOLDER_PART))
    if not files:
        raise InputError(f"no {_FOLDER_PART} in {path}; give a MUC-4 jsonl file or a folder that holds one")
    return files


def _item(line: str, where: str, task: str) -> Item:
    try:
        document = json.loads(line)
        templates = dict.fromkeys(_template(raw) for raw in document["templates"])
        return Item(document["docid"], Question(task, document["doctext"]), tuple(templates))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise InputError(
            f"{where}: not a MUC-4 document ({error!r}); a line needs docid, doctext and templates with "
            f"incident_type and {', '.join(ROLES)}"
        ) from error


def _template(raw: Mapping[str, Any]) -> Template:
    return Template(raw["incident_type"], tuple(_fillers(raw[role]) for role in ROLES))


def _fillers(raw: list[list[tuple[str, int]]]) -> tuple[Filler, ...]:
    fillers = (tuple(str(mention[0]) for mention in filler) for filler in raw)
    return tuple(filler for filler in fillers if filler)
