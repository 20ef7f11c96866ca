"""A benchmark run: items are read, asked in batches, judged one by one, and their counts make a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from onrecord.answers import Answerer
from onrecord.errors import InputError
from onrecord.score.bootstrap import bootstrap_tallies
from onrecord.score.task import Tally, Task

__all__ = ["Report", "judge_items", "report_on"]

BATCH = 512
"""Items asked at once: enough for an engine to sort them by length, few enough to hold in memory."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a task came to: `n` documents, shares from 0 to 1, `low` to `high` the 95 % interval of F1."""

    task: str
    n: int
    precision: float
    recall: float
    f1: float
    low: float
    high: float
    parts: Mapping[str, float] = field(default_factory=dict)

    def line(self) -> dict[str, object]:
        """Give the JSON shape, with shares to four places."""
        shares = {
            name: round(getattr(self, name), 4) for name in ("precision", "recall", "f1", "low", "high")
        }
        parts = {name: round(value, 4) for name, value in self.parts.items()}
        return {"task": self.task, "n": self.n, **shares, "parts": parts}


def judge_items(
    task: Task, path: Path, answerer: Answerer, *, limit: int | None = None, batch: int = BATCH
) -> Iterator[Tally]:
    """Give the counts of each document, in the order of the files; at most `limit` documents.

    Raises InputError where `path` is not in the task's format.
    """
    waiting = islice(task.read(path), limit)
    while items := list(islice(waiting, batch)):
        answers = answerer.answers([item.question for item in items])
        for item, answer in zip(items, answers, strict=True):
            yield task.judge(item, answer)


def report_on(task: Task, tallies: Sequence[Tally], *, seed: int = 0, rounds: int = 1000) -> Report:
    """Give the task's figures over all documents, with the interval of F1; InputError for no documents."""
    if not tallies:
        raise InputError(f"nothing to score for {task.name}: the data hold no documents")
    whole = task.figures(sum(tallies, Tally()))
    low, high = bootstrap_tallies(tallies, lambda tally: task.figures(tally).f1, seed=seed, rounds=rounds)
    return Report(task.name, len(tallies), whole.precision, whole.recall, whole.f1, low, high, whole.parts)
