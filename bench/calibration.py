"""How far the trained reader's label shares are from what is met: `python bench/calibration.py [TASK ...]`.

For each task, over all labels of all texts of its development part: how many shares there are, the mean
stated, the share that applies, expected calibration error and Brier score (`score/calibration.py`); with
`--labels` a row a label. CAMEO and PLOVER have no development part.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from fixed_parts import DATA, PARTS, Part

from onrecord.find.answering.trained import SCHEMES, head_of
from onrecord.find.models.trained.reader import TrainedReader, open_reader
from onrecord.find.models.trained.weights import read_weights
from onrecord.score.calibration import brier_score, calibration_error
from onrecord.score.registry import find_task

TASKS = tuple(part.task for part in PARTS if part.task in SCHEMES)
COLUMNS = ("of", "shares", "stated", "met", "calibration error", "Brier score")


class Stated(NamedTuple):
    """How likely a label was said to be for a text, and whether it applies."""

    label: str
    share: float
    applies: bool


def main() -> None:
    """Print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=", ".join(TASKS))
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--weights", type=Path, help="a packed reader other than the package's")
    parser.add_argument("--limit", type=int, help="at most so many texts of a task")
    parser.add_argument("--labels", action="store_true", help="a row a label too")
    asked = parser.parse_args()
    reader = open_reader(weights=read_weights(asked.weights.read_bytes()) if asked.weights else None)
    print(f"| {' | '.join(COLUMNS)} |", f"|---|{'---:|' * (len(COLUMNS) - 1)}", sep="\n")
    for part in PARTS:
        if part.task in (asked.tasks or TASKS):
            found = list(stated(reader, part, asked.data, asked.limit))
            print(*rows(part.task, found, by_label=asked.labels), sep="\n", flush=True)


def stated(reader: TrainedReader, part: Part, data: Path, limit: int | None = None) -> Iterator[Stated]:
    """Give what is said of every label of every text."""
    task, head = find_task(part.task), head_of(reader, part.task)
    items = (item for place in part.places(data) for item in task.read(place))
    for item in islice(items, limit):
        gold = item.gold if isinstance(item.gold, frozenset) else frozenset()
        for label, share in reader.labels(item.question.text, head).items():
            yield Stated(label, share, label in gold)


def rows(task: str, found: Sequence[Stated], *, by_label: bool) -> Iterator[str]:
    """Give the row of a task and those of its labels."""
    yield row(task, found)
    for label in dict.fromkeys(one.label for one in found) if by_label else ():
        yield row(f"{task}, {label}", [one for one in found if one.label == label])


def row(name: str, found: Sequence[Stated]) -> str:
    """Give the figures of some shares as a row of Markdown."""
    shares, right = [one.share for one in found], [one.applies for one in found]
    means = (sum(side) / max(1, len(found)) for side in (shares, right))
    figures = (*means, calibration_error(shares, right), brier_score(shares, right))
    return f"| {name} | {len(found)} | {' | '.join(f'{figure:.3f}' for figure in figures)} |"


if __name__ == "__main__":
    main()
