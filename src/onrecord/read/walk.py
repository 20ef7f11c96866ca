"""Paths -> files and their bytes, within bounds: sorted, no hidden files, no link out of the folder."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import ReadError
from onrecord.read.limits import Limits
from onrecord.records import Failure, hash_id

__all__ = ["failure", "files_under", "printable", "read_file", "read_stream"]


def failure(where: str, what: str, advice: str) -> Failure:
    """Give the row that says what was not read, and why."""
    return Failure(hash_id("fai", "read", where, what), "read", where, what, advice)


def printable(path: str | Path) -> str:
    """Give a path as text that can be stored; bytes of it that are no UTF-8 are written in hex."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def files_under(source: str) -> Iterator[Path | Failure]:
    """Give the file, or the files of the folder by name; a Failure for what there is but is not read."""
    path = Path(source)
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError) as error:
        yield failure(repr(source)[:300], f"it is no path: {error}", "check the name")
        return
    if not is_folder:
        yield path
        return
    empty = True
    for found in _walk(path):
        empty = False
        yield found
    if empty:
        yield failure(
            printable(path), "no file to read in this folder (hidden files are skipped)", "name a file"
        )


def read_file(path: Path, limits: Limits) -> bytes:
    """Give the bytes of a regular file; its size is asked before a byte is read."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise ReadError("it is neither a file nor a folder")
        if about.st_size > limits.max_bytes:
            raise ReadError(f"it has {about.st_size:,} bytes, and the limit is {limits.max_bytes:,}")
        with path.open("rb") as file:
            return read_stream(file, limits)
    except FileNotFoundError as error:
        raise ReadError("there is no such file or folder") from error
    except (OSError, ValueError) as error:
        raise ReadError(f"it cannot be opened: {getattr(error, 'strerror', None) or error}") from error


def read_stream(stream: BinaryIO, limits: Limits) -> bytes:
    """Give all bytes of a stream, or raise once there are more than the limit."""
    try:
        raw = stream.read(limits.max_bytes + 1)
    except (OSError, ValueError) as error:
        raise ReadError(f"it cannot be read: {error}") from error
    if len(raw) > limits.max_bytes:
        raise ReadError(f"it has more than {limits.max_bytes:,} bytes, which is the limit")
    return raw


def _walk(folder: Path) -> Iterator[Path | Failure]:
    troubles: list[OSError] = []
    root = folder.resolve()
    for where, folders, files in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*files, *(name for name in folders if (Path(where) / name).is_symlink())]):
            if not name.startswith("."):
                yield from _entry(Path(where) / name, root)
    for error in troubles:
        yield failure(
            printable(error.filename or folder), f"it cannot be listed: {error.strerror}", "check its rights"
        )


def _entry(path: Path, root: Path) -> Iterator[Path | Failure]:
    if path.is_symlink():
        target = path.resolve()
        if not target.is_relative_to(root):
            yield failure(
                printable(path), "a link that leads out of the folder", "name its target as a source"
            )
            return
        if target.is_dir():
            return  # the folder itself is walked under its own name
    yield path
