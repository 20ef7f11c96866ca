"""One number to lower: the weighted sum of what each head gets wrong in a batch."""

from __future__ import annotations

from collections import defaultdict

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from training.model.batches import Batch
from training.model.heads import LABELS, MARKS, PAIRS, label_slice, mark_slice, tag_slice
from training.model.network import PAIR_SIZE, Reader

__all__ = ["WEIGHTS", "loss_of"]

WEIGHTS = {
    "tags": 1.0, "marks": 0.3, "labels": 0.6, "relation": 1.0, "says": 0.3, "same_name": 0.2, "same_event": 0.3,
    "role": 0.5,
}  # fmt: skip
"""How much a head counts; tags are summed over the heads that a set annotates."""

EXCLUSIVE = frozenset({"cameo", "plover"})
INSIDE = 3.0
"""A piece inside a stretch counts this much more than one outside: stretches are rare."""


def loss_of(model: Reader, batch: Batch) -> tuple[Tensor, dict[str, float]]:
    """Give the loss and its parts."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        tags, marks, labels, halves = model(batch.ids, batch.mask)
    parts = {"tags": _tag_loss(tags.float(), batch.tags), "marks": _mark_loss(marks.float(), batch)}
    parts["labels"] = _label_loss(labels.float(), model.bias, batch)
    parts |= _pair_losses(model, halves.float(), batch)
    total = torch.stack([WEIGHTS[name] * part for name, part in parts.items()]).sum()
    return total, {name: float(part.detach()) for name, part in parts.items()}


def _tag_loss(logits: Tensor, gold: Tensor) -> Tensor:
    heads = [tag_slice(name) for name in ("names", "re3d", "muc", "attribution", "parties", "events")]
    losses = []
    for at in heads:
        columns = slice(at.start // 3, at.stop // 3)
        asked = gold[..., columns]
        known = asked >= 0
        if known.any():
            scored = logits[..., at].unflatten(-1, (-1, 3))[known]
            weight = torch.tensor([1.0, INSIDE, INSIDE])
            loss = cross_entropy(scored, asked[known], weight=weight, reduction="sum")
            pieces = known.any(-1).sum()
            losses.append(loss / pieces)
    return torch.stack(losses).sum() if losses else logits.sum() * 0


def _mark_loss(logits: Tensor, batch: Batch) -> Tensor:
    by_head: defaultdict[str, list[tuple[int, int, tuple[int, ...]]]] = defaultdict(list)
    for window, head, piece, classes in batch.marks:
        by_head[head].append((window, piece, classes))
    losses = []
    for head in MARKS:
        rows = by_head[head.name]
        if rows:
            scored = logits[[r[0] for r in rows], [r[1] for r in rows]][:, mark_slice(head.name)]
            if head.name == "incident":
                gold = torch.tensor([r[2] for r in rows], dtype=torch.float)
                losses.append(binary_cross_entropy_with_logits(scored, gold))
            else:
                losses.append(cross_entropy(scored, torch.tensor([r[2][0] for r in rows])))
    return torch.stack(losses).sum() if losses else logits.sum() * 0


def pooled(labels: Tensor, mask: Tensor, bias: Tensor) -> Tensor:
    """Give [labels] for one text from the attention and values of its pieces, [pieces, 2 x labels]."""
    width = bias.shape[0]
    attention, values = labels[..., :width][mask], labels[..., width:][mask]
    return (torch.softmax(attention, 0) * values).sum(0) + bias


def _label_loss(labels: Tensor, bias: Tensor, batch: Batch) -> Tensor:
    losses = []
    for windows, gold in batch.texts:
        scored = pooled(labels[windows], batch.mask[windows].bool(), bias)
        for head in LABELS:
            at = label_slice(head.name)
            if gold[at.start] >= 0:
                if head.name in EXCLUSIVE:
                    losses.append(cross_entropy(scored[at][None], gold[at].argmax()[None]))
                else:
                    losses.append(binary_cross_entropy_with_logits(scored[at], gold[at].float()))
    return torch.stack(losses).mean() if losses else labels.sum() * 0


def _pair_losses(model: Reader, halves: Tensor, batch: Batch) -> dict[str, Tensor]:
    found = {}
    for number, head in enumerate(PAIRS):
        rows = batch.pairs.get(head.name)
        if not rows:
            continue
        start = 2 * PAIR_SIZE * number
        left = halves[..., start : start + PAIR_SIZE]
        right = halves[..., start + PAIR_SIZE : start + 2 * PAIR_SIZE]
        found[head.name] = _role_loss(model, left, right, rows) if head.name == "role" else (
            _pair_loss(model, head.name, left, right, rows)
        )  # fmt: skip
    return found


def _pair_loss(model: Reader, name: str, left: Tensor, right: Tensor, rows: list[tuple[int, ...]]) -> Tensor:
    """Rows are (window, left first, left last, right first, right last, distance, alike, class)."""
    w, l0, l1, r0, r1, distance, alike, kind = torch.tensor(rows).unbind(1)
    one, other = (left[w, l0] + left[w, l1]) / 2, (right[w, r0] + right[w, r1]) / 2
    scored = model.pairs[name](one, other, distance, alike)
    if name == "relation":
        return cross_entropy(scored, kind)
    column = kind // 2 if name == "says" else torch.zeros_like(kind)
    picked = scored.gather(1, column[:, None])[:, 0]
    return binary_cross_entropy_with_logits(picked, (kind % 2).float())


def _role_loss(model: Reader, left: Tensor, right: Tensor, rows: list[tuple[int, ...]]) -> Tensor:
    """Rows are (window, trigger first, trigger last, pieces, classes ...)."""
    losses = []
    for window, first, last, pieces, *classes in rows:
        trigger = (left[window, first] + left[window, last]) / 2
        others = right[window, :pieces]
        distance, alike = _from_trigger(first, last, pieces)
        scored = model.pairs["role"](trigger.expand_as(others), others, distance, alike)
        weight = torch.tensor([1.0] + [INSIDE] * (scored.shape[1] - 1))
        losses.append(cross_entropy(scored, torch.tensor(classes), weight=weight))
    return torch.stack(losses).mean()


def _from_trigger(first: int, last: int, pieces: int) -> tuple[Tensor, Tensor]:
    from onrecord.find.models.trained.features import distance

    found = [distance((first, last + 1), (k, k + 1)) for k in range(pieces)]
    return torch.tensor(found), torch.zeros(pieces, dtype=torch.long)
