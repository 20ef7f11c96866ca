"""Thresholds of incidents and of what fills their parts, by the two tasks of MUC-4."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path
from typing import NamedTuple, cast

from onrecord.answers import Answer
from onrecord.find.models.trained.incidents import PARTS, Filler, assembled, fillers_of
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.score.registry import find_task
from onrecord.score.task import Item, Task
from onrecord.score.tasks.muc_forms import ROLES, Template, bare
from training.calibration import fitted
from training.tuning.uses import GRID, USES, Chosen, Least, worth

__all__ = ["Read", "climb", "part_truth", "tune_incidents"]

ROUNDS = 2
"""How often each threshold is chosen anew with all the others in place."""
Score = Callable[[Least, Least], float]
"""What thresholds of types and of parts are worth together."""
FILE = Path("muc4") / "templates_train.jsonl"


class Read(NamedTuple):
    """A held-out text as the reader saw it, before any threshold: its two questions, types and fillers."""

    item: Item
    merged: Item
    types: dict[str, float]
    fillers: list[Filler]


@dataclass(frozen=True, slots=True)
class Held:
    """The held-out texts and the two tasks that judge them."""

    templates: Task
    roles: Task
    read: list[Read]

    def worth(self, least: Least, parts: Least, beta: float) -> float:
        """Give the sum over both tasks with these thresholds of types and of parts."""
        pairs = [
            (one, Answer(incidents=assembled(one.types, one.fillers, least, parts))) for one in self.read
        ]
        whole = worth(self.templates, (self.templates.judge(o.item, a) for o, a in pairs), beta)
        return whole + worth(self.roles, (self.roles.judge(o.merged, a) for o, a in pairs), beta)


def tune_incidents(reader: TrainedReader, held: set[str], data: Path) -> Chosen:
    """Choose thresholds of "incident" and "part", and fit the curve of "part"."""
    texts = _held(reader, held, data)
    print(f"{len(texts.read)} held-out texts of MUC-4")
    chosen = Chosen()
    for use, beta in USES.items():
        least, parts = climb(partial(texts.worth, beta=beta))
        chosen.thresholds[use] |= {"incident": least, "part": parts}
        print(use, round(texts.worth(least, parts, beta) / 2, 4), least, parts)
    chosen.calibration["part"] = fitted(*part_truth(texts.read))
    return chosen


def _held(reader: TrainedReader, held: set[str], data: Path) -> Held:
    roles, templates = find_task("muc4-roles"), find_task("muc4-templates")
    merged = {item.id: item for item in roles.read(data / FILE)}
    items = [item for item in templates.read(data / FILE) if item.question.text in held]
    return Held(templates, roles, [_read(reader, item, merged[item.id]) for item in items])


def _read(reader: TrainedReader, item: Item, merged: Item) -> Read:
    text = item.question.text
    return Read(item, merged, reader.labels(text, "muc"), fillers_of(reader, text))


def climb(score: Score) -> tuple[Least, Least]:
    """Choose thresholds of types ("any") and parts one after another, ROUNDS times over.

    It starts from those that are best when all parts share one; of equals the lowest wins.
    """
    any_type, any_part = max(
        product(GRID, GRID), key=lambda two: score({"any": two[0]}, dict.fromkeys(PARTS, two[1]))
    )
    least, parts = {"any": any_type}, dict.fromkeys(PARTS, any_part)
    for _ in range(ROUNDS):
        for part in PARTS:
            parts[part] = _best(score, least, parts, part)
        least = {"any": max(GRID, key=lambda at: score({"any": at}, parts))}
    return least, parts


def _best(score: Score, least: Least, parts: Least, part: str) -> float:
    return max(GRID, key=lambda at: score(least, parts | {part: at}))


def part_truth(read: Iterable[Read]) -> tuple[list[float], list[bool]]:
    """Give the score of each filler and whether gold has its bare words in its part."""
    scores, right = [], []
    for one in read:
        gold = _gold_words(one.item)
        for filler in one.fillers:
            scores.append(filler.score)
            right.append((filler.part, bare(filler.words)) in gold)
    return scores, right


def _gold_words(item: Item) -> set[tuple[str, str]]:
    gold = cast("tuple[Template, ...]", item.gold)
    named = (
        (role, words)
        for template in gold
        for role, fillers in zip(ROLES, template.fillers, strict=True)
        for words in fillers
    )
    return {(role, bare(words)) for role, filler in named for words in filler}
