"""What resolving costs: `python bench/resolve_speed.py [--texts FILE.csv] [--limit N]`.

Prints, as ratios where a machine's speed would count: resolving against reading and finding over the same
pages (rules; texts are the column `text` of a CSV file, or the packaged demo's), the building of the
gazetteer (seconds, peak memory of its own process), a look-up of a name not asked before, and hostile texts
with the size they grow by.
"""

from __future__ import annotations

import argparse
import csv
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path

from onrecord.answers import Question
from onrecord.errors import InputError
from onrecord.find.answering.reading import as_text
from onrecord.find.models.rules import RulesEngine
from onrecord.read import read_sources
from onrecord.records import Failure, Intake, Mention, MentionKind, Reading, Span, Text, mention_id
from onrecord.resolve.geonames import cities
from onrecord.resolve.place_scan import names_in
from onrecord.resolve.places import link_places
from onrecord.resolve.resolver import Resolver

MIB = 1024
AT = "2020-01-01T00:00:00Z"
PAGE = "<!doctype html><html><head><title>A page</title></head><body><article>{}</article></body></html>"
LOOKUPS = 20_000
BIG = 10_000_000
LONG_NAME = 100_000
PLANES = range(32, 0x11000)
SURROGATES = range(0xD800, 0xE000)


def main() -> None:
    """Print one line a measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--limit", type=int, default=100)
    parser.add_argument("--only", choices=("share", "build", "lookup", "hostile"))
    asked = parser.parse_args()
    parts: dict[str, Callable[[], Iterable[str]]] = {
        "build": built,
        "lookup": looked_up,
        "share": lambda: share(asked.texts, asked.limit),
        "hostile": hostile,
    }
    for name, part in parts.items():
        if asked.only in {None, name}:
            for line in part():
                print(f"{name}: {line}", flush=True)


def built() -> Iterator[str]:
    """Build the gazetteer in a process of its own, into an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.monotonic()
        code = "from onrecord.resolve.gazetteer import Gazetteer; Gazetteer.shipped()"
        subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, "ONRECORD_CACHE": folder})
        took = time.monotonic() - began
        size = sum(file.stat().st_size for file in Path(folder).iterdir()) / MIB / MIB
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MIB
    yield f"{took:.1f} s, peak {peak:.0f} MiB, {size:.0f} MiB on disk"


def looked_up() -> Iterator[str]:
    """Ask names of settlements that were not asked before."""
    gazetteer = Resolver().gazetteer
    names = list(dict.fromkeys(city.name for city in cities()))[:: max(1, 200_000 // LOOKUPS)]
    took = sorted(_timed(lambda name=name: gazetteer.bearers(name)) for name in names)  # type: ignore[misc]
    worst, median = took[-1], took[len(took) // 2]
    high = took[len(took) * 999 // 1000]
    yield f"{len(names):,} names: median {median * 1e6:.0f} us, 99.9 % {high * 1e6:.0f} us"
    yield f"slowest {worst * 1e3:.2f} ms"


def share(path: Path | None, limit: int) -> Iterator[str]:
    """Give what resolving adds to reading and finding, in per cent of both; texts are read as web pages."""
    resolver = Resolver()
    engine = RulesEngine(resolver.names)
    with tempfile.TemporaryDirectory() as folder:
        for number, words in enumerate(_texts(path)[:limit]):
            paragraphs = "".join(f"<p>{escape(one)}</p>" for one in words.split("\n") if one.strip())
            Path(folder, f"{number:05}.html").write_text(PAGE.format(paragraphs), "utf-8")
        began = time.perf_counter()
        texts = [text for intake in read_sources([folder], at=AT) for text in _read(intake)]
    read = time.perf_counter()
    readings = [engine.read(text) for text in texts]
    found = time.perf_counter()
    for text, reading in zip(texts, readings, strict=True):
        resolver.resolve(text, reading)
    resolving, before = time.perf_counter() - found, found - began
    words_read = sum(len(text.content.split()) for text in texts)
    yield (
        f"{len(texts)} pages, {words_read:,} words: reading {read - began:.1f} s,"
        f" finding {found - read:.1f} s, resolving {resolving:.1f} s,"
        f" {100 * resolving / before:.0f} % of both,"
        f" {100 * resolving / (found - read):.0f} % of finding"
    )


def _read(intake: Intake | Failure) -> Iterator[Text]:
    if isinstance(intake, Failure):
        raise InputError(f"a page of the benchmark was not read: {intake}")
    yield from intake.texts


def _texts(path: Path | None) -> list[str]:
    if path is None:
        demo = Path(__file__).parents[1] / "src/onrecord/show/demo"
        return [file.read_text("utf-8") for file in sorted(demo.rglob("*.txt"))]
    with path.open(encoding="utf-8", newline="") as lines:
        return [row["text"] for row in csv.DictReader(lines) if row["text"]]


def hostile() -> Iterator[str]:
    """Resolve texts made to be slow: many names, one endless name, every script."""
    resolver = Resolver()
    names = [city.name for city in cities()][::7]
    for size in (BIG // 10, BIG):
        text = _text(_repeated(names, size))
        took = _timed(lambda text=text: link_places(text, _marked(text), resolver.gazetteer))  # type: ignore[misc]
        yield f"{len(text.content):,} characters of place names: linked in {took:.1f} s"
        took = _timed(lambda text=text: list(names_in(text, _empty(text), resolver.gazetteer)))  # type: ignore[misc]
        yield f"{len(text.content):,} characters of place names: scanned in {took:.1f} s"
    crowd = _text("the group, police, Boko Haram, ELN, Athens, " * (BIG // 440))
    took = _timed(lambda: resolver.resolve(crowd, _marked(crowd, MentionKind.ACTOR)))
    yield f"{len(crowd.content):,} characters of actors' names and descriptions: {took:.1f} s"
    long = _text("X" + "y" * LONG_NAME)
    took = _timed(lambda: resolver.resolve(long, _marked(long)))
    yield f"a name of {LONG_NAME:,} characters: {took * 1e3:.1f} ms"
    scripts = _text(" ".join(chr(at) * 3 for at in PLANES if at not in SURROGATES))
    took = _timed(lambda: resolver.resolve(scripts, _marked(scripts)))
    yield f"every letter of Unicode's first planes, {len(scripts.content):,} characters: {took:.1f} s"
    yield f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB:.0f} MiB"


def _text(words: str) -> Text:
    return as_text(Question("", words))


def _repeated(names: list[str], size: int) -> str:
    once = ", ".join(names) + ", "
    return (once * (size // len(once) + 1))[:size]


def _empty(text: Text) -> Reading:
    return Reading(text.id, "bench", (), ())


def _marked(text: Text, kind: MentionKind = MentionKind.PLACE) -> Reading:
    """Mark every stretch between commas or blanks as a mention of a kind."""
    mentions, start = [], 0
    for part in text.content.split(", " if ", " in text.content else " "):
        span = Span(text.id, start, start + len(part), part)
        if part:
            mentions.append(Mention(mention_id(kind, span), kind, span, part))
        start += len(part) + (2 if ", " in text.content else 1)
    return Reading(text.id, "bench", tuple(mentions), ())


def _timed(step: Callable[[], object]) -> float:
    began = time.perf_counter()
    step()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
