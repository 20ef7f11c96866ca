"""TimeBank: whether given events are so, and in which world (Pustejovsky et al., The TimeBank corpus, 2003).

Most events are positive and actual, so the mark is the mean F1 of the rare classes: negative polarity and
each modality but actual. All six have at least 20 events in TimeBank: predicted 480, possible 446, planned
420, negative 246, demanded 129, conditional 47. An event without an answer is a miss.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import cast

from onrecord.answers import Act, Answer, Question
from onrecord.score.shares import counts_of, figures_of, shares_of
from onrecord.score.task import Figures, Item, Tally, Task
from onrecord.score.tasks.modality_files import Coded, read_timeml

__all__ = ["RARE", "TASKS", "judge_acts", "modality_figures"]

RARE = ("negative", "possible", "planned", "predicted", "conditional", "demanded")
_COMMON = ("positive", "actual")


def judge_acts(item: Item, answer: Answer) -> Tally:
    """Give the counts of one document: for each class what is right, given and asked."""
    asked = {act.at: _classes(act) for act in cast("Coded", item.gold).acts}
    given = {act.at: _classes(act) for act in answer.acts if act.at in asked}
    right = Counter(kind for at, kinds in given.items() for kind in kinds if kind in asked[at])
    ours = Counter(kind for kinds in given.values() for kind in kinds)
    theirs = Counter(kind for kinds in asked.values() for kind in kinds)
    counts: dict[str, float] = {"events": len(asked)}
    for kind in (*_COMMON, *RARE):
        counts |= counts_of(kind, right[kind], ours[kind], theirs[kind])
    return Tally(counts)


def modality_figures(tally: Tally) -> Figures:
    """Give the means over the rare classes; parts: each class, accuracies, and what the majority class gets.

    The majority answers positive and actual everywhere: no rare class is found, so its F1 is 0.
    """
    classes = [shares_of(tally, kind) for kind in RARE]
    precision, recall, f1 = (sum(column) / len(RARE) for column in zip(*classes, strict=True))
    parts = dict(figures_of(tally, "negative", (*_COMMON, *RARE)).parts)
    for name, kinds in (("polarity", ("positive", "negative")), ("modality", ("actual", *RARE[1:]))):
        parts[f"{name}_accuracy"] = _share(tally, sum(tally[f"{kind} right"] for kind in kinds))
        parts[f"majority_{name}_accuracy"] = _share(tally, tally[f"{kinds[0]} asked"])
    return Figures(precision, recall, f1, parts | {"majority_f1": 0.0})


def _classes(act: Act) -> tuple[str, str]:
    return act.polarity, act.modality


def _share(tally: Tally, count: float) -> float:
    return count / tally["events"] if tally["events"] else 0.0


def _items(path: Path) -> Iterator[Item]:
    for coded in read_timeml(path):
        yield Item(
            coded.id, Question("modality", coded.text, triggers=tuple(a.at for a in coded.acts)), coded
        )


TASKS: tuple[Task, ...] = (
    Task(
        "modality",
        "TimeBank: polarity and modality of given events, mean F1 of negative and the five worlds not actual",
        _items,
        judge_acts,
        modality_figures,
    ),
)
