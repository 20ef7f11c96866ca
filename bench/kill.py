"""Kill `onrecord read` again and again, and count documents lost: `python bench/kill.py --kills 100`.

Each round starts the command on the same folder, ends it with SIGKILL at another moment, opens the
record, and checks that every document that was there before is still there and whole. In the end the
command runs through, and the record must equal one that was never interrupted.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from onrecord.store import Filter, Store

TEXT = (
    "On {day} March 2019 gunmen attacked a police post in Herat and killed {n} officers, the governor said.\n"
)


def main() -> None:
    """Run the kills and print what was lost: nothing, or the command fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        lost, seen = survive(Path(folder), options.kills, random.Random(options.seed))  # noqa: S311 - no secret
    print(f"{options.kills} kills, {seen} documents committed along the way, {lost} lost")
    sys.exit(lost > 0)


def survive(folder: Path, kills: int, chance: random.Random) -> tuple[int, int]:
    """Give how many committed documents were lost over the kills, and how many there were in the end."""
    sources = folder / "sources"
    sources.mkdir()
    for n in range(200):
        (sources / f"{n:03d}.txt").write_text(TEXT.format(day=n % 28 + 1, n=n + 2) * 3, "utf-8")
    record = folder / "killed.db"
    command = [sys.executable, "-m", "onrecord", "read", str(sources), "--into", str(record)]
    lost, before = 0, frozenset[str]()
    for _ in range(kills):
        _kill_after(command, chance.uniform(0.2, 2.5))
        now = committed(record)
        lost += len(before - now)
        before = now
    subprocess.run(command, check=True, capture_output=True)
    whole = folder / "whole.db"
    subprocess.run([*command[:-1], str(whole)], check=True, capture_output=True)
    now = committed(record)
    return lost + len(before - now) + len(committed(whole) ^ now), len(now)


def _kill_after(command: list[str], seconds: float) -> None:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    process.kill()
    process.wait()


def committed(record: Path) -> frozenset[str]:
    """Give the documents and claims that a record holds; opening it must work at any time."""
    if not record.exists():
        return frozenset()
    with Store(record) as store:
        documents = {row.id for row in store.documents(Filter())}
        claims = {row.claim.id for row in store.claims(Filter())}
    return frozenset(documents | claims)


if __name__ == "__main__":
    main()
