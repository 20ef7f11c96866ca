"""Logistic regressions over pooled states, and how they judge texts that they were not fitted to.

Pooled states of one encoder lie close together, so they are standardised; the result is folded back into
weights over states as they come.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from training.refitting.states import States

__all__ = ["FEWEST", "RARE", "Fit", "Row", "Solve", "crossed", "log_loss", "one_label", "several_labels"]

Array = npt.NDArray[np.float64]
STRENGTHS = (0.003, 0.02, 0.1)
"""Inverse strengths of the penalty that are tried."""
FEWEST = 8
"""Texts that must carry a label before a curve is fitted to it."""
RARE = -4.0
"""Log odds of a label that too few texts carry."""


class Row(NamedTuple):
    """A label's weights over states that are pooled by its own attention, or evenly."""

    own: bool
    weight: Array
    bias: float


class Fit(NamedTuple):
    """The rows of a head, and the logits [texts, labels] of each text by rows fitted without its part."""

    rows: tuple[Row, ...]
    crossed: Array


def several_labels(states: States, gold: npt.NDArray[np.int64], parts: npt.NDArray[np.int64]) -> Fit:
    """Fit each label by itself; attention and strength are those of the least crossed loss."""
    found = [_label(states, k, gold[:, k], parts) for k in range(gold.shape[1])]
    return Fit(tuple(row for row, _ in found), np.stack([logits for _, logits in found], 1))


def one_label(states: States, gold: npt.NDArray[np.int64], parts: npt.NDArray[np.int64]) -> Fit:
    """Fit labels of which one holds, together, over evenly pooled states."""
    chosen = gold.argmax(1)
    solvers = [_together(c, gold.shape[1]) for c in STRENGTHS]
    tried = [(solve, crossed(states.even, chosen, parts, solve)) for solve in solvers]
    best, logits = min(tried, key=lambda found: log_loss(found[1], gold, exclusive=True))
    weights, biases = best(states.even, chosen)
    return Fit(tuple(Row(False, w, float(b)) for w, b in zip(weights, biases, strict=True)), logits)


def log_loss(logits: Array, gold: npt.NDArray[np.int64], *, exclusive: bool = False) -> float:
    """Give the mean loss of a label, or of a text where one label holds."""
    if exclusive:
        return float((np.logaddexp.reduce(logits, 1) - (logits * gold).sum(1)).mean())
    return float((np.logaddexp(0, logits) - logits * gold).mean())


Solve = Callable[[Any, npt.NDArray[np.int64]], tuple[Array, Array]]
"""Gives weights [labels, size] and biases [labels] over features and classes, one label or exclusive ones."""


def crossed(x: Any, gold: npt.NDArray[np.int64], parts: npt.NDArray[np.int64], solve: Solve) -> Array:  # noqa: ANN401 - dense or sparse
    """Give the logits [texts, labels] of each text by what is fitted to the other parts."""
    found: dict[int, Array] = {}
    for part in np.unique(parts):
        weights, biases = solve(x[parts != part], gold[parts != part])
        logits = np.asarray(x[parts == part] @ weights.T + biases)
        found.update(zip(np.flatnonzero(parts == part).tolist(), logits, strict=True))
    return np.stack([found[k] for k in range(len(parts))])


def _label(
    states: States, k: int, gold: npt.NDArray[np.int64], parts: npt.NDArray[np.int64]
) -> tuple[Row, Array]:
    if gold.sum() < FEWEST:
        return Row(False, np.zeros(states.even.shape[1]), RARE), np.full(len(gold), RARE)

    pools = {False: states.even, True: states.own[:, k]}
    tried = {
        (own, c): crossed(x, gold, parts, _by_itself(c))[:, 0] for own, x in pools.items() for c in STRENGTHS
    }
    own, strength = min(tried, key=lambda one: log_loss(tried[one], gold))
    weights, biases = _by_itself(strength)(pools[own], gold)
    return Row(own, weights[0], float(biases[0])), tried[own, strength]


def _by_itself(strength: float) -> Solve:
    def solve(x: Array, gold: npt.NDArray[np.int64]) -> tuple[Array, Array]:
        if gold.min() == gold.max():
            return np.zeros((1, x.shape[1])), np.array([RARE])
        return _standardised(x, gold, strength)[1:]

    return solve


def _together(strength: float, classes: int) -> Solve:
    """Fit classes together; one that no text has is as good as never given."""

    def solve(x: Array, gold: npt.NDArray[np.int64]) -> tuple[Array, Array]:
        weights, biases = np.zeros((classes, x.shape[1])), np.full(classes, 5 * RARE)
        known, some, shifts = _standardised(x, gold, strength)
        at = known[-len(some) :]  # of two classes the first is the measure of the other
        biases[known] = 0.0
        weights[at], biases[at] = some, shifts
        return weights, biases

    return solve


def _standardised(x: Array, gold: npt.NDArray[np.int64], strength: float) -> tuple[Array, Array, Array]:
    """Give the classes, and weights and biases over features as they come, fitted to standardised ones."""
    mean, spread = x.mean(0), x.std(0) + 1e-6
    model = LogisticRegression(C=strength, max_iter=400, tol=1e-3).fit((x - mean) / spread, gold)
    plain = model.coef_ / spread
    return model.classes_, plain, model.intercept_ - plain @ mean
