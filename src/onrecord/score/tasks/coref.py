"""Event coreference inside a document: which of the given triggers tell the same event (ECB+).

ECB+: A. Cybulska and P. Vossen, Using a sledgehammer to crack a nut?, LREC 2014. The mark is the CoNLL
average, the mean F1 of MUC, B-cubed and CEAF-e. Events that stand alone count, as they do in most work on
ECB+; the parts `linked_...` leave groups of one out on both sides, as CoNLL-2012 did.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from pathlib import Path
from typing import cast

from onrecord.answers import Answer, Question, Stretch
from onrecord.score.task import Figures, Item, Tally, Task, prf
from onrecord.score.tasks.coref_files import Coded, read_ecb
from onrecord.score.tasks.coref_metrics import METRICS

__all__ = ["TASKS", "coref_figures", "judge_groups"]

Groups = list[frozenset[Hashable]]
_VIEWS = ("", "linked_")


def judge_groups(item: Item, answer: Answer) -> Tally:
    """Give the counts of one document for each metric, with groups of one and without."""
    key: Groups = [frozenset(group) for group in cast("Coded", item.gold).groups]
    ours = _partition(answer.groups, item.question.triggers)
    counts: dict[str, float] = {}
    for view in _VIEWS:
        asked, given = (_linked(groups) if view else groups for groups in (key, ours))
        for name, metric in METRICS.items():
            agreed = metric(asked, given)
            counts |= {
                f"{view}{name} found": agreed.found,
                f"{view}{name} asked": agreed.asked,
                f"{view}{name} right": agreed.right,
                f"{view}{name} given": agreed.given,
            }
    return Tally(counts)


def coref_figures(tally: Tally) -> Figures:
    """Give the mean precision, recall and F1 of the three metrics; parts: each metric, and linked ones."""
    shares = {view + name: _shares(tally, view + name) for view in _VIEWS for name in METRICS}
    parts = {
        f"{name}_{share}": value
        for name, values in shares.items()
        for share, value in zip(("precision", "recall", "f1"), values, strict=True)
    }
    parts["linked_conll_f1"] = sum(shares[f"linked_{name}"][2] for name in METRICS) / len(METRICS)
    columns = zip(*(shares[name] for name in METRICS), strict=True)
    precision, recall, f1 = (sum(column) / len(METRICS) for column in columns)
    return Figures(precision, recall, f1, parts)


def _shares(tally: Tally, name: str) -> tuple[float, float, float]:
    precision = prf(tally[f"{name} right"], tally[f"{name} given"], 0)[0]
    recall = prf(tally[f"{name} found"], 0, tally[f"{name} asked"])[1]
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _partition(groups: Iterable[Iterable[Stretch]], triggers: tuple[Stretch, ...]) -> Groups:
    """Give a partition of the triggers: each in the first group that names it, else alone."""
    left, found = dict.fromkeys(triggers), []
    for group in groups:
        kept = frozenset[Hashable](at for at in group if at in left)
        for at in list(left):
            if at in kept:
                del left[at]
        found += [kept] if kept else []
    return [*found, *(frozenset[Hashable]({at}) for at in left)]


def _linked(groups: Groups) -> Groups:
    return [group for group in groups if len(group) > 1]


def _items(path: Path) -> Iterator[Item]:
    for coded in read_ecb(path):
        triggers = tuple(sorted(at for group in coded.groups for at in group))
        yield Item(coded.id, Question("coref", coded.text, triggers=triggers), coded)


TASKS: tuple[Task, ...] = (
    Task(
        "coref",
        "ECB+: which given events of a document are one; CoNLL mean of MUC, B-cubed and CEAF-e F1",
        _items,
        judge_groups,
        coref_figures,
    ),
)
