"""Who says what: weights of what belongs to a cue, and thresholds of stretches and of what belongs to a cue.

Texts are read once. Thresholds are chosen with weights that were fitted without the text they judge, in
FOLDS parts; the weights that are given are fitted on all texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.answers import Answer, Attributed
from onrecord.find.models.trained.attributions import told
from onrecord.find.models.trained.cueing import PARTS, weighed
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.score.registry import find_task
from onrecord.score.task import Tally, Task
from training.tuning.hearing import Held
from training.tuning.uses import USES, Chosen, Least, worth

__all__ = ["Judged", "climb", "tune_attributions"]

FOLDS = 5
GAIN = 0.001
"""What another threshold must be worth more: less is chance."""
ROUNDS = 2
TRIED = {
    "says": {
        "content": (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8),
        "more": (0.1, 0.2, 0.3, 0.4, 0.5, 0.6),
        "source": (0.02, 0.05, 0.1, 0.2, 0.3),
    },
    "attribution": {
        "cue": (0.4, 0.5, 0.6, 0.7, 0.8),
        "cue.least": (0.35, 0.5),
        "content": (0.6, 0.7, 0.75, 0.8, 0.85),
        "content.least": (0.2, 0.3, 0.4, 0.5),
        "content.begins": (0.7, 0.8, 0.9, 0.97),
        "source": (0.3, 0.4, 0.5, 0.6),
        "source.least": (0.1, 0.2, 0.35, 0.5),
    },
}
"""What is tried by head and threshold, in this order."""
Heads = dict[str, Least]
Weighing = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Judged:
    """Held-out texts with the weights for each of them; a tally is kept by the answer it judges."""

    held: Held
    task: Task
    weighing: list[Weighing]
    _tallies: dict[tuple[int, tuple[Attributed, ...]], Tally] = field(default_factory=dict, repr=False)

    def worth(self, heads: Heads, beta: float) -> float:
        """Give what the answers at these thresholds are worth."""
        return worth(self.task, (self._tally(text, heads) for text in range(len(self.held.items))), beta)

    def _tally(self, text: int, heads: Heads) -> Tally:
        answer = tuple(self._answers(text, heads))
        if (text, answer) not in self._tallies:
            judged = self.task.judge(self.held.items[text], Answer(attributions=answer))
            self._tallies[text, answer] = judged
        return self._tallies[text, answer]

    def _answers(self, text: int, heads: Heads) -> Iterator[Attributed]:
        least, weighing = heads["attribution"], self.weighing[text]
        read = {part: self.held.pairs(text, part, least) for part in PARTS}
        for k, heard in enumerate(self.held.heard(text, least)):
            pairs = {part: read[part][k] for part in PARTS}
            shares = {part: weighed(pairs[part], weighing[f"says {part}"]) for part in PARTS}
            yield from told(heard, pairs, shares, heads["says"])


def tune_attributions(reader: TrainedReader, held: set[str], data: Path) -> Chosen:
    """Fit the weights of "says" and choose thresholds of "attribution" and "says", by PolNeAR's task."""
    task = find_task("polnear")
    items = [item for item in task.read(data / "polnear" / "train") if item.question.text in held]
    texts = Held(reader.weights, items, [tuple(reader.signals(item.question.text)) for item in items])
    every = range(len(items))
    folds = [texts.weighing([k for k in every if k % FOLDS != fold], {}) for fold in range(FOLDS)]
    judged = Judged(texts, task, [folds[k % FOLDS] for k in every])
    chosen, heads = Chosen(weighing=texts.weighing(every, {})), Heads(attribution={}, says={})
    for use, beta in USES.items():
        best = climb(judged, heads, beta)
        heads = best if use == "balanced" else heads
        chosen.thresholds[use] |= best
        print("polnear", use, len(items), round(judged.worth(best, beta), 4), best)
    return chosen


def climb(judged: Judged, heads: Heads, beta: float) -> Heads:
    """Choose each threshold in turn with all the others in place, ROUNDS times."""
    best = judged.worth(heads, beta)
    for _ in range(ROUNDS):
        for head, name, least in _tried():
            tried = heads | {head: heads[head] | {name: least}}
            found = judged.worth(tried, beta)
            if found > best + GAIN:
                best, heads = found, tried
    return heads


def _tried() -> Iterator[tuple[str, str, float]]:
    for head, names in TRIED.items():
        for name, values in names.items():
            yield from ((head, name, least) for least in values)
