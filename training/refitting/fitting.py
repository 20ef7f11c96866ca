"""One head from its texts: rows over states and a table of words, weighed so that both add up to log odds."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np

from onrecord.find.models.trained.graph import Graph
from training.refitting.regressions import Array, Fit, Row, one_label, several_labels
from training.refitting.stacking import Mix, known_mixed, mixed, several_mixed
from training.refitting.states import States, states_of
from training.refitting.texts import HEADS, LabelSet
from training.refitting.words import counts_of, crossed_words, table_of

__all__ = ["Head", "fit_head", "logits_of"]

EXCLUSIVE = frozenset({"cameo", "plover"})
"""Sets of which one label holds."""
WEIGHTS = dict.fromkeys(HEADS, (0.45, 0.6)) | {"cameo": (0.45, 1.0), "plover": (0.4, 1.0)}
"""The weights of encoder and words where no texts are held out to find them on.

Those of CAMEO and PLOVER are about the best of an encoder that has read neither; the others are those of
SATP, which is read about as often as sentences are.
"""
ENOUGH = 50
"""Texts held out on which encoder and words can be weighed against each other."""


class Head(NamedTuple):
    """What is written of a head, and how it judges texts that it was not fitted to, as far as can be."""

    rows: tuple[Row, ...]
    table: Array
    judged: LabelSet
    logits: Array
    mix: Mix


def fit_head(graph: Graph, seen: LabelSet, held: LabelSet, cache: Path | None = None) -> Head:
    """Fit a head to texts, and weigh its two sides on those held out, where there are enough of them.

    When they have been weighed, those held out are fitted to as well. Elsewhere both are weighed by WEIGHTS,
    and texts are judged by what was fitted to the others: the encoder has read them, which flatters it.
    """
    if len(held) < ENOUGH:
        return _crossed_head(seen, states_of(graph, seen, cache))
    parts = [states_of(graph, texts, cache) for texts in (seen, held)]
    fit, (weights, biases) = _fitted(seen, parts[0])
    encoder, words = logits_of(fit, parts[1]), np.asarray(counts_of(held) @ weights + biases)
    mix = several_mixed(encoder, words, held.gold, held.parts)
    states = States(*(np.concatenate(both) for both in zip(*parts, strict=True)))
    return _head(*_fitted(seen + held, states), mix, held, mixed(mix, encoder, words))


def _crossed_head(seen: LabelSet, states: States) -> Head:
    fit, table = _fitted(seen, states)
    words = crossed_words(counts_of(seen), seen.gold, seen.parts)
    mix = known_mixed(WEIGHTS[seen.name], fit.crossed, words, seen.gold)
    if seen.name in EXCLUSIVE:
        mix = mix._replace(shifts=np.zeros(seen.gold.shape[1]))
    return _head(fit, table, mix, seen, mixed(mix, fit.crossed, words))


def _fitted(texts: LabelSet, states: States) -> tuple[Fit, tuple[Array, Array]]:
    fit = (one_label if texts.name in EXCLUSIVE else several_labels)(states, texts.gold, texts.parts)
    return fit, table_of(counts_of(texts), texts.gold)


def _head(fit: Fit, table: tuple[Array, Array], mix: Mix, judged: LabelSet, logits: Array) -> Head:
    weights, biases = table
    rows = tuple(_moved(row, mix, k, float(biases[k])) for k, row in enumerate(fit.rows))
    return Head(rows, mix.words * weights, judged, logits, mix)


def logits_of(fit: Fit, states: States) -> Array:
    """Give what fitted rows say of texts, [texts, labels]."""
    found = [
        (states.own[:, k] if row.own else states.even) @ row.weight + row.bias
        for k, row in enumerate(fit.rows)
    ]
    return np.stack(found, 1)


def _moved(row: Row, mix: Mix, k: int, bias: float) -> Row:
    """Give a row with its share of the mix in it, and all that is added to the label in its bias."""
    added = mix.encoder * row.bias + mix.words * bias + float(mix.shifts[k])
    return Row(row.own, mix.encoder * row.weight, added)
