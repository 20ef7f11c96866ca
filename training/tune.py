"""Choose thresholds and fit calibration on texts held out of training: `python -m training.tune READER OUT`.

READER is a packed reader, OUT a settings file for `training.export --settings`. Thresholds are chosen for
three uses: balanced (best F1), recall (best F2) and precision (best F0.5). Only texts of training parts that
`mixture.held_out` keeps out of training are read here, never a development part.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple, cast

from onrecord.answers import Answer
from onrecord.find.answering.trained import SCHEMES
from onrecord.find.models.trained.attributions import attributions_in
from onrecord.find.models.trained.incidents import PARTS, Filler, assembled, fillers_of
from onrecord.find.models.trained.reader import TrainedReader, open_reader
from onrecord.find.models.trained.weights import read_weights
from onrecord.score.registry import find_task
from onrecord.score.task import Item, Tally, Task
from onrecord.score.tasks.muc_forms import ROLES, Template
from training.calibration import fitted
from training.examples import load
from training.model.mixture import held_out

USES = {"balanced": 1.0, "recall": 2.0, "precision": 0.5}
DATA = Path("../shared/data")
GRID = (0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8)
LABELS = {"satp": "satp_relevant", "insightcrime": "insightCrime", "ipe-docs": "IndiaPoliceEvents_docs"}


class Read(NamedTuple):
    """A held-out text of MUC-4 as the reader saw it, before any threshold."""

    item: Item
    types: dict[str, float]
    fillers: list[Filler]


def main(packed: Path, out: Path) -> None:
    """Write the settings and print what was chosen."""
    reader = open_reader(weights=read_weights(packed.read_bytes()))
    settings: dict[str, Any] = {"thresholds": {use: {} for use in USES}, "calibration": {}}
    held = {p.example.text for p in load(DATA) if p.part == "train" and held_out(p)}
    for add in (_muc, _labels, _attributions):
        add(reader, held, settings)
        out.write_text(json.dumps(settings, indent=1), "utf-8")
    print(json.dumps(settings, indent=1))


def f_beta(precision: float, recall: float, beta: float) -> float:
    """Give the weighted harmonic mean; beta above 1 favours recall."""
    below = beta * beta * precision + recall
    return (1 + beta * beta) * precision * recall / below if below else 0.0


def _score(task: Task, judged: Iterable[Tally], beta: float) -> float:
    total = Tally()
    for one in judged:
        total += one
    figures = task.figures(total)
    if beta == 1.0:
        return figures.f1  # a task's own mean, which need not be that of its precision and recall
    return f_beta(figures.precision, figures.recall, beta)


def _muc(reader: TrainedReader, held: set[str], settings: dict[str, Any]) -> None:
    roles, templates = find_task("muc4-roles"), find_task("muc4-templates")
    items = [i for i in templates.read(DATA / "muc4" / "templates_train.jsonl") if i.question.text in held]
    merged = {i.id: i for i in roles.read(DATA / "muc4" / "templates_train.jsonl")}
    read = [
        Read(i, reader.labels(i.question.text, "muc"), fillers_of(reader, i.question.text)) for i in items
    ]
    print(f"{len(read)} held-out texts of MUC-4")
    for use, beta in USES.items():

        def score(least: dict[str, float], parts: dict[str, float], beta: float = beta) -> float:
            answers = [
                (one, Answer(incidents=assembled(one.types, one.fillers, least, parts))) for one in read
            ]
            return _score(templates, (templates.judge(o.item, a) for o, a in answers), beta) + _score(
                roles, (roles.judge(merged[o.item.id], a) for o, a in answers), beta
            )

        least, parts = _climb(score)
        settings["thresholds"][use] |= {"incident": least, "part": parts}
        print(use, round(score(least, parts) / 2, 4), least, parts)
    settings["calibration"]["part"] = fitted(*_part_truth(read))


def _climb(
    score: Callable[[dict[str, float], dict[str, float]], float],
) -> tuple[dict[str, float], dict[str, float]]:
    """Choose thresholds one after another, twice round, from those that are best when all parts share one."""
    both = max(product(GRID, GRID), key=lambda two: score({"any": two[0]}, dict.fromkeys(PARTS, two[1])))
    least, parts = {"any": both[0]}, dict.fromkeys(PARTS, both[1])
    for _ in range(2):
        for part in PARTS:
            parts[part] = max(GRID, key=lambda at: score(least, parts | {part: at}))
        least["any"] = max(GRID, key=lambda at: score({"any": at}, parts))
    return least, parts


def _part_truth(read: list[Read]) -> tuple[list[float], list[bool]]:
    """Give the score of each filler and whether gold has its words in its part."""
    scores, right = [], []
    for one in read:
        gold = _gold_words(one.item)
        for filler in one.fillers:
            scores.append(filler.score)
            right.append((PARTS[filler.part], filler.words) in gold)
    return scores, right


def _gold_words(item: Item) -> set[tuple[str, str]]:
    gold = cast("tuple[Template, ...]", item.gold)
    named = (
        (role, words)
        for t in gold
        for role, fillers in zip(ROLES, t.fillers, strict=True)
        for words in fillers
    )
    return {(role, words) for role, filler in named for words in filler}


def _labels(reader: TrainedReader, held: set[str], settings: dict[str, Any]) -> None:
    scores: list[float] = []
    right: list[bool] = []
    for name, folder in LABELS.items():
        task = find_task(name)
        items = [
            i for i in task.read(DATA / "conflict_text" / folder / "train.tsv") if i.question.text in held
        ]
        shares = [reader.labels(i.question.text, SCHEMES[name]) for i in items]
        for use, beta in USES.items():
            best = max(GRID, key=lambda at: _score(task, _judged(task, items, shares, at), beta))
            settings["thresholds"][use][name] = dict.fromkeys(shares[0] if shares else (), best)
            print(
                name, use, len(items), best, round(_score(task, _judged(task, items, shares, best), beta), 4)
            )
        scores += [p for row in shares for p in row.values()]
        right += [label in i.gold for i, row in zip(items, shares, strict=True) for label in row]  # type: ignore[operator]
    settings["calibration"]["label"] = fitted(scores, right)
    for use in USES:  # sentences go by the documents' threshold: no sentence of theirs is held out
        settings["thresholds"][use]["ipe-sents"] = settings["thresholds"][use]["ipe-docs"]


def _judged(task: Task, items: list[Item], shares: list[dict[str, float]], least: float) -> Iterator[Tally]:
    for item, row in zip(items, shares, strict=True):
        yield task.judge(item, Answer(labels=tuple((n, max(0.5, p)) for n, p in row.items() if p >= least)))


def _attributions(reader: TrainedReader, held: set[str], settings: dict[str, Any]) -> None:
    task = find_task("polnear")
    items = [i for i in task.read(DATA / "polnear" / "train") if i.question.text in held][:60]
    best: dict[str, tuple[float, dict[str, Any]]] = {use: (-1.0, {}) for use in USES}
    for inside, linked in product((0.3, 0.4, 0.5, 0.6), (0.2, 0.35, 0.5)):
        chosen = {"attribution": dict.fromkeys(("source", "cue", "content"), inside)}
        chosen["says"] = {"source": linked, "content": linked}
        settings["thresholds"]["balanced"] |= chosen
        tuned = open_reader(weights=reader.weights)
        tuned.weights.settings["thresholds"] = settings["thresholds"]  # type: ignore[index]
        judged = [task.judge(i, Answer(attributions=attributions_in(tuned, i.question.text))) for i in items]
        for use, beta in USES.items():
            score = _score(task, judged, beta)
            best[use] = max(best[use], (score, chosen), key=lambda pair: pair[0])
    for use, (score, chosen) in best.items():
        settings["thresholds"][use] |= chosen
        print("polnear", use, len(items), round(score, 4), chosen)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
