"""The one file of weights: a graph, a tokenizer, the pair layers and the table of heads, packed together."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.errors import InputError

__all__ = ["Floats", "Heads", "Weights", "load_weights", "read_weights", "weights_in"]

Floats = npt.NDArray[np.float32]
FILE = "reader.zip"
PARTS = ("reader.onnx", "tokenizer.json", "pairs.npz", "card.json")
NGRAMS = "ngrams.npz"
"""The tables of `ngrams.py`; a file without them has none."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ValueError, TypeError, NotImplementedError)


@dataclass(frozen=True, slots=True)
class Heads:
    """Where each head's outputs stand among a piece's outputs, and their classes in order."""

    classes: Mapping[str, tuple[str, ...]]
    starts: Mapping[str, int]
    width: int = 1

    @classmethod
    def of(cls, rows: list[list[Any]], width: int) -> Heads:
        """Read rows of (name, classes), each class `width` outputs wide."""
        starts, at = {}, 0
        for name, classes in rows:
            starts[name] = at
            at += width * len(classes)
        return cls({name: tuple(classes) for name, classes in rows}, starts, width)

    def at(self, name: str) -> slice:
        """Give the outputs of a head."""
        return slice(self.starts[name], self.starts[name] + self.width * len(self.classes[name]))


@dataclass(frozen=True, slots=True)
class Weights:
    """What the file holds; `settings` are thresholds and calibration by head, `ngrams` tables by scheme.

    `inputs` are what the graph is fed: the ids of a window's pieces and, by older ones, a mask of them.
    """

    graph: bytes = field(repr=False)
    tokenizer: str = field(repr=False)
    arrays: Mapping[str, Floats] = field(repr=False)
    tags: Heads
    marks: Heads
    labels: Heads
    pairs: Heads
    settings: Mapping[str, Any]
    version: str
    window: int
    overlap: int
    ngrams: Mapping[str, Any] = field(default_factory=dict, repr=False)
    inputs: tuple[str, ...] = ("ids",)


def read_weights(packed: bytes) -> Weights:
    """Unpack weights; raises InputError where the file is not one of ours, is cut off or was changed."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as file:
            further = file.read(NGRAMS) if NGRAMS in file.namelist() else b""
            return _weights({name: file.read(name) for name in PARTS}, further)
    except _BROKEN as error:
        raise InputError(
            f"{FILE} of the trained reader cannot be read ({error}); install the package again"
        ) from error


def _weights(parts: Mapping[str, bytes], further: bytes) -> Weights:
    graph, tokenizer, stored, card = (parts[name] for name in PARTS)
    told = json.loads(card)
    if hashlib.sha256(graph + stored + further).hexdigest()[:8] != told["version"]:
        raise ValueError("its parts are not those that its card names")
    arrays = {name: rows.astype(np.float32) for name, rows in _arrays(stored).items()}
    return Weights(
        graph=graph,
        tokenizer=tokenizer.decode("utf-8"),
        arrays=arrays,
        tags=Heads.of(told["tags"], 3),
        marks=Heads.of(told["marks"], 1),
        labels=Heads.of(told["labels"], 1),
        pairs=Heads.of(told["pairs"], 1),
        settings=told.get("settings", {}),
        version=told["version"],
        window=told["window"],
        overlap=told["overlap"],
        ngrams=_arrays(further) if further else {},
        inputs=tuple(told.get("inputs", ("ids", "mask"))),
    )


def _arrays(stored: bytes) -> dict[str, Any]:
    with np.load(io.BytesIO(stored), allow_pickle=False) as rows:
        return {name: rows[name] for name in rows.files}


@cache
def load_weights() -> Weights:
    """Read the weights that the package carries; raises InputError where it carries none."""
    return weights_in(files("onrecord.find.models.trained").joinpath("data", FILE))


def weights_in(path: Traversable) -> Weights:
    """Read the weights in a file; raises InputError where there is no file, or another."""
    if not path.is_file():
        raise InputError(
            f"this installation carries no {FILE}; install the package from its wheel or a whole checkout"
        )
    return read_weights(path.read_bytes())
