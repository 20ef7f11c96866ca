"""What labels of whole texts go by, from logits of texts that they were not fitted to."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from onrecord.answers import Question
from onrecord.find.models.trained.deciding import PRICE
from onrecord.score.calibration import calibration_error
from onrecord.score.registry import find_task
from onrecord.score.task import Item
from training.refitting.fitting import EXCLUSIVE, Head
from training.refitting.regressions import Array
from training.refitting.texts import HEADS, LabelSet, names_of
from training.tuning.labels import Labelled
from training.tuning.uses import USES, Chosen

__all__ = ["labelled", "settings_of"]


def settings_of(heads: Iterable[Head]) -> Chosen:
    """Choose the price of an answer for each use and each task of which a text may have several labels."""
    chosen = Chosen()
    for head in heads:
        if head.judged.name in EXCLUSIVE:
            continue
        texts = labelled(head.judged, head.logits)
        for use in USES:
            best = texts.best(use)
            chosen.thresholds[use][texts.task.name] = {PRICE: best}
            print(texts.task.name, use, len(texts.items), best, round(texts.worth(best, use), 4))
        print(texts.task.name, "calibration error", round(calibration_error(*texts.truth()), 4))
    return chosen


def labelled(texts: LabelSet, logits: Array) -> Labelled:
    """Give texts with their labels' shares, as a task's items."""
    task, names = find_task(texts.name.replace("_", "-")), names_of(HEADS[texts.name])
    shares = 1 / (1 + np.exp(-logits))
    items = [
        Item(one, Question(task.name, text), frozenset(n for n, yes in zip(names, row, strict=True) if yes))
        for one, text, row in zip(texts.ids, texts.texts, texts.gold, strict=True)
    ]
    return Labelled(task, items, [dict(zip(names, row, strict=True)) for row in shares.tolist()])
