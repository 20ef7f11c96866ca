"""Thresholds of who says what: of the stretches, and of what belongs to a cue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import product
from pathlib import Path

from onrecord.answers import Answer
from onrecord.find.models.trained.attributions import attributions_in
from onrecord.find.models.trained.reader import TrainedReader, open_reader
from onrecord.score.registry import find_task
from onrecord.score.task import Item, Tally, Task
from training.tuning.uses import USES, Chosen, Least, worth

__all__ = ["tune_attributions"]

INSIDE = (0.3, 0.4, 0.5, 0.6)
"""What is tried for stretches."""
LINKED = (0.2, 0.35, 0.5)
"""What is tried for what belongs to a cue."""
MOST_TEXTS = 60
"""Texts that are read, once for each pair of thresholds."""
Heads = dict[str, Least]


def tune_attributions(reader: TrainedReader, held: set[str], data: Path) -> Chosen:
    """Choose thresholds of "attribution" and "says" together, by PolNeAR's task."""
    task = find_task("polnear")
    items = [i for i in task.read(data / "polnear" / "train") if i.question.text in held][:MOST_TEXTS]
    judged = [(heads, _judged(reader, task, items, heads)) for heads in _tried()]
    chosen = Chosen()
    for use, beta in USES.items():
        score, heads = max(
            ((worth(task, tallies, beta), heads) for heads, tallies in judged), key=lambda pair: pair[0]
        )
        chosen.thresholds[use] |= heads
        print("polnear", use, len(items), round(score, 4), heads)
    return chosen


def _tried() -> Iterable[Heads]:
    for inside, linked in product(INSIDE, LINKED):
        stretches = dict.fromkeys(("source", "cue", "content"), inside)
        yield {"attribution": stretches, "says": dict.fromkeys(("source", "content"), linked)}


def _judged(reader: TrainedReader, task: Task, items: list[Item], heads: Heads) -> list[Tally]:
    settings = {**reader.weights.settings, "thresholds": {"balanced": heads}}
    tuned = open_reader(weights=replace(reader.weights, settings=settings))
    return [task.judge(i, Answer(attributions=attributions_in(tuned, i.question.text))) for i in items]
