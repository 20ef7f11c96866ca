"""Reads the original texts of MUC-4 beside their answer keys."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from onrecord.answers import Question
from onrecord.errors import InputError
from onrecord.score.task import Item
from onrecord.score.tasks.muc_keys import Sheet, iso_day, read_keys
from onrecord.score.tasks.muc_sheets import key_sheet

__all__ = ["read_messages"]

_HEAD = re.compile(r"(?m)^((?:DEV|TST\d)-MUC[34]-\d{4})\b.*$")
_TEXTS = re.compile(r"[a-z]+\d?-muc[34](-\d{4}-\d{4})?")  # "tst4-muc4.mixed-case" is the same text again
_DATELINE = 200  # code points within which the day of the dateline stands


def read_messages(path: Path, task: str) -> Iterator[Item]:
    """Give the messages that texts and keys below a folder share; `gold` is tuple[Sheet, ...].

    A folder with folders named tst* stands for these alone, the training part is read by its own name.
    The text is as it stands, dateline and all. Raises InputError where texts or keys are missing.
    """
    folders = sorted(folder for folder in path.glob("tst*") if folder.is_dir()) or [path]
    files = [file for folder in folders for file in sorted(folder.rglob("*")) if file.is_file()]
    sheets = _sheets([file for file in files if file.name.startswith("key-")])
    texts = [file for file in files if _TEXTS.fullmatch(file.name)]
    if not sheets or not texts:
        raise InputError(
            f"no MUC-4 texts with keys in {path}; give a folder with files such as tst1-muc3 and key-tst1.v7"
        )
    for file in texts:
        for name, text in _messages(file):
            if name in sheets:
                yield Item(name, Question(task, text, day=iso_day(text[:_DATELINE])), tuple(sheets[name]))


def _sheets(files: list[Path]) -> dict[str, list[Sheet]]:
    found: dict[str, list[Sheet]] = defaultdict(list)
    for file in files:
        for message, optional, slots in read_keys(_read(file)):
            sheets = found[message]
            if slots.get(4, ["*"])[0] not in ("*", ""):
                sheets.append(key_sheet(slots, optional=optional))
    return found


def _messages(file: Path) -> Iterator[tuple[str, str]]:
    _, *parts = _HEAD.split(_read(file))
    for name, text in zip(parts[::2], parts[1::2], strict=True):
        yield name, text.strip("\n ")


def _read(file: Path) -> str:
    return file.read_text("utf-8", errors="replace")
