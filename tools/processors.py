"""Read a page as other processors would: `python tools/processors.py [NAME...] [--engine trained]`.

qemu's user mode (Debian's package qemu-user-static) runs this very Python as a processor that it is given by
name: Haswell has AVX2 but neither AVX-512 nor VNNI, Nehalem has no AVX at all. What such a processor lacks is
an illegal instruction there. Prints how each run ended, and how far the reading is that of this processor:
sums of 8-bit products saturate where there is no VNNI, so that what is nearly as likely as not may differ.
It takes minutes: every instruction is translated.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from onrecord.records import Reading
from onrecord.store import Store

PAGE = Path(__file__).parents[1] / "src" / "onrecord" / "show" / "demo" / "05-achin-wire.txt"
NAMES = ("Haswell", "Nehalem")
Found = frozenset[tuple[str, int, int]]


def main() -> None:
    """Print a line a processor."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", default=NAMES)
    parser.add_argument("--qemu", default="qemu-x86_64-static", help="the program, where it is not in PATH")
    parser.add_argument("--engine", default="trained")
    parser.add_argument("--page", type=Path, default=PAGE)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        here = read(Path(folder) / "here.db", asked.page, asked.engine)
        for name in asked.names:
            there = read(Path(folder) / f"{name}.db", asked.page, asked.engine, asked.qemu, "-cpu", name)
            print(f"{name}: claims {shared(here[0], there[0])}; mentions {shared(here[1], there[1])}")


def read(record: Path, page: Path, engine: str, *before: str) -> tuple[Found, Found]:
    """Read a page into a record, and give the places of its claims and mentions; say how it went."""
    asked = ["read", str(page), "--into", str(record), "--engine", engine]
    line = [*before, sys.executable, "-m", "onrecord", *asked]
    began = time.perf_counter()
    done = subprocess.run(line, capture_output=True, text=True, check=False)  # noqa: S603 - our own command line
    seconds = time.perf_counter() - began
    print(
        f"{' '.join(before) or 'as it comes'}: exit code {done.returncode} after {seconds:.0f} s", flush=True
    )
    if done.returncode:
        print(done.stderr.strip()[-500:])
        return frozenset(), frozenset()
    with Store(record) as store:
        return found_in([reading for t in store.texts() if (reading := store.chosen_reading(t.id))])


def found_in(readings: list[Reading]) -> tuple[Found, Found]:
    """Give kinds and places of claims and of mentions."""
    claims = frozenset(
        (f"{c.kind} {c.type}", c.evidence.start, c.evidence.end) for one in readings for c in one.claims
    )
    return claims, frozenset((str(m.kind), m.span.start, m.span.end) for r in readings for m in r.mentions)


def shared(one: Found, other: Found) -> str:
    """Say how many of both are the same."""
    return f"{len(one & other)} the same, {len(one - other)} only here, {len(other - one)} only there"


if __name__ == "__main__":
    main()
