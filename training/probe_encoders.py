"""Encoders beside each other: words/s against F1 of a probe: `python -m training.probe_encoders FOLDER...`.

A probe says what an encoder's states hold before anything was trained, on an equal footing and cheaply; it is
not what a reader trained from the encoder comes to. The mean of the last states of a text's first window is
standardised, each label gets a logistic regression over it and the threshold that does best in
cross-validation on the same training texts; both tasks are scored in their own metric on development texts.
States are those of 32 bits, speed is that of the int8 graph (`training.encoders`), measured in the same run.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import cross_val_predict
from tokenizers import Tokenizer
from transformers import AutoModel

from onrecord.answers import Answer
from onrecord.score.registry import find_task
from onrecord.score.running import Report, report_on
from onrecord.score.task import Task
from training.encoders import DATA, HEAD, States, measured, opened, spread, write_graph
from training.export import WINDOW

TASKS = {
    "satp": "conflict_text/satp_relevant",
    "ipe-sents": "conflict_text/IndiaPoliceEvents_sents",
}
MOST = 1_000
"""Training texts, and development texts, of a task at most: evenly spread over its file."""
TOGETHER = 8
FEWEST = 5
"""Training texts that must carry a label; a rarer one is never given."""
STRENGTH = 0.03
STEPS = tuple(step / 20 for step in range(2, 15))
CROSSED = 5


def main() -> None:
    """Print a row an encoder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--texts", type=int, default=200, help="texts that speed is measured on")
    parser.add_argument("--most", type=int, default=MOST)
    asked = parser.parse_args()
    told, cells = measured(asked.folders, asked.texts)
    head, rule = HEAD.splitlines()
    print(f"{told}\n\n{head} {' | '.join(TASKS)} |\n{rule}{'---:|' * len(TASKS)}")
    for folder in asked.folders:
        shares = " | ".join(_share(report) for report in _reports(folder, asked.most))
        print(f"| {folder.name} | {cells[folder.name]} | {shares} |", flush=True)


def _share(report: Report) -> str:
    return f"{100 * report.f1:.1f} ({100 * report.low:.1f} to {100 * report.high:.1f})"


def _reports(folder: Path, most: int) -> Iterator[Report]:
    """Give the report of each task over an encoder's states."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    model = States(AutoModel.from_pretrained(folder, attn_implementation="eager")).eval()
    with tempfile.TemporaryDirectory() as scratch:
        write_graph(model, Path(scratch) / "whole.onnx")
        session = opened(Path(scratch) / "whole.onnx")
        for name, place in TASKS.items():
            yield _report(find_task(name), DATA / place, most, partial(_states, session, tokenizer))


def _report(task: Task, place: Path, most: int, states: Callable[[Sequence[str]], Any]) -> Report:
    known, dev = (spread(list(task.read(place / f"{part}.tsv")), most) for part in ("train", "dev"))
    gold = [cast("frozenset[str]", item.gold) for item in known]
    rows = (states([item.question.text for item in part]) for part in (known, dev))
    answers = probed(next(rows), gold, next(rows))
    return report_on(task, [task.judge(*pair) for pair in zip(dev, answers, strict=True)])


def _states(session: Any, tokenizer: Tokenizer, texts: Sequence[str]) -> Any:  # noqa: ANN401
    """Give a row a text: the mean state of its first window, special pieces among them."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(WINDOW)
    ids = [tokenizer.encode(text).ids for text in texts]
    order = sorted(range(len(ids)), key=lambda k: len(ids[k]))
    found: dict[int, Any] = {}
    for k in range(0, len(order), TOGETHER):
        some = order[k : k + TOGETHER]
        found |= dict(zip(some, _means(session, [ids[at] for at in some]), strict=True))
    return np.stack([found[k] for k in range(len(ids))])


def _means(session: Any, windows: Sequence[list[int]]) -> Any:  # noqa: ANN401
    padded = np.ones((len(windows), max(map(len, windows))), dtype=np.int64)
    for row, window in enumerate(windows):
        padded[row, : len(window)] = window
    lengths = np.array([[len(window)] for window in windows])
    mask = (np.arange(padded.shape[1]) < lengths).astype(np.int64)
    states = session.run(None, {"ids": padded, "mask": mask})[0]
    return (states * mask[..., None]).sum(1) / lengths


def probed(known: Any, gold: Sequence[frozenset[str]], asked: Any) -> list[Answer]:  # noqa: ANN401
    """Give the labels of each row that is asked about, learnt from the rows that are known."""
    mean, spread_of = known.mean(0), known.std(0) + 1e-6
    known, asked = (known - mean) / spread_of, (asked - mean) / spread_of
    found: list[list[tuple[str, float]]] = [[] for _ in asked]
    for label in sorted(frozenset().union(*gold)):
        flags = np.array([label in labels for labels in gold])
        if flags.sum() < FEWEST:
            continue
        model = LogisticRegression(C=STRENGTH, max_iter=500)
        crossed = cross_val_predict(model, known, flags, cv=CROSSED, method="predict_proba")[:, 1]
        least = max(STEPS, key=lambda step: f1_score(flags, crossed >= step, zero_division=0))
        shares = model.fit(known, flags).predict_proba(asked)[:, 1]
        for row in np.flatnonzero(shares >= least):
            found[row].append((label, 1.0))
    return [Answer(labels=tuple(labels)) for labels in found]


if __name__ == "__main__":
    main()
