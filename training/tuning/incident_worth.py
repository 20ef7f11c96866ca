"""What thresholds of incidents are worth on held-out texts, and which are best."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.answers import Answer, Incident
from onrecord.find.models.trained.incident_fillers import Filler
from onrecord.find.models.trained.incident_split import Splitter
from onrecord.find.models.trained.incidents import ANY, FURTHER, assembled
from onrecord.score.task import Item, Task
from training.tuning.uses import GRID, Least, worth

__all__ = ["Held", "Read", "chosen_least"]

ROUNDS = 2
MIDDLE = 0.5
"""Where the search begins."""
Score = Callable[[Least, float, float], float]
"""What thresholds of types, of all parts and of what is one incident are worth together."""


class Read(NamedTuple):
    """A held-out text as the reader saw it, before any rule: its two questions, labels and fillers."""

    item: Item
    merged: Item
    labels: dict[str, float]
    fillers: list[Filler]


@dataclass(frozen=True, slots=True)
class Held:
    """Held-out texts with their fillers judged, and the two tasks that judge what is made of them."""

    templates: Task
    roles: Task
    read: list[Read]
    splitters: list[Splitter]

    def worth(self, least: Least, part: float, split: float, beta: float) -> float:
        """Give the mean over both tasks with these thresholds of types, of all parts and of splitting."""
        pairs = [
            (
                one,
                Answer(incidents=assembled(one.labels, one.fillers, least, {ANY: part}, splitter.at(split))),
            )
            for one, splitter in zip(self.read, self.splitters, strict=True)
        ]
        whole = worth(self.templates, (self.templates.judge(r.item, a) for r, a in pairs), beta)
        return (whole + worth(self.roles, (self.roles.judge(r.merged, a) for r, a in pairs), beta)) / 2


def _told(read: Read, splitter: Splitter, least: Least, part: float) -> tuple[Incident, ...]:
    return assembled(read.labels, read.fillers, least, {ANY: part}, splitter)


def chosen_least(score: Score, beta: float = 1.0) -> tuple[Least, float, float]:
    """Choose the thresholds of types (the likeliest, further ones), of parts, and of what is one incident.

    Those of types and incidents are chosen by the mean of `score`, from 0 to 1, with their neighbours in
    GRID: texts kept back are few. That of parts follows from the best score, as their scores are
    probabilities (Lipton, Elkan and Naryanaswamy, 2014): score / (1 + beta * beta).
    """
    first, further, split, part = MIDDLE, MIDDLE, MIDDLE, MIDDLE / (1 + beta * beta)
    for _ in range(ROUNDS):
        first = _best([(at, score(_types(at, at), part, split)) for at in GRID])
        further = _best([(at, score(_types(first, at), part, split)) for at in GRID if at >= first])
        split = _best([(at, score(_types(first, further), part, at)) for at in GRID])
        part = round(score(_types(first, further), part, split) / (1 + beta * beta), 3)
    return _types(first, further), part, split


def _best(tried: Sequence[tuple[float, float]]) -> float:
    """Give the first threshold whose worth, with those beside it, is greatest."""
    beside = [[worth for _, worth in tried[max(0, k - 1) : k + 2]] for k in range(len(tried))]
    means = [sum(some) / len(some) for some in beside]
    return tried[means.index(max(means))][0]


def _types(first: float, further: float) -> Least:
    return {ANY: first, FURTHER: further}
