"""The one file that ships, from its parts: graph, tokenizer, pair layers and a card that tells of them."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

import numpy as np

from training.model.heads import LABELS, MARKS, PAIRS, TAGS

__all__ = ["OVERLAP", "WINDOW", "packed"]

WINDOW, OVERLAP = 320, 48
"""Pieces of a window at run time, and those that two windows share."""
WRITTEN = (2026, 1, 1, 0, 0, 0)
"""The time that every part bears, so that the same parts give the same bytes."""
TABLES = {"tags": TAGS, "marks": MARKS, "labels": LABELS, "pairs": PAIRS}


def packed(graph: bytes, arrays: Mapping[str, Any], tokenizer: str, settings: Mapping[str, Any]) -> bytes:
    """Give the packed file; the same parts give the same bytes.

    `arrays` are the pair layers by name, `tokenizer` is JSON, `settings` are thresholds and calibration as
    `training.tune` writes them. The version is the beginning of the SHA-256 of graph and pair layers: neither
    settings nor tokenizer change it.
    """
    stored = io.BytesIO()
    np.savez(stored, **arrays)
    version = hashlib.sha256(graph + stored.getvalue()).hexdigest()[:8]
    slim = json.dumps(json.loads(tokenizer), ensure_ascii=False, separators=(",", ":"))
    return _zipped(
        {
            "reader.onnx": graph,
            "tokenizer.json": slim.encode(),
            "pairs.npz": stored.getvalue(),
            "card.json": json.dumps(card(version, settings), indent=1, sort_keys=True).encode(),
        }
    )


def card(version: str, settings: Mapping[str, Any]) -> dict[str, Any]:
    """Give what the reader has to know of the graph: heads with their classes in order, and window sizes."""
    heads = {name: [[head.name, list(head.classes)] for head in table] for name, table in TABLES.items()}
    return heads | {"window": WINDOW, "overlap": OVERLAP, "version": version, "settings": dict(settings)}


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(zipfile.ZipInfo(name, WRITTEN), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
