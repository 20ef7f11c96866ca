"""PLOVER: sentences with a marked source and target, labelled by the root code of the act.

Halterman et al. (2023), PLOVER and POLECAT; sentences of Zero-Shot-PLOVER (Hu et al. 2024).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from training.readers.marks import unmarked
from training.readers.naming import row_id
from training.schema import WHOLE_TEXT, Example, Layer, Role

ROLES = {"s": "source", "t": "target"}


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each sentence."""
    with (folder / "PLV_train.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        for number, row in enumerate(rows):
            text, marks = unmarked(row["marked_sentence"])
            yield Example(
                set="plover",
                id=row_id("train", number, text),
                text=text,
                annotated=frozenset({"labels:plover", "labels:plover_penta", Layer.PARTIES}),
                roles=tuple(Role(WHOLE_TEXT, at, ROLES[mark]) for at, mark in marks),
                labels={"plover": (row["gold_root"],), "plover_penta": (row["gold_penta"],)},
            )
