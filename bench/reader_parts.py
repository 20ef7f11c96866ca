"""What reader_speed.py measures beside speed: other processors, the start, and a very long text."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from itertools import cycle
from pathlib import Path
from statistics import median

import numpy as np
from reader_child import ENGINES, NOTHING, run
from reader_table import agreement, told_of_long

__all__ = ["joined_to", "print_agreement", "print_long", "print_start"]

PAGE = Path(__file__).parent / "gold" / "pages" / "myanmar-page.txt"
COMPARED = 50


def print_agreement(root: Path, texts: list[Path], environments: Mapping[str, Mapping[str, str]]) -> None:
    """Print how far the graph's decisions agree with those made here, for each environment by its label."""
    few = root / "few"
    few.mkdir()
    for path in texts[:: max(1, len(texts) // COMPARED)]:
        (few / path.name).symlink_to(path)
    for label, environment in environments.items():
        print(f"tags that agree with this processor's, {label}: {_agreement(root, few, environment)}")


def _agreement(root: Path, few: Path, environment: Mapping[str, str]) -> str:
    for out, env in (("here.npy", NOTHING), ("there.npy", environment)):
        figures = run("outputs", few, root / out, environment=env)
        if isinstance(figures, str):
            return figures
    return f"{agreement(np.load(root / 'here.npy'), np.load(root / 'there.npy')):.4f}"


def print_start(root: Path) -> None:
    """Print the seconds of the whole command on one page: the middle of three, after one to warm up."""
    for name in ENGINES:
        seconds = [_seconds_of_command(name, root / f"{name}{turn}.db") for turn in range(4)]
        print(f"`onrecord read` of one page, {name}: {median(seconds[1:]):.2f} s", flush=True)


def _seconds_of_command(engine: str, record: Path) -> float:
    line = [sys.executable, "-m", "onrecord", "read", str(PAGE), "--into", str(record), "--engine", engine]
    began = time.perf_counter()
    subprocess.run(line, capture_output=True, check=True)
    return time.perf_counter() - began


def print_long(root: Path, contents: Iterable[str], length: int, engines: Iterable[str]) -> None:
    """Print time, memory and coverage of one text of so many characters."""
    source = root / "long.txt"
    source.write_text(joined_to(contents, length), "utf-8")
    print(f"one text of {source.stat().st_size / 1e6:.2f} MB")
    for name in engines:
        figures = run("long", source, name)
        print(f"{name}: {figures if isinstance(figures, str) else told_of_long(figures)}", flush=True)


def joined_to(contents: Iterable[str], length: int) -> str:
    """Join texts, over and over where they are too few, into one of exactly `length` characters."""
    parts: list[str] = []
    held = 0
    for content in cycle(contents):
        parts.append(content + "\n\n")
        held += len(parts[-1])
        if held >= length:
            break
    return "".join(parts)[:length]
