"""Re-DocRED: names, their chains and relations in Wikipedia articles; Tan et al. (2022), EMNLP.

Relations hold between chains; each is given between the two mentions that stand closest.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from training.readers.naming import row_id
from training.readers.tokens import joined, sentences
from training.schema import Example, Layer, Named, NameType, Relation, Stretch

TYPES = {
    "PER": NameType.PERSON, "ORG": NameType.ORGANISATION, "LOC": NameType.PLACE, "TIME": NameType.TIME,
    "NUM": NameType.QUANTITY,
}  # fmt: skip
LAYERS = frozenset({Layer.NAMES, Layer.NAME_COREF, Layer.RELATIONS})


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each article."""
    for number, row in enumerate(json.loads((folder / "dev_revised.json").read_text("utf-8"))):
        text, lines = sentences(row["sents"])
        chains = [[named(m, lines, group) for m in chain] for group, chain in enumerate(row["vertexSet"])]
        yield Example(
            set="redocred",
            id=row_id("dev", number, text),
            text=text,
            annotated=LAYERS,
            names=tuple(sorted({name for chain in chains for name in chain}, key=lambda name: name.at)),
            relations=tuple(closest(r["r"], chains[r["h"]], chains[r["t"]]) for r in row["labels"]),
        )


def named(mention: dict[str, Any], lines: list[list[Stretch]], group: int) -> Named:
    """Give the name of a mention."""
    first, last = mention["pos"]
    own = mention["type"]
    return Named(joined(lines[mention["sent_id"]][first:last]), TYPES.get(own, NameType.OTHER), own, group)


def closest(kind: str, subjects: list[Named], objects: list[Named]) -> Relation:
    """Give the relation between the mentions of two chains that stand closest."""
    pairs = product((name.at for name in subjects), (name.at for name in objects))
    subject, other = min(pairs, key=lambda pair: (abs(pair[0].start - pair[1].start), pair))
    return Relation(kind, subject, other)
