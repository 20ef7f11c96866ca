"""Sources -> Intakes and Failures: files, folders, addresses, standard input."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from onrecord.errors import ReadError
from onrecord.read.assemble import assemble
from onrecord.read.dates import from_address
from onrecord.read.fetch import fetch, is_address
from onrecord.read.formats import Format, format_of
from onrecord.read.limits import Limits
from onrecord.read.parts import Item, Parsed
from onrecord.read.reach import without_login
from onrecord.read.walk import failure, files_under, printable, read_file, read_stream
from onrecord.records import Failure, Fetch, Intake, RawBytes

__all__ = ["read_sources"]

STANDARD_INPUT = "-"
TEXT_ADVICE = "give plain text, HTML, PDF, JSONL, JSON or CSV with a text column"
ADVICE = "check the source; other sources are read all the same"


@dataclass(frozen=True, slots=True)
class _Reading:
    """What holds for one run: the time that fetches are marked with, the bounds, the input stream."""

    at: str
    limits: Limits
    stdin: BinaryIO | None


def read_sources(
    sources: Iterable[str], *, at: str, limits: Limits | None = None, stdin: BinaryIO | None = None
) -> Iterator[Intake | Failure]:
    """Give an Intake for each source that could be read and a Failure for each that could not.

    A source is a file, a folder, an http or https address, or "-". A bad source never raises and
    never keeps the others from being read. `at` is the time that is noted; the clock is not asked.
    """
    run = _Reading(at, limits or Limits(), stdin)
    for source in sources:
        if is_address(source):
            yield from _read_address(source, run)
        elif source == STANDARD_INPUT:
            yield from _read_stdin(run)
        else:
            yield from _read_path(source, run)


def _read_path(source: str, run: _Reading) -> Iterator[Intake | Failure]:
    for found in files_under(source):
        if isinstance(found, Failure):
            yield found
            continue
        try:
            raw = read_file(found, run.limits)
        except ReadError as error:
            yield failure(printable(found), str(error), ADVICE)
        else:
            yield from _read_bytes(raw, printable(found), run)


def _read_stdin(run: _Reading) -> Iterator[Intake | Failure]:
    try:
        raw = read_stream(run.stdin or sys.stdin.buffer, run.limits)
    except ReadError as error:
        yield failure(STANDARD_INPUT, str(error), ADVICE)
    else:
        yield from _read_bytes(raw, STANDARD_INPUT, run)


def _read_address(source: str, run: _Reading) -> Iterator[Intake | Failure]:
    try:
        raw = fetch(source, run.limits)
    except ReadError as error:
        yield failure(
            without_login(source),
            str(error),
            "check the address and the network, or save the page and read the file",
        )
    else:
        yield from _read_bytes(raw, source, run)


def _read_bytes(raw: bytes, location: str, run: _Reading) -> Iterator[Intake | Failure]:
    if not raw.strip():
        yield failure(location, "it is empty", "give a source with text")
        return
    try:
        form = format_of(raw, location)
        parsed = form.parse(raw, run.limits)
    except ReadError as error:
        yield failure(location, str(error), TEXT_ADVICE)
        return
    failures = tuple(
        failure(f"{location} {bad.where}".strip(), bad.what, bad.advice) for bad in parsed.troubles
    )
    if parsed.items:
        yield _intake(raw, form, parsed, (location, run.at), failures)
    else:
        yield from failures or (failure(location, "it holds no text", TEXT_ADVICE),)


def _intake(
    raw: bytes, form: Format, parsed: Parsed, came: tuple[str, str], failures: tuple[Failure, ...]
) -> Intake:
    sha256 = hashlib.sha256(raw).hexdigest()
    location, at = came
    items = tuple(_addressed(item, location) for item in parsed.items)
    documents, texts = assemble(items, sha256, form.reader)
    return Intake(
        RawBytes(sha256, form.media_type, raw),
        Fetch(location, sha256, form.media_type, at),
        documents,
        texts,
        failures,
    )


def _addressed(item: Item, location: str) -> Item:
    """Give an item of a fetched page its address, and the article that names no day the day in it."""
    if not is_address(location):
        return item
    published = item.published or (from_address(location) if item.part == 0 else None)
    return replace(item, url=item.url or location, published=published)
