"""What is wrong between pairs of stretches, and between a trigger and each piece of its window."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from onrecord.find.models.trained.features import distance
from training.model.batches import Rows
from training.model.heads import PAIRS
from training.model.network import PAIR_SIZE, Reader
from training.model.piece_losses import INSIDE

__all__ = ["pair_losses"]


def pair_losses(model: Reader, halves: Tensor, pairs: Rows) -> dict[str, Tensor]:
    """Give the loss of each pair head that has pairs in the batch; `halves` are [windows, pieces, width]."""
    found = {}
    for number, head in enumerate(PAIRS):
        rows = pairs.get(head.name)
        if rows:
            start = 2 * PAIR_SIZE * number
            left, right = halves[..., start : start + 2 * PAIR_SIZE].split(PAIR_SIZE, dim=-1)
            found[head.name] = _of_head(model, head.name, left, right, rows)
    return found


def _of_head(model: Reader, name: str, left: Tensor, right: Tensor, rows: list[tuple[int, ...]]) -> Tensor:
    if name == "role":
        return _role_loss(model, left, right, rows)
    w, l0, l1, r0, r1, gap, like, kind = torch.tensor(rows).unbind(1)
    one, other = (left[w, l0] + left[w, l1]) / 2, (right[w, r0] + right[w, r1]) / 2
    scored = model.pairs[name](one, other, gap, like)
    if name == "relation":
        return cross_entropy(scored, kind)
    column = kind // 2 if name == "says" else torch.zeros_like(kind)
    picked = scored.gather(1, column[:, None])[:, 0]
    return binary_cross_entropy_with_logits(picked, (kind % 2).float())


def _role_loss(model: Reader, left: Tensor, right: Tensor, rows: list[tuple[int, ...]]) -> Tensor:
    losses = []
    for window, first, last, pieces, *classes in rows:
        trigger = (left[window, first] + left[window, last]) / 2
        others = right[window, :pieces]
        gap, like = _from_trigger(first, last, pieces)
        scored = model.pairs["role"](trigger.expand_as(others), others, gap, like)
        weight = torch.tensor([1.0] + [INSIDE] * (scored.shape[1] - 1))
        losses.append(cross_entropy(scored, torch.tensor(classes), weight=weight))
    return torch.stack(losses).mean()


def _from_trigger(first: int, last: int, pieces: int) -> tuple[Tensor, Tensor]:
    found = [distance((first, last + 1), (k, k + 1)) for k in range(pieces)]
    return torch.tensor(found), torch.zeros(pieces, dtype=torch.long)
