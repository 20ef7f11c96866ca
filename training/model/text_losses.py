"""What is wrong in the labels of whole texts."""

from __future__ import annotations

from collections.abc import Iterator

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from training.model.batches import Batch
from training.model.heads import LABELS, label_slice

__all__ = ["EXCLUSIVE", "label_loss", "pooled"]

EXCLUSIVE = frozenset({"cameo", "plover"})
"""Schemes of which one label holds."""


def pooled(labels: Tensor, mask: Tensor, bias: Tensor) -> Tensor:
    """Give [labels] for one text from the attention and values of its pieces, [pieces, 2 x labels]."""
    width = bias.shape[0]
    attention, values = labels[..., :width][mask], labels[..., width:][mask]
    return (torch.softmax(attention, 0) * values).sum(0) + bias


def label_loss(labels: Tensor, bias: Tensor, batch: Batch) -> Tensor:
    """Give the mean over texts and the schemes that they are annotated in; 0 where there is none."""
    losses: list[Tensor] = []
    for windows, gold in batch.texts:
        scored = pooled(labels[windows], batch.mask[windows].bool(), bias)
        losses += _of_schemes(scored, gold)
    return torch.stack(losses).mean() if losses else labels.sum() * 0


def _of_schemes(scored: Tensor, gold: Tensor) -> Iterator[Tensor]:
    for head in LABELS:
        at = label_slice(head.name)
        if gold[at.start] < 0:
            continue
        if head.name in EXCLUSIVE:
            yield cross_entropy(scored[at][None], gold[at].argmax()[None])
        else:
            yield binary_cross_entropy_with_logits(scored[at], gold[at].float())
