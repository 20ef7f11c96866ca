"""Fit the weights of vocabulary/place_features: `python training/fit_places.py [--half 0|1] FILE.xml ...`.

Files are GeoVirus' and LGL's. The model is a conditional logit: the chance of a place among those of its
name. What is raised is the log chance of all places within 161 km of the gold point, less a square penalty
around the table's weights as they stand; in each of a few rounds the features that depend on other names
are taken anew with the weights so far. With `--half`, only documents at even or odd positions are used, so
that the others can judge. Each file weighs the same.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast

import numpy as np

from onrecord.answers import Question
from onrecord.find.answering.reading import as_text
from onrecord.resolve import tables
from onrecord.resolve.answering_places import mentions_of
from onrecord.resolve.gazetteer import Gazetteer
from onrecord.resolve.nearness import kilometres
from onrecord.resolve.place_beliefs import Belief, settle
from onrecord.resolve.place_context import demonym_votes, holdings
from onrecord.resolve.place_score import Asked
from onrecord.resolve.place_words import read_words
from onrecord.score.tasks.places import NEAR_KM, TASKS
from onrecord.score.tasks.places_files import Marked

TABLE = Path(__file__).parents[1] / "src/onrecord/vocabulary/place_features.csv"
FIXED = ("enough", "least", "holder")
ROUNDS, STEPS, RATE = 5, 400, 0.3
PENALTY = 0.003


class Choice(NamedTuple):
    """One name: a row of features a place, which places are right, and how much the name counts."""

    features: np.ndarray
    right: np.ndarray
    weight: float


def beliefs_of(question: Question, gazetteer: Gazetteer) -> list[Belief]:
    """Give what is believed of the given names of a text."""
    text = as_text(question)
    mentions = mentions_of(question, text)
    said = [read_words(text, mention, gazetteer) for mention in mentions]
    held = holdings(text, mentions, said, gazetteer)
    asked = [Asked(*one) for one in zip(mentions, said, held, strict=True)]
    return settle(asked, demonym_votes(text.content), gazetteer)


def choices(files: list[Path], half: int | None, names: list[str], gazetteer: Gazetteer) -> Iterator[Choice]:
    """Give every name of which some place is right and some is not."""
    for file in files:
        items = [item for at, item in enumerate(TASKS[0].read(file)) if half is None or at % 2 == half]
        found = [choice for item in items for choice in _of(item.question, item.gold, names, gazetteer)]
        yield from (choice._replace(weight=1.0 / len(found)) for choice in found)


def _of(question: Question, gold: object, names: list[str], gazetteer: Gazetteer) -> Iterator[Choice]:
    marked = cast("Marked", gold)
    for toponym, belief in zip(marked.toponyms, beliefs_of(question, gazetteer), strict=True):
        near = [
            bool(
                one.found.middle and toponym.point and kilometres(one.found.middle, toponym.point) <= NEAR_KM
            )
            for one in belief
        ]
        if any(near) and not all(near):
            table = np.zeros((len(belief), len(names)))
            for row, one in enumerate(belief):
                for feature in one.features:
                    table[row, names.index(feature.name)] = feature.value
            yield Choice(table, np.array(near), 1.0)


def fitted(taken: list[Choice], start: np.ndarray) -> np.ndarray:
    """Give the weights that raise the chance of what is right, by plain gradient steps with momentum."""
    weights, pace = start.copy(), np.zeros_like(start)
    for _ in range(STEPS):
        slope = -PENALTY * (weights - start)
        for table, right, weight in taken:
            sums = table @ weights
            shares = np.exp(sums - sums.max())
            whole, good = shares / shares.sum(), shares * right / (shares * right).sum()
            slope += weight * (table.T @ (good - whole))
        pace = 0.9 * pace + RATE * slope
        weights = weights + pace
    return weights


def main() -> None:
    """Fit, and write the table anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--half", type=int, default=None)
    asked = parser.parse_args()
    table = tables.weights("place_features", "weight")
    names = [name for name in table if name not in FIXED]
    gazetteer, start = Gazetteer.shipped(), np.array([table[name] for name in names])
    for _ in range(ROUNDS):
        taken = list(choices(asked.files, asked.half, names, gazetteer))
        found = fitted(taken, start)
        table |= dict(zip(names, map(float, found), strict=True))
        print(" ".join(f"{name}={table[name]:.2f}" for name in names), file=sys.stderr)
    _write(table)


def _write(table: dict[str, float]) -> None:
    lines = []
    for line in TABLE.read_text("utf-8").splitlines():
        name, *cells = line.split(",", 2)
        lines.append(f"{name},{table[name]:.2f},{cells[1]}" if name in table else line)
    TABLE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
