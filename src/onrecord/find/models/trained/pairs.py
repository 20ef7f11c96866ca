"""Scores of pairs of stretches: one hidden layer over the halves that the graph gives."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.find.models.trained.features import alike, distance
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.weights import Floats, Weights

__all__ = ["UNREAD", "pair_logits", "role_logits", "sigmoid"]

Chars = tuple[int, int]
Pair = tuple[Chars, Chars]
UNREAD = -30.0
"""The log odds of a pair of which one stretch was not read."""
AT_ONCE = 4096
"""Pairs whose hidden layer is held in memory at once."""
REACH = 100
"""Pieces on either side of a trigger beyond which every distance is of one class."""


def sigmoid(logits: Floats) -> Floats:
    """Give shares from log odds."""
    shares: Floats = 1 / (1 + np.exp(-logits.clip(-30, 30)))
    return shares


def pair_logits(weights: Weights, signals: Signals, head: str, pairs: Sequence[Pair]) -> Floats:
    """Give [pairs, classes] of a pair head; UNREAD for every class where no piece of one was read."""
    empty = np.zeros((0, len(weights.pairs.classes[head])), dtype=np.float32)
    some = (pairs[k : k + AT_ONCE] for k in range(0, len(pairs), AT_ONCE))
    return np.concatenate([empty, *(_some_logits(weights, signals, head, part) for part in some)])


def _some_logits(weights: Weights, signals: Signals, head: str, pairs: Sequence[Pair]) -> Floats:
    places = {at: signals.pieces(*at) for at in {at for pair in pairs for at in pair}}
    rows = np.array([(places[one] or (0, 1), places[other] or (0, 1)) for one, other in pairs])
    left, right = _halves(weights, signals, head)
    l0, l1, r0, r1 = rows.reshape(-1, 4).T
    hidden = (left[l0] + left[l1 - 1] + right[r0] + right[r1 - 1]) / 2
    hidden += weights.arrays[f"{head}.distance"][[distance(*row) for row in rows.tolist()]]
    words = {at: signals.text[slice(*at)] for at in places}
    hidden += weights.arrays[f"{head}.alike"][[alike(words[one], words[other]) for one, other in pairs]]
    logits = _out(weights, head, hidden)
    logits[[not (places[one] and places[other]) for one, other in pairs]] = UNREAD
    return logits


def role_logits(weights: Weights, signals: Signals, trigger: Chars) -> Floats:
    """Give [pieces, classes] of the role head for one trigger; no rows where the trigger was not read."""
    place = signals.pieces(*trigger)
    if not place:
        return np.zeros((0, len(weights.pairs.classes["role"])), dtype=np.float32)
    left, right = _halves(weights, signals, "role")
    first, last = max(0, place[0] - REACH), min(len(signals), place[1] + REACH)
    near = [distance(place, (k, k + 1)) for k in range(first, last)]
    classes = np.pad(near, (first, len(signals) - last), mode="edge")
    hidden = (left[place[0]] + left[place[1] - 1]) / 2 + right + weights.arrays["role.distance"][classes]
    return _out(weights, "role", hidden + weights.arrays["role.alike"][0])


def _halves(weights: Weights, signals: Signals, head: str) -> tuple[Floats, Floats]:
    size = weights.arrays[f"{head}.out"].shape[1]
    start = 2 * size * list(weights.pairs.classes).index(head)
    return signals.halves[:, start : start + size], signals.halves[:, start + size : start + 2 * size]


def _out(weights: Weights, head: str, hidden: Floats) -> Floats:
    """Multiply by einsum and not `@`, whose threads cost more than they do for products of this size."""
    raised, out = np.maximum(hidden, 0), weights.arrays[f"{head}.out"]
    logits: Floats = np.einsum("ps,cs->pc", raised, out) + weights.arrays[f"{head}.bias"]
    return logits
