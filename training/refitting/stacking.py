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

__all__ = ["Mix", "mixed", "several_mixed", "shared"]

Gold = npt.NDArray[np.int64]
STRENGTH = 1.0
"""Inverse strength of the penalty on the weights and on what is added to each label."""
TEMPERS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5)


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


def shared(encoder: Array, words: Array, gold: Gold, share: float, *, exclusive: bool) -> Mix:
    """Give words a share of the whole that is known, and weigh that whole alone."""
    whole = (1 - share) * encoder + share * words
    if exclusive:
        scale = min(TEMPERS, key=lambda t: log_loss(t * whole, gold, exclusive=True))
        return Mix(scale * (1 - share), scale * share, np.zeros(gold.shape[1]))
    scale, _, shifts = _fitted(whole, np.zeros_like(whole), gold)
    return Mix(scale * (1 - share), scale * share, shifts)


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
