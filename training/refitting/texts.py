"""The texts that label heads are fitted to, set by set, and those that the encoder has not read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

from onrecord.find.models.trained.parties import Parties
from training.examples import Placed
from training.model.heads import FURTHER, LABELS
from training.model.mixture import held_out, trainable
from training.schema import Example

__all__ = ["HEADS", "PARTS", "LabelSet", "label_sets", "names_of"]

HEADS = {
    "satp": "satp", "insightcrime": "insightcrime", "ipe_docs": "ipe", "ipe_sents": "ipe_sents",
    "cameo": "cameo", "plover": "plover",
}  # fmt: skip
"""The head that each set is fitted to."""
MARKED = frozenset({"plover"})
"""Sets in which a label is what one party does to another, and both are marked."""
PARTS = 5
"""Parts of the texts that are judged in turn by what was fitted to the others."""


@dataclass(frozen=True, slots=True)
class LabelSet:
    """Texts of a set: `gold` [texts, labels] is 1 where a label applies, `parts` the part of each text.

    Texts of one group share a part, so that none is judged by what was fitted to its copy. `parties` are the
    two that each text marks, none where the set marks none.
    """

    name: str
    ids: tuple[str, ...]
    texts: tuple[str, ...]
    gold: npt.NDArray[np.int64]
    parts: npt.NDArray[np.int64]
    parties: tuple[Parties | None, ...] = ()

    def __len__(self) -> int:
        return len(self.texts)

    def __add__(self, other: LabelSet) -> LabelSet:
        return LabelSet(
            self.name,
            self.ids + other.ids,
            self.texts + other.texts,
            np.concatenate([self.gold, other.gold]),
            np.concatenate([self.parts, other.parts]),
            self.parties + other.parties,
        )


def names_of(head: str) -> tuple[str, ...]:
    """Give the labels of a head in order."""
    return next(one.classes for one in LABELS + FURTHER if one.name == head)


def label_sets(
    found: Sequence[Placed], fold: int = -1, most: int | None = None
) -> dict[str, tuple[LabelSet, LabelSet]]:
    """Give the texts of each set to fit to, and those held out; of each at most `most`, drawn by their ids.

    What `fold` is judged on, and all that repeats it, is left out; -1 judges nothing.
    """
    seen, held = trainable(found, fold), [placed for placed in found if held_out(placed)]
    return {name: (_set(name, seen, most), _set(name, held, most)) for name in HEADS}


def _set(name: str, found: Sequence[Placed], most: int | None) -> LabelSet:
    mine = [placed for placed in found if placed.example.set == name and placed.example.text.strip()]
    drawn = sorted(mine, key=lambda placed: crc32(placed.example.id.encode()))[:most]
    labels = names_of(HEADS[name])
    gold = [[int(label in placed.example.labels[name]) for label in labels] for placed in drawn]
    return LabelSet(
        name,
        tuple(placed.example.id for placed in drawn),
        tuple(placed.example.text for placed in drawn),
        np.array(gold, dtype=np.int64).reshape(-1, len(labels)),
        np.array([crc32((p.group or p.example.id).encode()) % PARTS for p in drawn], dtype=np.int64),
        tuple(_parties(placed.example) for placed in drawn) if name in MARKED else (),
    )


def _parties(example: Example) -> Parties | None:
    found = {role.role: role.at for role in example.roles}
    return (found["source"], found["target"]) if {"source", "target"} <= found.keys() else None
