"""One logit from two, of the encoder and of the words, weighed on texts that neither was fitted to.

Source: D. Wolpert, Stacked generalization, 1992. The fit is a logistic curve (J. Platt, 1999), so that the
mixed logits are log odds as they are met, not only an order.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from training.refitting.regressions import Array, log_loss

__all__ = ["Mix", "known_mixed", "mixed", "several_mixed"]

Gold = npt.NDArray[np.int64]
STRENGTH = 1.0
"""Inverse strength of the penalty on the weights and on what is added to each label."""
FARTHEST, HALVINGS = 10.0, 40
"""How far a label may be moved, and how often the way there is halved."""


class Mix(NamedTuple):
    """The weights of both, for all labels of a head alike, and what is added to each label."""

    encoder: float
    words: float
    shifts: Array


def mixed(mix: Mix, encoder: Array, words: Array) -> Array:
    """Give the mixed logits [texts, labels]."""
    return mix.encoder * encoder + mix.words * words + mix.shifts


def several_mixed(encoder: Array, words: Array, gold: Gold, parts: Gold) -> Mix:
    """Weigh both; words that make the loss no less, in texts left out in turn, get no weight."""
    none = np.zeros_like(words)
    alone, both = (_crossed_loss(encoder, other, gold, parts) for other in (none, words))
    mix = _fitted(encoder, words, gold)
    return mix if both < alone and mix.words > 0 else _fitted(encoder, none, gold)


def known_mixed(weights: tuple[float, float], encoder: Array, words: Array, gold: Gold) -> Mix:
    """Weigh encoder and words as is known, and add to each label what makes it as likely as it is met."""
    whole = weights[0] * encoder + weights[1] * words
    wanted = gold.mean(0).clip(1e-4, 1 - 1e-4)
    low, high = np.full(gold.shape[1], -FARTHEST), np.full(gold.shape[1], FARTHEST)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        under = (1 / (1 + np.exp(-(whole + middle)))).mean(0) < wanted
        low, high = np.where(under, middle, low), np.where(under, high, middle)
    return Mix(*weights, (low + high) / 2)


def _crossed_loss(encoder: Array, words: Array, gold: Gold, parts: Gold) -> float:
    found = np.zeros(gold.shape)
    for part in np.unique(parts):
        others = parts != part
        mix = _fitted(encoder[others], words[others], gold[others])
        found[~others] = mixed(mix, encoder[~others], words[~others])
    return log_loss(found, gold)


def _fitted(encoder: Array, words: Array, gold: Gold) -> Mix:
    texts, labels = gold.shape
    shifts = np.tile(np.eye(labels), (texts, 1))
    design = np.column_stack([encoder.ravel(), words.ravel(), shifts])
    model = LogisticRegression(C=STRENGTH, fit_intercept=False, max_iter=500).fit(design, gold.ravel())
    first, second, *rest = model.coef_[0]
    return Mix(float(first), float(second), np.array(rest))
