"""PLOVER: sentences with a marked source and target, labelled by the root code of the act.

Halterman et al. (2023), PLOVER and POLECAT; sentences of Zero-Shot-PLOVER (Hu et al. 2024).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from training.readers.naming import row_id
from training.schema import WHOLE_TEXT, Example, Layer, Role, Stretch

ROLES = {"s": "source", "t": "target"}
_MARK = re.compile(r"<(/?)([st])>")


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each sentence."""
    with (folder / "PLV_train.tsv").open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)):
            text, roles = unmark(row["marked_sentence"])
            yield Example(
                set="plover",
                id=row_id("train", number, text),
                text=text,
                annotated=frozenset({"labels:plover", "labels:plover_penta", Layer.PARTIES}),
                roles=roles,
                labels={"plover": (row["gold_root"],), "plover_penta": (row["gold_penta"],)},
            )


def unmark(marked: str) -> tuple[str, tuple[Role, ...]]:
    """Give the text without its marks, and the stretches that were marked, without blanks at their ends."""
    text, last, opened = "", 0, dict[str, int]()
    roles = []
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if not mark[1]:
            opened[mark[2]] = len(text)
        elif mark[2] in opened:
            roles.append(Role(WHOLE_TEXT, trimmed(text, opened.pop(mark[2])), ROLES[mark[2]]))
    return text + marked[last:], tuple(roles)


def trimmed(text: str, start: int) -> Stretch:
    """Give the stretch from `start` to the end of `text`, without blanks at its ends."""
    words = text[start:]
    start += len(words) - len(words.lstrip())
    return Stretch(start, start + len(words.strip()))
