"""Fit vocabulary/muc_people_weights: `python -m training.fit_people MUC4/dev`.

Reads the development part's texts and keys, lets the shipped reader tell whose names are victims', and fits
by logistic regression which nouns for people are victims in some template of the key. A noun is as likely as
its likeliest phrase, so phrases are chosen and weights fitted in turn (S. Andrews and others, Support vector
machines for multiple-instance learning, 2002). Prints how well nouns are told by weights of other folds.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, cast

import numpy as np

from onrecord.find.answering.people_names import names_of
from onrecord.find.answering.people_traits import Traits
from onrecord.find.answering.reading import sentences_of
from onrecord.find.answering.trained_people import groups_of, traits_of
from onrecord.find.models.trained.incident_sure import BIAS, Rule, likelihood
from onrecord.find.models.trained.incidents import incidents_in
from onrecord.find.models.trained.reader import TrainedReader, open_reader
from onrecord.score.task import Item
from onrecord.score.tasks.muc_fills import Fill, words
from onrecord.score.tasks.muc_keys import Sheet
from onrecord.score.tasks.muc_texts import read_messages
from training.tuning.regression import regressed

TABLE = Path(__file__).parents[1] / "src/onrecord/vocabulary/muc_people_weights.csv"
FOLDS, ROUNDS = 5, 5
RARE = 15
"""Phrases that a trait must be seen in to have a weight."""
PULL = 30.0
SMALL = 0.03
"""Weights that move the log odds less than this, by a spread of their trait, are left out."""


class Noun(NamedTuple):
    """A noun for people of a text: the traits of each phrase, and whether the key has it as a victim."""

    text: int
    phrases: list[Traits]
    right: bool


def nouns_of(reader: TrainedReader, items: Iterable[Item]) -> Iterator[Noun]:
    """Give the nouns for people of all texts in which the reader sees an incident."""
    for at, item in enumerate(items):
        incidents = incidents_in(reader, item.question.text)
        if incidents:
            wanted = list(_described(cast("Sequence[Sheet]", item.gold)))
            for group in groups_of(sentences_of(item.question), names_of(item.question.text, incidents)):
                right = any(
                    words((one.words,), (tag,)) for one in group for fill in wanted for tag in fill.tags
                )
                yield Noun(at, traits_of(group), right)


def _described(sheets: Sequence[Sheet]) -> Iterator[Fill]:
    """Give the counted victims of a key that are not names."""
    for sheet in sheets:
        names = {fill.values[0][0].lower() for fill in sheet.fills["victim_name"]}
        for fill in sheet.fills["victim_number"]:
            if fill.tags and not names.intersection(tag.lower() for tag in fill.tags):
                yield fill


def fitted(nouns: Sequence[Noun]) -> Rule:
    """Give the weights, those of traits that matter alone."""
    seen = Counter(
        trait for noun in nouns for traits in noun.phrases for trait, value in traits.items() if value
    )
    kept = sorted(trait for trait, often in seen.items() if often >= RARE)
    rule = _climbed(nouns, kept)
    phrases = [traits for noun in nouns for traits in noun.phrases]
    strong = [
        trait for trait in kept if abs(rule[trait]) * np.std([p.get(trait, 0.0) for p in phrases]) >= SMALL
    ]
    return _climbed(nouns, strong)


def _climbed(nouns: Sequence[Noun], kept: Sequence[str]) -> Rule:
    rule: Rule = {"counted": 2.0, "beside": 1.0}
    right = [noun.right for noun in nouns]
    for _ in range(ROUNDS):
        best = [max(noun.phrases, key=lambda traits: likelihood(traits, rule)) for noun in nouns]
        rule = regressed([{trait: one.get(trait, 0.0) for trait in kept} for one in best], right, PULL)
    return rule


def best_f1(shares: Sequence[float], right: Sequence[bool]) -> tuple[float, float]:
    """Give the greatest F1 over all thresholds, and the threshold."""
    order = np.argsort([-share for share in shares])
    hits = np.cumsum(np.array(right)[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + sum(right))
    return float(f1.max()), shares[order[int(f1.argmax())]]


def share_of(noun: Noun, rule: Rule) -> float:
    """Give how likely a noun is a victim."""
    return max(likelihood(traits, rule) for traits in noun.phrases)


def main() -> None:
    """Fit on all, print what folds say, and write the table anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    asked = parser.parse_args()
    nouns = list(nouns_of(open_reader(), read_messages(asked.data, "muc4-slots")))
    shares = [0.0] * len(nouns)
    for fold in range(FOLDS):
        rule = fitted([noun for noun in nouns if noun.text % FOLDS != fold])
        shares = [
            share_of(n, rule) if n.text % FOLDS == fold else s for n, s in zip(nouns, shares, strict=True)
        ]
    f1, least = best_f1(shares, [noun.right for noun in nouns])
    sys.stdout.write(
        f"{len(nouns)} nouns, {sum(n.right for n in nouns)} right; folds: F1 {f1:.3f} at {least:.2f}\n"
    )
    _write(fitted(nouns))


def _write(rule: Rule) -> None:
    head = [line for line in TABLE.read_text("utf-8").splitlines() if line.startswith("#")]
    strongest = sorted((one for one in rule.items() if one[0] != BIAS), key=lambda one: -abs(one[1]))
    lines = [f"{trait},{weight:.3f}" for trait, weight in [(BIAS, rule[BIAS]), *strongest]]
    TABLE.write_text("\n".join([*head, "trait,weight", *lines]) + "\n", "utf-8")


if __name__ == "__main__":
    main()
