"""Outliers among what an encoder's layers take in, made small before the cut to int8; what is computed stays.

In most layers one channel answers to the pieces that begin and end a window with a number ten times as large
as any other. Cut to int8 by the range of all channels, the others are left with few steps. So such a channel
is divided by what it is above LARGEST, and its weights are multiplied by as much.

Sources: Y. Bondarenko et al., Understanding and overcoming the challenges of efficient transformer
quantization, 2021, on such outliers; G. Xiao et al., SmoothQuant, 2023, on moving them into the weights.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import torch
from torch import Tensor, nn

from training.model.network import Reader

__all__ = ["LARGEST", "Scaled", "smoothed"]

LARGEST = 6.0
"""What no channel shall exceed; all but the outliers stay below it on running text."""
PARTS = ("intermediate", "output")
"""The parts of a layer whose weights are multiplied; what attention takes in has no outliers."""
WINDOWS, PIECES, SEED = 4, 200, 0
"""Windows of pieces drawn at random that show the outliers: what stands around a text calls them up."""
BEGIN, END, FIRST = 0, 2, 5
"""The pieces that begin and end a window, and the first that is none of the special ones."""


class Scaled(nn.Module):
    """Weights that take in each channel times a number of its own."""

    def __init__(self, weights: nn.Linear, scale: Tensor) -> None:
        super().__init__()
        self.scale = nn.Parameter(scale, requires_grad=False)
        self.weights = weights
        self.weights.weight.data /= scale

    def forward(self, states: Tensor) -> Tensor:
        """Give what the weights gave of unscaled channels."""
        found: Tensor = self.weights(states * self.scale)
        return found


def smoothed(reader: Reader) -> Reader:
    """Give a copy that computes the same, up to rounding, in which LARGEST bounds what weights take in."""
    copied: Reader = deepcopy(reader).eval()
    for part, peaks in _peaks(copied):
        scale = (LARGEST / peaks).clamp(max=1.0)
        if scale.min() < 1:
            part.dense = Scaled(part.dense, scale)
    return copied


def _peaks(reader: Reader) -> list[tuple[Any, Tensor]]:
    """Give each part with the largest size of each channel that it takes in, over a few windows."""
    seen: dict[nn.Module, Tensor] = {}

    def note(weights: nn.Module, taken: tuple[Tensor, ...]) -> None:
        seen[weights] = taken[0].detach().abs().flatten(0, 1).amax(0)

    hooks = [part.dense.register_forward_pre_hook(note) for part in _parts(reader)]
    with torch.no_grad():
        reader.encoder(input_ids=_windows(reader.encoder.config))
    for hook in hooks:
        hook.remove()
    return [(part, seen[part.dense]) for part in _parts(reader)]


def _parts(reader: Reader) -> Iterator[Any]:
    return (getattr(layer, name) for layer in reader.encoder.encoder.layer for name in PARTS)


def _windows(config: Any) -> Tensor:  # noqa: ANN401 - transformers gives no types
    """Give pieces drawn at random, with what begins and ends a window."""
    length = min(PIECES, config.max_position_embeddings - 2)
    draw = torch.Generator().manual_seed(SEED)
    inner = torch.randint(FIRST, config.vocab_size, (WINDOWS, length), generator=draw)
    return nn.functional.pad(nn.functional.pad(inner, (1, 0), value=BEGIN), (0, 1), value=END)
