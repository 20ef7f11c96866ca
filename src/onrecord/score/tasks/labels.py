"""Benchmarks that label whole texts: several labels a text (example-based F1) or one (macro F1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from onrecord.answers import Answer
from onrecord.score.task import Figures, Item, Tally, Task
from onrecord.score.tasks.label_counts import (
    count_examples,
    count_labels,
    example_figures,
    macro_figures,
)
from onrecord.score.tasks.label_files import read_classed, read_flagged, read_marked
from onrecord.vocabulary import rows

__all__ = ["TASKS", "scheme"]

ENOUGH = 0.5
"""How sure an engine must be for a label to count as given, where a text may have several."""

Read = Callable[[str, Mapping[str, str], Path], Iterator[Item]]


def scheme(task: str) -> dict[str, str]:
    """Give a task's labels, in the order of vocabulary/label_schemes, each with its broader class or ""."""
    return {row["label"]: row["group"] for row in rows("label_schemes") if row["task"] == task}


def _gold(item: Item) -> frozenset[str]:
    gold = item.gold
    if not isinstance(gold, frozenset):
        raise TypeError(f"{item.id}: gold of a label task is a set of labels")
    return gold


def _judge_several(item: Item, answer: Answer) -> Tally:
    return count_examples(frozenset(label for label, p in answer.labels if p >= ENOUGH), _gold(item))


def _judge_one(groups: Mapping[str, str], item: Item, answer: Answer) -> Tally:
    best = max(answer.labels, key=lambda given: given[1], default=None)
    given = frozenset({best[0]} if best else ())
    gold = _gold(item)
    broad = count_labels(_broad(given, groups), _broad(gold, groups), prefix="broad ")
    return Tally(count_labels(given, gold) | broad)


def _broad(labels: frozenset[str], groups: Mapping[str, str]) -> frozenset[str]:
    return frozenset(group for label in labels if (group := groups.get(label)))


def _places(task: str) -> dict[str, str]:
    return {row["place"]: row["label"] for row in rows("label_schemes") if row["task"] == task}


def _several(name: str, about: str) -> Task:
    labels = tuple(scheme(name))

    def figures(tally: Tally) -> Figures:
        return example_figures(tally, labels)

    return Task(name, about, partial(read_flagged, name, _places(name)), _judge_several, figures)


def _one(name: str, about: str, read: Read) -> Task:
    groups = scheme(name)

    def figures(tally: Tally) -> Figures:
        return macro_figures(tally, groups)

    return Task(name, about, partial(read, name, _places(name)), partial(_judge_one, groups), figures)


TASKS: tuple[Task, ...] = (
    _several("satp", "what happened in South Asian incident reports: 4 labels, example-based F1"),
    _several("insightcrime", "what reports on organised crime are about: 7 labels, example-based F1"),
    _several("ipe-docs", "what police did, by document (IndiaPoliceEvents): 5 labels, example-based F1"),
    _several("ipe-sents", "what police did, by sentence (IndiaPoliceEvents): 5 labels, example-based F1"),
    _one("cameo", "how one side treats another (CAMEO): 5 classes of sentences, macro F1", read_classed),
    _one("plover", "what a source does to a target (PLOVER roots): 15 classes, macro F1", read_marked),
)
