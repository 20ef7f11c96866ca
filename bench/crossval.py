"""Cross-validate a trained reader: `python bench/crossval.py --readers FOLDER [TASK ...]`.

FOLDER holds fold-0.zip to fold-4.zip: packed readers, each trained without the documents of its fold (column
`fold` of splits.csv). Each reader answers the documents of its own fold, the counts of all five add up, and
the figures come from the sum, with a 95 % interval over documents. Such figures are about the recipe; the
shipped reader has seen these documents, so they are no floors.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import table
from fixed_parts import DATA

from onrecord.answers import Answerer
from onrecord.errors import InputError
from onrecord.find.answering.trained import TrainedAnswerer
from onrecord.find.models.trained.reader import open_reader
from onrecord.find.models.trained.weights import read_weights
from onrecord.run.abreast import Abreast
from onrecord.score.registry import find_task
from onrecord.score.running import Report, report_on
from onrecord.score.task import Item, Tally

SPLITS = Path(__file__).parent / "splits.csv"
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Crossed:
    """Where the documents of a task lie, their set in splits.csv, and whether that knows them by words."""

    task: str
    path: str
    set: str
    by_words: bool = False

    def keys(self, item: Item) -> tuple[str, ...]:
        """Give what the split may know a document by; training reads the quotes around a cell as words."""
        if not self.by_words:
            return (item.id,)
        text = item.question.text
        quoted = text.replace('"', '""')
        return digest(text), digest(f'"{quoted}"')


CROSSED: tuple[Crossed, ...] = (
    Crossed("re3d-names", "re3d", "re3d"),
    Crossed("re3d-relations", "re3d", "re3d"),
    Crossed("re3d-relations-gold-names", "re3d", "re3d"),
    Crossed("cameo", "conflict_text/cameo_class/train.tsv", "cameo", by_words=True),
    Crossed("plover", "plover/PLV_train.tsv", "plover", by_words=True),
    Crossed("modality", "timebank", "timebank"),
)
"""The sets without a development part."""

Opened = Callable[[int], Answerer]


def main() -> None:
    """Print a Markdown table, and write the reports where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=", ".join(one.task for one in CROSSED))
    parser.add_argument("--readers", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--limit", type=int, help="at most so many documents of each fold and task")
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    chosen = [one for one in CROSSED if not asked.tasks or one.task in asked.tasks]
    reports = cross(chosen, lambda fold: open_fold(asked.readers, fold), asked.data, asked.limit)
    lines = [{"engine": "trained", **report.line()} for report in reports]
    print(*table(lines, ("trained",)), sep="\n")
    if asked.json:
        asked.json.write_text(json.dumps(lines, indent=1) + "\n", "utf-8")


def open_fold(folder: Path, fold: int) -> Answerer:
    """Open the reader that was trained without a fold; InputError where it is not in the folder."""
    path = folder / f"fold-{fold}.zip"
    if not path.is_file():
        raise InputError(f"{path} is missing: --readers names a folder of fold-0.zip to fold-{FOLDS - 1}.zip")
    engine = TrainedAnswerer(open_reader(weights=read_weights(path.read_bytes())))
    return Abreast(engine, engine.workers)


def cross(
    chosen: Sequence[Crossed], opened: Opened, data: Path, limit: int | None = None
) -> Iterator[Report]:
    """Give a report for each task: every document answered by the reader of its fold, each opened once.

    Raises InputError for a document that the split does not know: it was made from other data.
    """
    folded = {one.task: in_folds(one, data) for one in chosen}
    tallies: dict[str, list[Tally]] = {one.task: [] for one in chosen}
    for fold in range(FOLDS):
        engine = opened(fold)
        for one in chosen:
            tallies[one.task] += judged(one.task, folded[one.task][fold][:limit], engine)
            print(f"{one.task}: fold {fold}", file=sys.stderr, flush=True)
    return (report_on(find_task(one.task), tallies[one.task]) for one in chosen)


def in_folds(one: Crossed, data: Path) -> list[list[Item]]:
    """Give the documents of each fold."""
    folds = known_folds(one)
    parted: list[list[Item]] = [[] for _ in range(FOLDS)]
    for item in find_task(one.task).read(data / one.path):
        found = next((folds[key] for key in one.keys(item) if key in folds), None)
        if found is None:
            raise InputError(f"{SPLITS.name} has no document {item.id}: it was made from other data")
        parted[found].append(item)
    return parted


def known_folds(one: Crossed) -> dict[str, int]:
    """Give the fold of each document of a set by its name, or by the digest of its words, the name's end."""
    with SPLITS.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["set"] == one.set]
    names = (row["document"].rpartition("-")[2] if one.by_words else row["document"] for row in rows)
    return {name: int(row["fold"]) for name, row in zip(names, rows, strict=True)}


def digest(text: str) -> str:
    """Give the first 8 hex digits of the SHA-1 of a text."""
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()[:8]


def judged(task: str, items: Sequence[Item], engine: Answerer) -> Iterator[Tally]:
    """Give the counts of each document."""
    judge = find_task(task).judge
    answers = engine.answers([item.question for item in items])
    return (judge(item, answer) for item, answer in zip(items, answers, strict=True))


if __name__ == "__main__":
    main()
