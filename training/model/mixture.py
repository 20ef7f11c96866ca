"""How often each set is read in a run: a table of passes, and the texts of one run in order."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator

from training.examples import Placed
from training.schema import Example

__all__ = ["BASE", "FOLDED", "LAST", "held_out", "texts_for"]

FOLDED = frozenset({"re3d", "cameo", "cameo_ner", "plover", "timebank"})
"""Sets that are judged by cross-validation: the first stage does not read them."""

BASE = {
    "muc4": 6.0, "polnear": 0.6, "satp": 2.5, "insightcrime": 1.0, "ipe_docs": 1.0, "ipe_sents": 0.8,
    "rams": 1.5, "geneva": 1.0, "ecbplus": 0.4, "redocred": 0.6, "wikigold": 1.0, "wnut17": 0.4,
    "urdu": 0.6, "lgl": 0.2, "geovirus": 0.5,
}  # fmt: skip
LAST = {
    "re3d": 7.0, "cameo": 5.0, "cameo_ner": 2.0, "plover": 6.0, "timebank": 3.0, "muc4": 1.0, "polnear": 0.12,
    "satp": 0.5, "insightcrime": 0.3, "ipe_docs": 0.2, "ipe_sents": 0.1, "rams": 0.3, "geneva": 0.2,
    "redocred": 0.1, "wikigold": 0.2, "urdu": 0.1,
}  # fmt: skip
KEPT_EMPTY = {"muc4": 0.45, "ipe_sents": 0.3, "ipe_docs": 0.8}
"""The share of texts in which nothing is found that a pass reads: they are many and say little."""


def held_out(placed: Placed) -> bool:
    """Tell whether a training text is kept for choosing thresholds: an eighth of MUC-4 and of the label sets."""
    name = placed.example.set
    return (
        placed.fold == 0
        and name in {"muc4", "satp", "insightcrime", "ipe_docs", "polnear"}
        and (sum(map(ord, placed.example.id)) % 8 < (5 if name != "polnear" else 2))
    )


def texts_for(found: list[Placed], passes: dict[str, float], seed: int) -> Iterator[Example]:
    """Give the examples of one run, shuffled, each as often as its set's passes say."""
    draw = random.Random(seed)
    chosen: list[Example] = []
    for placed in found:
        example = placed.example
        often = passes.get(example.set, 0.0) * (KEPT_EMPTY.get(example.set, 1.0) if _empty(example) else 1.0)
        chosen += [example] * (int(often) + (draw.random() < often - int(often)))
    draw.shuffle(chosen)
    yield from chosen


def _empty(example: Example) -> bool:
    return not example.muc and not any(example.labels.values())


def counted(examples: list[Example]) -> Counter[str]:
    """Count the texts of each set."""
    return Counter(example.set for example in examples)
