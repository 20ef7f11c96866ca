"""Pooled states of texts, read and pooled as at run time; kept on disk, since reading is what takes long."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from torch import nn

from onrecord.find.models.trained.graph import Graph, Signals
from onrecord.find.models.trained.parties import between
from onrecord.find.models.trained.pooling import Doubles, mean_within, over_states, pooled
from onrecord.find.models.trained.weights import read_weights
from training.export import pack
from training.model.heads import label_slice
from training.model.network import Reader
from training.refitting.texts import HEADS, LabelSet

__all__ = ["TRAINED", "States", "columns_of", "graph_of_states", "states_of"]

TRAINED = {"ipe_sents": "ipe"}
"""Heads without attention of their own: whose they use."""
Floats = npt.NDArray[np.float32]


class States(NamedTuple):
    """Pooled states: evenly [texts, size], and by each label's trained attention [texts, labels, size].

    Where parties are marked, `even` has twice the size: behind it stands the mean between the parties.
    """

    even: Floats
    own: Floats


def graph_of_states(reader: Reader, tokenizer: str, threads: int = 0) -> Graph:
    """Give the graph that would ship, int8 as it is, with the encoder's states in place of `halves`."""
    shown: Any = copy.deepcopy(reader)
    shown.halves = nn.Identity()
    return Graph(read_weights(pack(shown.eval(), tokenizer, {})), threads)


def columns_of(head: str) -> slice:
    """Give where the trained attention of a head's labels stands."""
    return label_slice(TRAINED.get(head, head))


def states_of(graph: Graph, texts: LabelSet, cache: Path | None = None) -> States:
    """Give the pooled states of texts, from `cache` where the same graph has read the same texts before."""
    kept = cache / f"{texts.name}-{_key(graph, texts)}.npz" if cache else None
    if kept and kept.is_file():
        with np.load(kept) as rows:
            return States(rows["even"], rows["own"])
    at = columns_of(HEADS[texts.name])
    rows = np.stack([_pooled(graph.read(text), at) for text in texts.texts])
    even = np.hstack([rows[:, 0], _between(graph, texts)]) if texts.parties else rows[:, 0]
    found = States(even, rows[:, 1:])
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        np.savez(kept, even=found.even, own=found.own)
    return found


def _pooled(signals: Iterable[Signals], at: slice) -> Floats:
    """Give [1 + labels, size]: pooled evenly, then by each label; a text without pieces gives zeros."""
    found = pooled(_parts(signals, at), over_states)
    if found is None:
        raise ValueError("a text without words was to be fitted to")
    return np.asarray(found.T, dtype=np.float32)


def _between(graph: Graph, texts: LabelSet) -> Floats:
    """Give the mean state between the parties of each text, zeros where there is none."""
    size = next(iter(graph.read(texts.texts[0]))).halves.shape[1]
    rows = np.zeros((len(texts), size), dtype=np.float32)
    for row, text, parties in zip(rows, texts.texts, texts.parties, strict=True):
        if parties:
            found = mean_within(graph.read(text), between(parties), lambda one: one.halves)
            row[:] = 0 if found is None else found
    return rows


def _parts(signals: Iterable[Signals], at: slice) -> Iterator[tuple[Doubles, Doubles]]:
    for one in signals:
        attention = one.labels[:, at].astype(np.float64)
        yield np.pad(attention, ((0, 0), (1, 0))), one.halves.astype(np.float64)


def _key(graph: Graph, texts: LabelSet) -> str:
    return sha256("\n".join((graph.weights.version, *texts.ids)).encode()).hexdigest()[:12]
