"""Attention as one operation of onnxruntime, where tracing a network writes thirty small ones.

The one operation goes through queries and keys in blocks that a processor's cache holds, and never writes
the table of all pairs of pieces down. It does so only where no mask is given, so windows of different
lengths must not share a run of the graph.

Source: T. Dao et al., FlashAttention, 2022; onnxruntime's MultiHeadAttention for CPUs follows it.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from training.model.network import Reader

__all__ = ["OPERATION", "Shipped", "fused"]

OPERATION = "com.microsoft::MultiHeadAttention"


class Shipped(nn.Module):
    """The network as it ships: every piece of a window counts."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Give tags, marks, labels and halves."""
        found: tuple[Tensor, Tensor, Tensor, Tensor] = self.reader(ids, torch.ones_like(ids))
        return found


def fused(reader: Reader) -> Shipped:
    """Give a copy for export that computes what the reader does where nothing is masked."""
    copied = deepcopy(reader).eval()
    for layer in copied.encoder.encoder.layer:
        layer.attention.self = _Attention(layer.attention.self)
    shipped: Shipped = Shipped(copied).eval()
    return shipped


class _Attention(nn.Module):
    """Self-attention of one layer, with the three projections of the layer that it stands for."""

    def __init__(self, layer: Any) -> None:  # noqa: ANN401 - transformers' own class has no public name
        super().__init__()
        self.query, self.key, self.value = layer.query, layer.key, layer.value
        self.heads = int(layer.num_attention_heads)

    def forward(self, states: Tensor, **_: object) -> tuple[Tensor, None]:
        """Give what each piece takes from the others; masks and caches, which `_` may hold, are not used."""
        found: Tensor = _Attended.apply(self.query(states), self.key(states), self.value(states), self.heads)
        return found, None


class _Attended(torch.autograd.Function):
    """Attention over heads that stand side by side in the last axis."""

    @staticmethod
    def forward(_: object, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        parts = (one.unflatten(-1, (heads, -1)).transpose(1, 2) for one in (query, key, value))
        return functional.scaled_dot_product_attention(*parts).transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any, heads: int) -> Any:  # noqa: ANN401 - of torch's tracer
        found = graph.op(OPERATION, query, key, value, num_heads_i=heads)
        found.setType(query.type())
        return found
