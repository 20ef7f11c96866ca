"""What is wrong at the pieces of a batch: tags of stretches, and marks at their first pieces."""

from __future__ import annotations

from collections import defaultdict

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from training.model.batches import Batch
from training.model.heads import MARKS, TAGS, mark_slice, tag_slice

__all__ = ["INSIDE", "mark_loss", "tag_loss"]

INSIDE = 3.0
"""A piece inside a stretch counts this much more than one outside: stretches are rare."""
STATES = 3
"""Outputs of a tag class: outside, begins, goes on."""
Marks = list[tuple[int, int, tuple[int, ...]]]


def tag_loss(logits: Tensor, gold: Tensor) -> Tensor:
    """Give the sum over tag heads of what a known piece costs; 0 where nothing is annotated."""
    losses = []
    for head in TAGS:
        at = tag_slice(head.name)
        asked = gold[..., at.start // STATES : at.stop // STATES]
        known = asked >= 0
        if known.any():
            scored = logits[..., at].unflatten(-1, (-1, STATES))[known]
            weight = torch.tensor([1.0, INSIDE, INSIDE])
            loss = cross_entropy(scored, asked[known], weight=weight, reduction="sum")
            losses.append(loss / known.any(-1).sum())
    return torch.stack(losses).sum() if losses else logits.sum() * 0


def mark_loss(logits: Tensor, batch: Batch) -> Tensor:
    """Give the sum over mark heads of what a marked stretch costs; 0 where nothing is marked."""
    by_head: defaultdict[str, Marks] = defaultdict(list)
    for window, head, piece, classes in batch.marks:
        by_head[head].append((window, piece, classes))
    losses = [_of_head(logits, head.name, by_head[head.name]) for head in MARKS if by_head[head.name]]
    return torch.stack(losses).sum() if losses else logits.sum() * 0


def _of_head(logits: Tensor, head: str, rows: Marks) -> Tensor:
    windows, pieces, classes = zip(*rows, strict=True)
    scored = logits[list(windows), list(pieces)][:, mark_slice(head)]
    if head == "incident":  # a stretch may fill a part in incidents of several types
        return binary_cross_entropy_with_logits(scored, torch.tensor(classes, dtype=torch.float))
    return cross_entropy(scored, torch.tensor([first for first, *_ in classes]))
