"""The rule and thresholds of what fills the parts of incidents, by the two tasks of MUC-4.

Each held-out text is read once. Whatever is chosen by scores is chosen by those that a rule gave which had
not seen the text: the texts are parted in FOLDS, and each part is judged by a rule fitted to the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import cast

from onrecord.find.models.trained.incident_split import Splitter
from onrecord.find.models.trained.incident_sure import judged
from onrecord.find.models.trained.incidents import (
    ANY,
    RULE,
    SPLIT_RULE,
    distinct,
    told_in,
)
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.score.registry import find_task
from onrecord.score.task import Item
from onrecord.score.tasks.muc_forms import ROLES, Template, bare
from training.examples import Placed, load
from training.model.mixture import held_out
from training.schema import Example
from training.tuning.incident_worth import Held, Read, chosen_least
from training.tuning.regression import regressed
from training.tuning.splitting import fitted_split
from training.tuning.uses import USES, Chosen

__all__ = ["crossed", "fitted_rule", "right_words", "tune_incidents"]

FOLDS = 5
SET = "muc4"
FILE = Path(SET) / "templates_train.jsonl"


def tune_incidents(reader: TrainedReader, held: set[str], data: Path) -> Chosen:
    """Fit the rules, and choose the thresholds of "incident", "part" and "split"."""
    read = _read(reader, held, data)
    print(f"{len(read)} held-out texts of MUC-4")
    split = fitted_split(_learnt(data))
    judged_apart = crossed(read)
    splitters = [Splitter(one.item.question.text, split, 0.0) for one in judged_apart]
    texts = Held(find_task("muc4-templates"), find_task("muc4-roles"), judged_apart, splitters)
    chosen = Chosen(weighing={RULE: fitted_rule(read), SPLIT_RULE: split})
    for use, beta in USES.items():
        least, part, one_incident = chosen_least(partial(texts.worth, beta=beta), beta)
        chosen.thresholds[use] |= {"incident": least, "part": {ANY: part}, "split": {ANY: one_incident}}
        print(use, round(texts.worth(least, part, one_incident, beta), 4), least, part, one_incident)
    return chosen


def _learnt(data: Path) -> list[Example]:
    """Give the training texts of MUC-4 that are not held out."""
    return [placed.example for placed in load(data) if placed.example.set == SET and _trains(placed)]


def _trains(placed: Placed) -> bool:
    return placed.part == "train" and not held_out(placed)


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


def _gold_words(item: Item) -> set[tuple[str, str]]:
    gold = cast("tuple[Template, ...]", item.gold)
    named = (
        (role, words)
        for template in gold
        for role, fillers in zip(ROLES, template.fillers, strict=True)
        for words in fillers
    )
    return {(role, bare(words)) for role, filler in named for words in filler}
