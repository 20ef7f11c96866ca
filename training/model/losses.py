"""One number to lower: the weighted sum of what each head gets wrong in a batch."""

from __future__ import annotations

import torch
from torch import Tensor

from training.model.batches import Batch
from training.model.network import Reader
from training.model.pair_losses import pair_losses
from training.model.piece_losses import mark_loss, tag_loss
from training.model.text_losses import label_loss

__all__ = ["WEIGHTS", "loss_of", "losses_of"]

WEIGHTS = {
    "tags": 1.0, "marks": 0.2, "labels": 3.0, "relation": 1.0, "says": 0.3, "same_name": 0.2,
    "same_event": 0.3, "role": 0.5,
}  # fmt: skip
"""How much a head counts; tags are summed over the heads that a set annotates."""


def loss_of(model: Reader, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """Give the loss and its parts by name, before they are weighted."""
    parts = losses_of(model, batch)
    total = torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum()
    return total, {name: float(part.detach()) for name, part in parts.items()}


def losses_of(model: Reader, batch: Batch) -> dict[str, Tensor]:
    """Give what each head gets wrong; the network runs in bfloat16."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, marks, labels, halves = model(batch.ids, batch.mask)
    parts = {"tags": tag_loss(tags.float(), batch.tags), "marks": mark_loss(marks.float(), batch)}
    parts["labels"] = label_loss(labels.float(), model.bias, batch)
    return parts | pair_losses(model, halves.float(), batch.pairs)
