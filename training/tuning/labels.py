"""Thresholds of the labels of whole texts, a threshold a task.

Their shares need no curve of their own: `training.refit` fits them as log odds.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from onrecord.answers import Answer
from onrecord.find.answering.trained import head_of
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.score.calibration import calibration_error
from onrecord.score.registry import find_task
from onrecord.score.task import Item, Tally, Task
from training.tuning.uses import GRID, USES, Chosen, worth

__all__ = ["Labelled", "tune_labels"]

FOLDERS = {"satp": "satp_relevant", "insightcrime": "insightCrime", "ipe-docs": "IndiaPoliceEvents_docs"}
"""Where the texts of each task are, within conflict_text."""
APPLIES = 0.5
"""What an answer states at least of a label that applies."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """The held-out texts of a task, with how likely each label of each is."""

    task: Task
    items: list[Item]
    shares: list[dict[str, float]]

    def worth(self, least: float, beta: float) -> float:
        """Give what the labels above a threshold are worth."""
        return worth(self.task, self._judged(least), beta)

    def best(self, beta: float) -> float:
        """Give the threshold that is worth most, of equals the lowest."""
        return max(GRID, key=lambda at: self.worth(at, beta))

    def truth(self) -> tuple[list[float], list[bool]]:
        """Give every label's share and whether the label applies."""
        scores = [share for row in self.shares for share in row.values()]
        gold = [cast("Container[str]", item.gold) for item in self.items]
        return scores, [name in one for one, row in zip(gold, self.shares, strict=True) for name in row]

    def _judged(self, least: float) -> Iterator[Tally]:
        for item, row in zip(self.items, self.shares, strict=True):
            labels = tuple((name, max(APPLIES, share)) for name, share in row.items() if share >= least)
            yield self.task.judge(item, Answer(labels=labels))


def tune_labels(reader: TrainedReader, held: set[str], data: Path) -> Chosen:
    """Choose a threshold for the labels of each task, and print how far shares are from what is met."""
    chosen = Chosen()
    for name in FOLDERS:
        texts = _held(reader, held, data, name)
        for use, beta in USES.items():
            best = texts.best(beta)
            chosen.thresholds[use][name] = dict.fromkeys(texts.shares[0] if texts.shares else (), best)
            print(name, use, len(texts.items), best, round(texts.worth(best, beta), 4))
        print(name, "calibration error", round(calibration_error(*texts.truth()), 4))
    for use, heads in chosen.thresholds.items():  # no sentence is held out: what was fitted with them stays
        known = reader.weights.settings.get("thresholds", {}).get(use, {})
        heads["ipe-sents"] = known.get("ipe-sents", heads["ipe-docs"])
    return chosen


def _held(reader: TrainedReader, held: set[str], data: Path, name: str) -> Labelled:
    task = find_task(name)
    found = task.read(data / "conflict_text" / FOLDERS[name] / "train.tsv")
    items = [item for item in found if item.question.text in held]
    return Labelled(task, items, [reader.labels(item.question.text, head_of(reader, name)) for item in items])
