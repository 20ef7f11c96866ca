"""The rule and thresholds of what fills the parts of incidents, by the two tasks of MUC-4.

Each held-out text is read once. Whatever is chosen by scores is chosen by those that a rule gave which had
not seen the text: the texts are parted in FOLDS, and each part is judged by a rule fitted to the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple, cast

from onrecord.answers import Answer
from onrecord.find.models.trained.incident_fillers import Filler
from onrecord.find.models.trained.incident_sure import judged
from onrecord.find.models.trained.incidents import ANY, FURTHER, RULE, assembled, distinct, told_in
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.score.registry import find_task
from onrecord.score.task import Item, Task
from onrecord.score.tasks.muc_forms import ROLES, Template, bare
from training.tuning.regression import regressed
from training.tuning.uses import GRID, USES, Chosen, Least, worth

__all__ = ["Held", "Read", "chosen_least", "crossed", "fitted_rule", "right_words", "tune_incidents"]

FOLDS = 5
FILE = Path("muc4") / "templates_train.jsonl"
ROUNDS = 3
MIDDLE = 0.5
"""Where the search begins."""
Score = Callable[[Least, float], float]
"""What thresholds of types and of all parts are worth together."""


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

    def worth(self, least: Least, part: float, beta: float) -> float:
        """Give the mean over both tasks with these thresholds of types and of all parts."""
        pairs = [
            (read, Answer(incidents=assembled(read.labels, read.fillers, least, {ANY: part})))
            for read in self.read
        ]
        whole = worth(self.templates, (self.templates.judge(r.item, a) for r, a in pairs), beta)
        return (whole + worth(self.roles, (self.roles.judge(r.merged, a) for r, a in pairs), beta)) / 2


def tune_incidents(reader: TrainedReader, held: set[str], data: Path) -> Chosen:
    """Fit the rule of fillers, and choose the thresholds of "incident" and "part"."""
    read = _read(reader, held, data)
    print(f"{len(read)} held-out texts of MUC-4")
    texts = Held(find_task("muc4-templates"), find_task("muc4-roles"), crossed(read))
    chosen = Chosen(weighing={RULE: fitted_rule(read)})
    for use, beta in USES.items():
        least, part = chosen_least(partial(texts.worth, beta=beta), beta)
        chosen.thresholds[use] |= {"incident": least, "part": {ANY: part}}
        print(use, round(texts.worth(least, part, beta), 4), least, part)
    return chosen


def _read(reader: TrainedReader, held: set[str], data: Path) -> list[Read]:
    merged = {item.id: item for item in find_task("muc4-roles").read(data / FILE)}
    items = [i for i in find_task("muc4-templates").read(data / FILE) if i.question.text in held]
    return [Read(item, merged[item.id], *told_in(reader, item.question.text)) for item in items]


def crossed(read: Sequence[Read], folds: int = FOLDS) -> list[Read]:
    """Give each text with its distinct fillers, judged by a rule that was fitted without its fold."""
    found: list[Read] = []
    for fold in range(folds):
        rule = fitted_rule([one for k, one in enumerate(read) if k % folds != fold])
        found += [one._replace(fillers=distinct(judged(one.fillers, rule))) for one in read[fold::folds]]
    return found


def fitted_rule(read: Sequence[Read]) -> dict[str, float]:
    """Fit the rule of fillers."""
    return regressed([f.traits for one in read for f in one.fillers], right_words(read))


def right_words(read: Iterable[Read]) -> list[bool]:
    """Tell of each filler whether gold has its bare words in its part."""
    gold = ((one, _gold_words(one.item)) for one in read)
    return [(f.part, bare(f.words)) in words for one, words in gold for f in one.fillers]


def chosen_least(score: Score, beta: float = 1.0) -> tuple[Least, float]:
    """Choose the thresholds of the likeliest type, of further types and of parts, ROUNDS times over.

    Those of types are chosen by the mean of `score`, from 0 to 1, with their neighbours in GRID: texts kept
    back are few. That of parts follows from the best score, as their scores are probabilities (Lipton, Elkan
    and Naryanaswamy, 2014): score / (1 + beta * beta).
    """
    first, further, part = MIDDLE, MIDDLE, MIDDLE / (1 + beta * beta)
    for _ in range(ROUNDS):
        first = _best([(at, score(_types(at, at), part)) for at in GRID])
        further = _best([(at, score(_types(first, at), part)) for at in GRID if at >= first])
        part = round(score(_types(first, further), part) / (1 + beta * beta), 3)
    return _types(first, further), part


def _best(tried: Sequence[tuple[float, float]]) -> float:
    """Give the first threshold whose worth, with those beside it, is greatest."""
    beside = [[worth for _, worth in tried[max(0, k - 1) : k + 2]] for k in range(len(tried))]
    means = [sum(some) / len(some) for some in beside]
    return tried[means.index(max(means))][0]


def _types(first: float, further: float) -> Least:
    return {ANY: first, FURTHER: further}


def _gold_words(item: Item) -> set[tuple[str, str]]:
    gold = cast("tuple[Template, ...]", item.gold)
    named = (
        (role, words)
        for template in gold
        for role, fillers in zip(ROLES, template.fillers, strict=True)
        for words in fillers
    )
    return {(role, bare(words)) for role, filler in named for words in filler}
