"""The form of a benchmark task: how its files are read, how an answer is judged, what the counts come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from onrecord.answers import Answer, Question

__all__ = ["Figures", "Item", "Tally", "Task", "prf"]


@dataclass(frozen=True, slots=True)
class Tally:
    """Named counts of one document or of many; never ratios, so that shards add up to the whole."""

    counts: Mapping[str, float] = field(default_factory=dict)

    def __add__(self, other: Tally) -> Tally:
        names = dict.fromkeys((*self.counts, *other.counts))
        return Tally({name: self[name] + other[name] for name in names})

    def __getitem__(self, name: str) -> float:
        return self.counts.get(name, 0)


@dataclass(frozen=True, slots=True)
class Figures:
    """A task's own metric from a tally; shares from 0 to 1; `parts` are further figures by flat names."""

    precision: float
    recall: float
    f1: float
    parts: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """One document of a benchmark: what is asked and, hidden from engines, what is right.

    `gold` is whatever the task's own judge needs.
    """

    id: str
    question: Question
    gold: object


@dataclass(frozen=True, slots=True)
class Task:
    """A benchmark: `read` raises InputError where the files are not in its format.

    Documents are the unit of the bootstrap: `judge` gives the counts of one document.
    """

    name: str
    about: str
    read: Callable[[Path], Iterator[Item]]
    judge: Callable[[Item, Answer], Tally]
    figures: Callable[[Tally], Figures]


def prf(right: float, given: float, asked: float) -> tuple[float, float, float]:
    """Give precision, recall and F1 from what is right, what was given and what was asked; 0 for 0 by 0."""
    precision = right / given if given else 0.0
    recall = right / asked if asked else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
