"""Documents and tokens a second for each stage, and peak memory: `python bench/speed.py [--texts N]`.

Reads the development texts (Wikinews as CSV, MUC-4 as one text a file) where they stand beside the
checkout, else the packaged demo sources, as many times over as it takes. Absolute times are those of
one machine; compare stages with each other, and versions on one machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from onrecord.find.models.rules import RulesEngine
from onrecord.find.words.tokens import split_sentences
from onrecord.merge import Decided, Merged, merge_claims
from onrecord.merge.fact import Fact, Where
from onrecord.merge.facts import gather_facts
from onrecord.merge.origins import find_origins
from onrecord.pipeline import read_into
from onrecord.read import read_sources
from onrecord.records import Intake, Reading, Text
from onrecord.resolve import Resolution, Resolver
from onrecord.store import Store

DATA = Path(__file__).parents[2] / "shared" / "data"
DEMO = Path(__file__).parents[1] / "src" / "onrecord" / "show" / "demo"
AT = "2026-01-01T00:00:00+00:00"


def main() -> None:
    """Print one row a stage, then the whole command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--texts", type=int, default=1000)
    wanted = parser.parse_args().texts
    with tempfile.TemporaryDirectory() as folder:
        sources = _sources(Path(folder), wanted)
        _print_machine(wanted)
        texts = _measure_stages(Path(folder), sources)
        _measure_whole(Path(folder), sources, texts)


def _sources(folder: Path, wanted: int) -> list[str]:
    """Write the texts as files of their own, so that reading opens real files."""
    for number, (name, content) in enumerate(islice(_contents(), wanted)):
        (folder / f"{number:05d}-{name}.txt").write_text(content, "utf-8")
    return [str(path) for path in sorted(folder.glob("*.txt"))]


def _contents() -> Iterator[tuple[str, str]]:
    if not DATA.is_dir():
        print("no development data beside the checkout: the demo sources stand in for it")
        for path in sorted(DEMO.glob("*.txt")):
            yield path.stem, path.read_text("utf-8")
        return
    wikinews = [str(path) for path in sorted((DATA / "wikinews").glob("*.csv"))]
    for intake in read_sources(wikinews, at=AT):
        if isinstance(intake, Intake):
            yield from (("wikinews", f"{t.title}\n\n{t.content}") for t in intake.texts)
    for path in sorted((DATA / "muc4" / "dev").glob("dev-muc3-*")):
        for report in re.split(r"(?m)^(?=DEV-MUC3-\d+)", path.read_text("latin-1")):
            if report.strip():
                yield "muc4", report


def _print_machine(wanted: int) -> None:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    machine = f"{os.cpu_count()} cores, {memory:.0f} GiB, Python {platform.python_version()}"
    print(f"{machine}, up to {wanted} texts\n")
    print("| stage | documents/s | tokens/s | seconds |\n|---|---|---|---|")


@contextmanager
def _timed() -> Iterator[Callable[[], float]]:
    began = time.perf_counter()
    yield lambda: time.perf_counter() - began


def _row(stage: str, documents: int, tokens: int, seconds: float) -> None:
    print(f"| {stage} | {documents / seconds:,.0f} | {tokens / seconds:,.0f} | {seconds:.2f} |", flush=True)


def _measure_stages(folder: Path, sources: list[str]) -> tuple[int, int]:
    """Time each stage alone, with what it needs already in memory; give the numbers of texts and tokens."""
    with _timed() as clock:
        intakes = [i for i in read_sources(sources, at=AT) if isinstance(i, Intake)]
        seconds = clock()
    texts = [text for intake in intakes for text in intake.texts]
    size = (len(texts), sum(len(sentence.tokens) for text in texts for sentence in split_sentences(text)))
    _row("read", *size, seconds)
    resolver = Resolver()
    engine = RulesEngine(resolver.names)
    with _timed() as clock:
        readings = [engine.read(text) for text in texts]
        _row("find", *size, clock())
    with _timed() as clock:
        found = [resolver.resolve(text, reading) for text, reading in zip(texts, readings, strict=True)]
        _row("resolve", *size, clock())
    with _timed() as clock:
        merged = _merge(texts, readings, found, resolver)
        _row("merge", *size, clock())
    with _timed() as clock:
        _store(folder / "stages.db", intakes, readings, found, merged)
        _row("store", *size, clock())
    return size


def _merge(texts: list[Text], readings: list[Reading], found: list[Resolution], resolver: Resolver) -> Merged:
    origins = find_origins((text.id, "", text.content) for text in texts)
    facts: list[Fact] = []
    for text, reading, one in zip(texts, readings, found, strict=True):
        located = resolver.located(text, reading, one.links)
        wheres = {mention: Where(*place) for mention, place in located.items()}
        facts += gather_facts(reading, one.links, one.moments, wheres, text=text, origin=origins[text.id])
    return merge_claims(facts, Decided())


def _store(
    record: Path, intakes: list[Intake], readings: list[Reading], found: list[Resolution], merged: Merged
) -> None:
    with Store(record, create=True) as store:
        for intake in intakes:
            store.add_intake(intake)
        for reading, one in zip(readings, found, strict=True):
            store.add_reading(reading)
            store.save_entries(one.actors, one.places)
            store.save_links(reading.text_id, "bench", one.links, one.moments)
        store.replace_merged(merged.events, merged.relations, merged.presences)


def _measure_whole(folder: Path, sources: list[str], texts: tuple[int, int]) -> None:
    with _timed() as clock:
        summary = read_into(folder / "bench.db", sources, at=AT)
        _row("the whole command", *texts, clock())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = (folder / "bench.db").stat().st_size / 2**20
    print(
        f"\n{summary.claims:,} claims, {summary.events:,} events, {len(summary.failures)} failures;", end=" "
    )
    print(f"peak memory {peak:,.0f} MiB, record {size:,.1f} MiB")
    sys.exit(bool(summary.failures))


if __name__ == "__main__":
    main()
