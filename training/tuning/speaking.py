"""Who says what: weights of what belongs to a cue, and thresholds of stretches and of what belongs to a cue.

Texts are read once. Thresholds are chosen with weights that were fitted without the text they judge, in
FOLDS parts; the weights that are given are fitted on all texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import cast

import numpy as np

from onrecord.answers import Answer, Attributed
from onrecord.find.models.trained.attributions import REACHES, Heard, told
from onrecord.find.models.trained.cueing import PARTS, Owning, owning, weighed
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.reaches import Reach, reach_of, reaching
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import Found
from onrecord.find.models.trained.weights import Weights
from onrecord.score.registry import find_task
from onrecord.score.task import Item, Tally, Task
from onrecord.score.tasks.polnear_files import Coded
from training.tuning.owning import fitted_weights, right_pairs
from training.tuning.uses import USES, Chosen, Least, worth

__all__ = ["Held", "Judged", "climb", "tune_attributions"]

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
class Held:
    """Held-out texts as the reader saw them; stretches and pairs are kept by the thresholds they came of."""

    weights: Weights
    items: list[Item]
    signals: list[tuple[Signals, ...]]
    _found: dict[tuple[object, ...], list[list[Found]]] = field(default_factory=dict, repr=False)
    _pairs: dict[tuple[object, ...], list[Owning]] = field(default_factory=dict, repr=False)

    def gold(self, text: int) -> tuple[Attributed, ...]:
        """Give the attributions that were coded in a text."""
        return cast("Coded", self.items[text].gold).attributions

    def heard(self, text: int, least: Least) -> list[Heard]:
        """Give the stretches of each class in a text, a stretch of text at a time."""
        found = {kind: self._stretches(text, kind, self._reach(kind, least)) for kind in REACHES}
        return [{kind: found[kind][k] for kind in REACHES} for k in range(len(self.signals[text]))]

    def pairs(self, text: int, part: str, least: Least) -> list[Owning]:
        """Give the pairs of cues and stretches of a part in a text."""
        key = (text, part, self._reach("cue", least), self._reach(part, least))
        if key not in self._pairs:
            heard = zip(self.signals[text], self.heard(text, least), strict=True)
            self._pairs[key] = [owning(self.weights, s, h["cue"], h[part], part) for s, h in heard]
        return self._pairs[key]

    def weighing(self, texts: range | list[int], least: Least) -> dict[str, dict[str, float]]:
        """Give the weights of features, by part, that are fitted on these texts."""
        return {f"says {part}": self._fitted(texts, part, least) for part in PARTS}

    def _fitted(self, texts: range | list[int], part: str, least: Least) -> dict[str, float]:
        rows, right = [], []
        for text in texts:
            for pairs, heard in zip(self.pairs(text, part, least), self.heard(text, least), strict=True):
                rows.append(pairs.features)
                right.append(right_pairs(pairs, heard["cue"], heard[part], part, self.gold(text)))
        return fitted_weights(np.concatenate(rows), np.concatenate(right))

    def _stretches(self, text: int, kind: str, reach: Reach) -> list[list[Found]]:
        if (text, kind, reach) not in self._found:
            read = partial(reaching, self.weights, head="attribution", kind=kind, reach=reach)
            self._found[text, kind, reach] = [read(signals) for signals in self.signals[text]]
        return self._found[text, kind, reach]

    def _reach(self, kind: str, least: Least) -> Reach:
        return reach_of(kind, least, REACHES[kind])


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
