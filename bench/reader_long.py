"""One very long text, read whole: `python bench/reader_long.py [--length N] [--engine NAME] [--parts ...]`.

The development texts joined, over and over where they are too few (without them, the demo sources).
`growth`: three lengths, each twice the one before: time and memory must grow no faster than the text.
`library`: the whole length through the engine in a process of its own, and what of it the graph was given.
`command`: the same through `onrecord read`, with the record that comes of it.
Peaks are those of the whole process; seconds go by the clock.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from reader_child import ENGINES, run
from reader_parts import joined_to
from reader_table import told_of_long
from speed import _contents

from onrecord.store import Store

__all__ = ["growth_row", "tenths"]

CORES = 2
GROWTH = (200_000, 400_000, 800_000)
PARTS = ("growth", "library", "command")
HEAD = "| characters | seconds | characters/s | peak MiB | claims |\n|---:|---:|---:|---:|---:|"


def main() -> None:
    """Print what was asked for, part by part."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--length", type=int, default=10_000_000, help="characters of the long text")
    parser.add_argument("--engine", default="both", choices=ENGINES)
    parser.add_argument("--parts", nargs="+", default=PARTS, choices=PARTS)
    asked = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    contents = [content for _, content in _contents()]
    print(f"load before the run {os.getloadavg()[0]:.2f}; engine {asked.engine}")
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        if "growth" in asked.parts:
            _print_growth(root, contents, asked.engine)
        source = root / "long.txt"
        source.write_text(joined_to(contents, asked.length), "utf-8")
        print(f"\none text of {source.stat().st_size / 1e6:.2f} MB")
        if "library" in asked.parts:
            figures = run("long", source, asked.engine)
            print(f"library: {figures if isinstance(figures, str) else told_of_long(figures)}", flush=True)
        if "command" in asked.parts:
            print(f"command: {_command(root, source, asked.engine)}", flush=True)


def _print_growth(root: Path, contents: list[str], engine: str) -> None:
    print(f"\n{HEAD}")
    for length in GROWTH:
        source = root / f"{length}.txt"
        source.write_text(joined_to(contents, length), "utf-8")
        figures = run("long", source, engine)
        print(figures if isinstance(figures, str) else growth_row(figures), flush=True)


def growth_row(figures: Mapping[str, float]) -> str:
    """Give a row of the table of lengths."""
    speed = figures["characters"] / figures["seconds"]
    cells = (figures["characters"], figures["seconds"], speed, figures["peak"], figures["claims"])
    return f"| {' | '.join(f'{cell:,.0f}' for cell in cells)} |"


def _command(root: Path, source: Path, engine: str) -> str:
    """Run the command and say what it took, and what stands in the record."""
    record = root / "long.db"
    asked = ["read", str(source), "--into", str(record), "--engine", engine]
    line = [sys.executable, "-m", "onrecord", *asked]
    began = time.perf_counter()
    with subprocess.Popen(line, stdout=subprocess.PIPE, text=True) as process:
        said = process.stdout.read().strip() if process.stdout else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    took = f"{time.perf_counter() - began:,.0f} s, peak {usage.ru_maxrss / 1024:,.0f} MiB"
    return f"exit code {process.returncode}, {took}; {_recorded(record)}\n{said}"


def _recorded(record: Path) -> str:
    with Store(record) as store:
        text = next(store.texts())
        reading = store.chosen_reading(text.id)
    ends = [claim.evidence.end for claim in reading.claims] if reading else []
    return (
        f"{len(ends):,} claims, the last ends at character {max(ends, default=0):,} of {len(text.content):,};"
        f" claims by tenths of the text: {', '.join(map(str, tenths(ends, len(text.content))))};"
        f" record {record.stat().st_size / 1e6:,.0f} MB"
    )


def tenths(ends: list[int], length: int) -> list[int]:
    """Count how many of the places before `length` lie in each tenth of it."""
    counts = Counter(min(9, 10 * end // length) for end in ends)
    return [counts[tenth] for tenth in range(10)]


if __name__ == "__main__":
    main()
