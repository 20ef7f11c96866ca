"""Logistic regressions over hashed runs of words and letters, as a table that the reader adds up.

How rare a run is (inverse document frequency, K. Spärck Jones, 1972) is folded into its weights, so that
the reader needs the table alone.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from onrecord.find.models.trained.ngrams import BUCKETS, hashed
from training.refitting.regressions import FEWEST, RARE, crossed
from training.refitting.texts import LabelSet

__all__ = ["counts_of", "crossed_words", "narrowed", "table_of"]

Array = npt.NDArray[np.float64]
Gold = npt.NDArray[np.int64]
STRENGTH = 10.0
SELDOM = 2
"""Texts that must share a run before it counts."""
STEPS = 127
"""Steps on each side of 0 that a weight is rounded to."""


def counts_of(texts: LabelSet) -> Any:  # noqa: ANN401 - scipy has no types
    """Give [texts, rows of the table], sparse."""
    parties = texts.parties or (None,) * len(texts)
    found = [hashed(text, marked) for text, marked in zip(texts.texts, parties, strict=True)]
    ends = np.cumsum([0, *(len(one.rows) for one in found)])
    rows, counts = (np.concatenate(column) for column in zip(*found, strict=True))
    return csr_matrix((counts, rows, ends), shape=(len(texts), BUCKETS))


def table_of(counts: Any, gold: Gold) -> tuple[Array, Array]:  # noqa: ANN401 - scipy has no types
    """Give weights [rows of the table, labels] and biases [labels], each label against the others."""
    rarity = _rarity(counts)
    x = counts @ diags(rarity)
    found = [_label(x, gold[:, k]) for k in range(gold.shape[1])]
    return np.stack([w * rarity for w, _ in found], 1), np.array([bias for _, bias in found])


def crossed_words(counts: Any, gold: Gold, parts: Gold) -> Array:  # noqa: ANN401 - scipy has no types
    """Give the logits [texts, labels] of each text by a table fitted without its part."""

    def solve(x: Any, some: Gold) -> tuple[Array, Array]:  # noqa: ANN401 - scipy has no types
        weights, biases = table_of(x, some)
        return weights.T, biases

    return crossed(counts, gold, parts, solve)


def narrowed(weights: Array) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Give a table in int8 and what each of its columns is to be multiplied by."""
    scale = np.maximum(np.abs(weights).max(0), 1e-9) / STEPS
    return np.round(weights / scale).astype(np.int8), scale.astype(np.float32)


def _rarity(counts: Any) -> Array:  # noqa: ANN401 - scipy has no types
    """Give how rare each run is, 0 for one that too few texts share, such that texts have length about 1."""
    texts = np.asarray((counts > 0).sum(0)).ravel()
    rarity = np.where(texts < SELDOM, 0.0, np.log((1 + counts.shape[0]) / (1 + texts)) + 1)
    lengths = np.sqrt(np.asarray(counts.power(2) @ rarity**2))
    return np.asarray(rarity / max(float(lengths.mean()), 1e-9))


def _label(x: Any, gold: Gold) -> tuple[Array, float]:  # noqa: ANN401 - scipy has no types
    if gold.sum() < FEWEST or gold.min() == gold.max():
        return np.zeros(x.shape[1]), RARE
    model = LogisticRegression(C=STRENGTH, solver="liblinear").fit(x, gold)
    return model.coef_[0], float(model.intercept_[0])
