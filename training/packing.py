"""The one file that ships, from its parts: graph, tokenizer, pair layers and a card that tells of them."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

import numpy as np

from training.model.heads import FURTHER, LABELS, MARKS, PAIRS, TAGS, labels_width

__all__ = ["INPUTS", "OVERLAP", "WINDOW", "packed"]

INPUTS = ("ids",)
"""What the graph is fed."""
WINDOW, OVERLAP = 320, 48
"""Pieces of a window at run time, and those that two windows share."""
WRITTEN = (2026, 1, 1, 0, 0, 0)
"""The time that every part bears, so that the same parts give the same bytes."""


def packed(
    graph: bytes,
    arrays: Mapping[str, Any],
    tokenizer: str,
    settings: Mapping[str, Any],
    ngrams: Mapping[str, Any] | None = None,
) -> bytes:
    """Give the packed file; the same parts give the same bytes.

    `arrays` are the pair layers by name, `tokenizer` is JSON, `settings` are thresholds and calibration as
    `training.tune` writes them, `ngrams` the tables of `training.refit`. The version is the beginning of the
    SHA-256 of graph, pair layers and tables: neither settings nor tokenizer change it.
    """
    stored, further = _stored(arrays), _stored(ngrams) if ngrams else b""
    version = hashlib.sha256(graph + stored + further).hexdigest()[:8]
    slim = json.dumps(json.loads(tokenizer), ensure_ascii=False, separators=(",", ":"))
    told = card(version, settings, wide=len(arrays.get("labels.bias", ())) > labels_width(LABELS))
    parts = {
        "reader.onnx": graph,
        "tokenizer.json": slim.encode(),
        "pairs.npz": stored,
        "card.json": json.dumps(told, indent=1, sort_keys=True).encode(),
    }
    return _zipped(parts | ({"ngrams.npz": further} if further else {}))


def card(version: str, settings: Mapping[str, Any], *, wide: bool = False) -> dict[str, Any]:
    """Give what the reader has to know of the graph: inputs, heads with their classes in order, window sizes.

    `wide` labels have the heads of FURTHER behind them.
    """
    tables = {"tags": TAGS, "marks": MARKS, "labels": LABELS + FURTHER * wide, "pairs": PAIRS}
    heads = {name: [[head.name, list(head.classes)] for head in table] for name, table in tables.items()}
    sizes = {"inputs": list(INPUTS), "window": WINDOW, "overlap": OVERLAP}
    return heads | sizes | {"version": version, "settings": dict(settings)}


def _stored(arrays: Mapping[str, Any]) -> bytes:
    stored = io.BytesIO()
    np.savez(stored, **arrays)
    return stored.getvalue()


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, WRITTEN), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
