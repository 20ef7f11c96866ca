"""Every example with its place in the split; `python -m training.examples DATA` prints a table of them."""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import InputError
from training.schema import Example
from training.split import OUT, examples

__all__ = ["COUNTS", "Placed", "load", "table"]

COUNTS = ("names", "muc", "attributions", "events", "roles", "relations")


class Placed(NamedTuple):
    """An example, its part (train, dev, none-shipping), its fold (0-4), why, and its group ("" for none)."""

    example: Example
    part: str
    fold: int
    reason: str
    group: str


def load(data: Path, splits: Path = OUT) -> list[Placed]:
    """Give every example of the development data with its place in `splits`.

    Raises InputError when the split does not know a document: it was made from other data.
    """
    with splits.open(encoding="utf-8", newline="") as lines:
        rows = {(row["set"], row["document"]): row for row in csv.DictReader(lines)}
    return [placed(one, rows.get((one.set, one.id)), splits) for one in examples(data)]


def placed(one: Example, row: dict[str, str] | None, splits: Path) -> Placed:
    """Give an example with its row of the split."""
    if row is None:
        raise InputError(
            f"{splits} has no {one.id} of {one.set}: write it anew with python -m training.split"
        )
    return Placed(one, row["part"], int(row["fold"]), row["reason"], row["group"])


def table(found: Iterable[Placed]) -> Iterator[str]:
    """Give the lines of a table in Markdown: texts, words and what is annotated, by set and part."""
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    layers: defaultdict[str, set[str]] = defaultdict(set)
    for one in found:
        counts[one.example.set, one.part].update(counted(one.example))
        layers[one.example.set] |= one.example.annotated
    columns = ("texts", "words", *COUNTS)
    yield f"| set | part | {' | '.join(columns)} | layers |"
    yield f"|---|---|{'---:|' * len(columns)}---|"
    for (name, part), count in sorted(counts.items()):
        cells = " | ".join(f"{count[column]:,}" if count[column] else "" for column in columns)
        yield f"| {name} | {part} | {cells} | {', '.join(sorted(layers[name]))} |"


def counted(one: Example) -> dict[str, int]:
    """Give how much an example holds."""
    sizes = {column: len(getattr(one, column)) for column in COUNTS}
    return {"texts": 1, "words": len(one.text.split()), **sizes}


if __name__ == "__main__":
    print(*table(load(Path(sys.argv[1]))), sep="\n")
