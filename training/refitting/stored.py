"""The file of `training.refit`: a model that training can go on from, and what is packed beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor, nn

from training.model.network import Reader

__all__ = ["Refitted", "open_refitted", "save_refitted", "widen"]


class Refitted(NamedTuple):
    """A reader whose labels may have further ones behind them, tables of words, and settings."""

    reader: Reader
    ngrams: dict[str, Any]
    settings: dict[str, Any]


def save_refitted(
    out: Path,
    reader: Reader,
    further: Mapping[str, Tensor],
    ngrams: Mapping[str, Any],
    settings: Mapping[str, Any],
) -> None:
    """Write a reader with the rows of further labels (`widen`), tables (numpy) and settings."""
    tables = {name: torch.from_numpy(table) for name, table in ngrams.items()}
    told = json.dumps(dict(settings))
    torch.save(
        {"model": reader.state_dict(), "further": dict(further), "ngrams": tables, "settings": told}, out
    )


def open_refitted(path: Path, encoder: Path) -> Refitted:
    """Read what `training.train` or `training.refit` wrote; the former has no tables and no settings."""
    stored = torch.load(path, weights_only=True)
    reader = Reader.from_folder(encoder)
    reader.load_state_dict(stored["model"])
    if stored.get("further"):
        widen(reader, stored["further"])
    tables = {name: table.numpy() for name, table in stored.get("ngrams", {}).items()}
    return Refitted(reader, tables, json.loads(stored.get("settings", "{}")))


def widen(reader: Reader, further: Mapping[str, Tensor]) -> None:
    """Put labels behind those of a reader.

    `further` are `weight` [2 x labels, size] and `shift` [2 x labels], attention before values as in the
    layer itself, and `bias` [labels].
    """
    width, more = reader.bias.shape[0], further["bias"].shape[0]

    def behind(old: Tensor, new: Tensor) -> Tensor:
        return torch.cat([old[:width], new[:more], old[width:], new[more:]]).detach()

    layer = nn.Linear(reader.labels.in_features, 2 * (width + more))
    layer.weight = nn.Parameter(behind(reader.labels.weight, further["weight"]))
    layer.bias = nn.Parameter(behind(reader.labels.bias, further["shift"]))
    reader.labels = layer
    reader.bias = nn.Parameter(torch.cat([reader.bias, further["bias"]]).detach())
