"""The one file of weights: a graph, a tokenizer, the pair layers and the table of heads, packed together."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from onrecord.errors import InputError

__all__ = ["Floats", "Heads", "Weights", "load_weights"]

Floats = npt.NDArray[np.float32]
FILE = "reader.zip"


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
    """What the file holds; `settings` are thresholds and calibration by head."""

    graph: bytes
    tokenizer: str
    arrays: Mapping[str, Floats]
    tags: Heads
    marks: Heads
    labels: Heads
    pairs: Heads
    settings: Mapping[str, Any]
    version: str
    window: int
    overlap: int


def read_weights(packed: bytes) -> Weights:
    """Unpack weights; raises InputError where the file is not one of ours."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as file:
            card = json.loads(file.read("card.json"))
            with np.load(io.BytesIO(file.read("pairs.npz")), allow_pickle=False) as stored:
                arrays = {name: stored[name].astype(np.float32) for name in stored.files}
            graph, tokenizer = file.read("reader.onnx"), file.read("tokenizer.json").decode("utf-8")
    except (zipfile.BadZipFile, KeyError, ValueError) as error:
        raise InputError(
            f"{FILE} of the trained reader cannot be read ({error}); install the package again"
        ) from error
    return Weights(
        graph=graph,
        tokenizer=tokenizer,
        arrays=arrays,
        tags=Heads.of(card["tags"], 3),
        marks=Heads.of(card["marks"], 1),
        labels=Heads.of(card["labels"], 1),
        pairs=Heads.of(card["pairs"], 1),
        settings=card.get("settings", {}),
        version=card["version"],
        window=card["window"],
        overlap=card["overlap"],
    )


@cache
def load_weights() -> Weights:
    """Read the weights that the package carries; raises InputError where it carries none."""
    path = files("onrecord.find.models.trained").joinpath("data", FILE)
    if not path.is_file():
        raise InputError(
            f"this installation carries no {FILE}; install the package from its wheel or a whole checkout"
        )
    return read_weights(path.read_bytes())
