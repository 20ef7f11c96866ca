"""Score engines on the benchmarks that have a development part: `python bench/benchmarks.py [TASK ...]`.

Runs what `onrecord score` runs, each engine opened once, and prints a Markdown table: F1 in per cent with
its 95 % interval over documents, beside what simple baselines reach (baselines.csv). `--json FILE` writes
each report whole, with the hash of its data. Sets without a development part: bench/crossval.py.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic
from typing import Any

from fixed_parts import DATA, PARTS, Baseline, Part, baselines, open_engines

from onrecord.answers import Answerer
from onrecord.errors import OnrecordError
from onrecord.score.registry import find_task
from onrecord.score.running import report_on

ENGINES = ("rules", "trained", "both")
Line = dict[str, Any]


def main() -> None:
    """Print the table, and write the reports where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=", ".join(part.task for part in PARTS))
    parser.add_argument("--engines", nargs="+", default=ENGINES)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--limit", type=int, help="at most so many documents of each task")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    chosen = [part for part in PARTS if not asked.tasks or part.task in asked.tasks]
    engines = open_engines(tuple(asked.engines), told)
    lines = list(run(chosen, engines, asked.data, asked.limit))
    print(*table(lines, tuple(engines)), sep="\n")
    if asked.json:
        asked.json.write_text(json.dumps(lines, indent=1) + "\n", "utf-8")


def told(line: str) -> None:
    """Say on the error stream what is left out and why."""
    print(line, file=sys.stderr, flush=True)


def run(
    parts: Sequence[Part], engines: dict[str, Answerer], data: Path, limit: int | None = None
) -> Iterator[Line]:
    """Give a report for each task and engine; what cannot be run is said and left out."""
    for part in parts:
        for name, engine in engines.items():
            began = monotonic()
            try:
                report = report_on(find_task(part.task), list(part.tallies(data, engine, limit)))
            except OnrecordError as error:
                told(f"left out: {part.task} with {name}: {error}")
                continue
            seconds = round(monotonic() - began, 1)
            told(f"{part.task} with {name}: {seconds} s")
            yield {"engine": name, **report.line(), "data": part.digest(data), "seconds": seconds}


def table(lines: Sequence[Line], engines: Sequence[str]) -> Iterator[str]:
    """Give the rows of a Markdown table: a task a row, its baselines in one cell, an engine a column."""
    simple = baselines()
    by_task: dict[str, dict[str, Line]] = {}
    for line in lines:
        by_task.setdefault(line["task"], {})[line["engine"]] = line
    yield f"| task | texts | baselines | {' | '.join(engines)} |"
    yield f"|---|---|---|{'---|' * len(engines)}"
    for task, found in by_task.items():
        texts = max(line["n"] for line in found.values())
        beside = "; ".join(map(_beside, simple.get(task, ())))
        yield f"| {task} | {texts:,} | {beside} | {' | '.join(_cell(found.get(e)) for e in engines)} |"


def _beside(one: Baseline) -> str:
    return f"{one.name} {one.f1:.1f}" + (f" ({one.interval})" if one.interval else "")


def _cell(line: Line | None) -> str:
    if line is None:
        return ""
    return f"{100 * line['f1']:.1f} ({100 * line['low']:.1f} to {100 * line['high']:.1f})"


if __name__ == "__main__":
    main()
