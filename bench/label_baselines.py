"""Baselines of the tasks that label texts: `python bench/label_baselines.py DATA [TASK ...] [--json]`.

Needs scikit-learn, which onrecord itself does not: TF-IDF of word 1-2 grams and character 3-5 grams, and one
logistic regression a label. Trains on the train part and scores the development part with the project's own
metric; cameo and plover have no development part and are scored over five folds of the train part
(`score/folds.py`). Thresholds are tuned on train alone, on probabilities crossed over the same folds. DATA is
the folder that holds conflict_text/ and plover/. `most frequent` gives each text the commonest label.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.answers import Answer, Answerer, Question
from onrecord.score.folds import fold_of
from onrecord.score.registry import find_task
from onrecord.score.running import Report, report_on
from onrecord.score.task import Item, Tally, Task
from onrecord.score.tasks.labels import scheme

PARTS = {
    "satp": ("conflict_text/satp_relevant/train.tsv", "conflict_text/satp_relevant/dev.tsv"),
    "insightcrime": ("conflict_text/insightCrime/train.tsv", "conflict_text/insightCrime/dev.tsv"),
    "ipe-docs": (
        "conflict_text/IndiaPoliceEvents_docs/train.tsv",
        "conflict_text/IndiaPoliceEvents_docs/dev.tsv",
    ),
    "ipe-sents": (
        "conflict_text/IndiaPoliceEvents_sents/train.tsv",
        "conflict_text/IndiaPoliceEvents_sents/dev.tsv",
    ),
    "cameo": ("conflict_text/cameo_class/train.tsv", ""),
    "plover": ("plover/PLV_train.tsv", ""),
}
"""Train and development file of each task; without the second, folds of the first."""

ONE_LABEL = frozenset({"cameo", "plover"})
GRID = tuple(step / 20 for step in range(1, 16))
FOLDS = 5
Gold = frozenset[str]


@dataclass(frozen=True, slots=True)
class MostFrequent:
    """Gives every text the label that most train texts have."""

    label: str

    def answers(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Give the same label each time."""
        return (Answer(labels=((self.label, 1.0),)) for _ in questions)


@dataclass(frozen=True, slots=True)
class Regressions:
    """One logistic regression a label on common features; thresholds move each probability's middle."""

    features: Any
    models: dict[str, Any]
    thresholds: dict[str, float]

    def answers(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Give every label with its probability, moved so that the threshold is one half."""
        for row in _probabilities(self, [question.text for question in questions]):
            yield Answer(labels=tuple((n, _moved(p, self.thresholds.get(n, 0.5))) for n, p in row.items()))


def main() -> None:
    """Print a row a task and baseline, or a JSON line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("tasks", nargs="*", default=list(PARTS))
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    for name in asked.tasks:
        for engine, report in _score(find_task(name), asked.data):
            if asked.json:
                print(json.dumps({"engine": engine, **report.line()}), flush=True)
            else:
                shares = (report.precision, report.recall, report.f1, report.low, report.high)
                print(f"{name:14}{engine:15}", *(f"{100 * share:7.1f}" for share in shares), flush=True)


def _score(task: Task, data: Path) -> Iterator[tuple[str, Report]]:
    train, dev = PARTS[task.name]
    items = list(task.read(data / train))
    pairs = [(items, list(task.read(data / dev)))] if dev else list(_crossed(items))
    for engine, make in (("most frequent", _most_frequent), ("TF-IDF", _regressions)):
        tallies = [tally for known, asked in pairs for tally in _judge(task, make(task.name, known), asked)]
        yield engine, report_on(task, tallies)


def _crossed(items: Sequence[Item]) -> Iterator[tuple[list[Item], list[Item]]]:
    """Give for each fold the items outside it and those in it."""
    folds = [fold_of(item.question.text, FOLDS) for item in items]
    for fold in range(FOLDS):
        outside = [item for item, at in zip(items, folds, strict=True) if at != fold]
        yield outside, [item for item, at in zip(items, folds, strict=True) if at == fold]


def _judge(task: Task, answerer: Answerer, items: list[Item]) -> Iterator[Tally]:
    answers = answerer.answers([item.question for item in items])
    return (task.judge(item, answer) for item, answer in zip(items, answers, strict=True))


def _most_frequent(task: str, items: Sequence[Item]) -> MostFrequent:
    del task
    return MostFrequent(Counter(label for item in items for label in _gold(item)).most_common(1)[0][0])


def _regressions(task: str, items: Sequence[Item]) -> Regressions:
    fitted = _fit(task, items)
    return (
        fitted if task in ONE_LABEL else Regressions(fitted.features, fitted.models, _thresholds(task, items))
    )


def _fit(task: str, items: Sequence[Item]) -> Regressions:
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415
    from sklearn.pipeline import make_union  # noqa: PLC0415

    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    pieces = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), min_df=2, sublinear_tf=True)
    features = make_union(words, pieces)
    table = features.fit_transform([item.question.text for item in items])
    models = {}
    for label in scheme(task):
        flags = [label in _gold(item) for item in items]
        if any(flags):
            models[label] = LogisticRegression(C=10, solver="liblinear").fit(table, flags)
    return Regressions(features, models, {})


def _probabilities(fitted: Regressions, texts: list[str]) -> list[dict[str, float]]:
    table = fitted.features.transform(texts)
    columns = {label: model.predict_proba(table)[:, 1] for label, model in fitted.models.items()}
    return [{label: float(column[at]) for label, column in columns.items()} for at in range(len(texts))]


def _thresholds(task: str, items: Sequence[Item]) -> dict[str, float]:
    """Tune on crossed probabilities: the best common threshold, then each label's own in turn."""
    rows: list[dict[str, float]] = []
    gold: list[Gold] = []
    for known, asked in _crossed(items):
        rows += _probabilities(_fit(task, known), [item.question.text for item in asked])
        gold += [_gold(item) for item in asked]
    labels = list(scheme(task))
    best = max((dict.fromkeys(labels, step) for step in GRID), key=lambda t: _mean_f1(rows, gold, t))
    for label in labels:
        best = max(({**best, label: step} for step in GRID), key=lambda t: _mean_f1(rows, gold, t))
    return best


def _mean_f1(rows: Sequence[dict[str, float]], gold: Sequence[Gold], thresholds: dict[str, float]) -> float:
    """Give the mean of F1 over texts with a label on either side."""
    total, count = 0.0, 0
    for row, held in zip(rows, gold, strict=True):
        given = {label for label, p in row.items() if p >= thresholds[label]}
        if given or held:
            total += 2 * len(given & held) / (len(given) + len(held))
            count += 1
    return total / count if count else 0.0


def _moved(probability: float, threshold: float) -> float:
    if probability < threshold:
        return probability / threshold / 2
    return 0.5 + (probability - threshold) / (1 - threshold) / 2


def _gold(item: Item) -> Gold:
    if not isinstance(item.gold, frozenset):
        raise TypeError(f"{item.id}: gold of a label task is a set of labels")
    return item.gold


if __name__ == "__main__":
    main()
