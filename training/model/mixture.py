"""What a run reads: which texts may be learned from, how often each set is read, and in which order."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence

from training.examples import Placed
from training.schema import Example

__all__ = ["BASE", "FOLDED", "LAST", "STAGES", "held_out", "texts_for", "trainable"]

FOLDED = frozenset({"re3d", "cameo", "cameo_ner", "plover", "timebank"})
"""Sets that are judged by cross-validation: the first stage does not read them."""

BASE = {
    "muc4": 6.0, "polnear": 0.6, "satp": 2.5, "insightcrime": 1.0, "ipe_docs": 1.0, "ipe_sents": 0.8,
    "rams": 1.5, "geneva": 1.0, "ecbplus": 0.4, "redocred": 0.6, "wikigold": 1.0, "wnut17": 0.4,
    "urdu": 0.6, "lgl": 0.2, "geovirus": 0.5,
}  # fmt: skip
SECOND = {
    "muc4": 4.5, "polnear": 0.7, "satp": 1.5, "insightcrime": 0.6, "ipe_docs": 1.2, "ipe_sents": 2.5,
    "rams": 0.7, "geneva": 0.8, "ecbplus": 0.15, "redocred": 0.3, "wikigold": 0.5, "wnut17": 0.1,
    "urdu": 0.15, "lgl": 0.1, "geovirus": 0.2,
}  # fmt: skip
LAST = {
    "re3d": 6.0, "cameo": 3.0, "cameo_ner": 0.5, "plover": 4.0, "timebank": 2.0, "muc4": 1.0, "polnear": 0.15,
    "satp": 0.5, "insightcrime": 0.15, "ipe_docs": 0.3, "ipe_sents": 0.5, "rams": 0.4, "geneva": 0.3,
    "ecbplus": 0.05, "redocred": 0.1, "wikigold": 0.2, "urdu": 0.05,
}  # fmt: skip
THIRD = {
    "ipe_sents": 3.0, "ipe_docs": 0.9, "muc4": 0.9, "satp": 0.5, "insightcrime": 0.3, "polnear": 0.08,
    "re3d": 3.0, "cameo": 1.2, "cameo_ner": 0.2, "plover": 1.6, "timebank": 0.6, "rams": 0.25, "geneva": 0.2,
    "ecbplus": 0.03, "redocred": 0.06, "wikigold": 0.2, "urdu": 0.05,
}  # fmt: skip
STAGES = {
    "base": BASE,
    "second": SECOND,
    "last": LAST,
    "third": THIRD,
    "fold": {name: n for name, n in LAST.items() if name in FOLDED},
}
"""How often each stage reads a set's texts."""
KEPT_EMPTY = {"muc4": 0.45, "ipe_sents": 0.3, "ipe_docs": 0.8}
"""The share of texts in which nothing is found that a pass reads: they are many and say little."""

TUNING_FOLD = 0
EIGHTHS = {"muc4": 5, "satp": 5, "insightcrime": 5, "ipe_docs": 5, "polnear": 2}
"""How many eighths of a set's texts in the tuning fold are kept for choosing thresholds."""


def held_out(placed: Placed) -> bool:
    """Tell whether a text is kept for choosing thresholds, never one of a dev part.

    They are an eighth of MUC-4 and of the label sets, and a twentieth of PolNeAR.
    """
    kept = EIGHTHS.get(placed.example.set, 0)
    drawn = placed.fold == TUNING_FOLD and sum(map(ord, placed.example.id)) % 8 < kept
    return drawn and placed.part == "train"


def trainable(found: Sequence[Placed], fold: int) -> list[Placed]:
    """Give what may be learned from: training parts, without what is held out or judged in this fold.

    A negative fold judges nothing. What repeats a judged text, in whatever set, is left out with it.
    """
    groups = {p.group for p in found if p.group and _judged(p, fold)}
    return [
        p for p in found if p.part == "train" and not (held_out(p) or _judged(p, fold) or p.group in groups)
    ]


def _judged(placed: Placed, fold: int) -> bool:
    return placed.fold == fold and placed.example.set in FOLDED


def texts_for(found: Sequence[Placed], passes: Mapping[str, float], seed: int) -> Iterator[Example]:
    """Give the examples of one run, shuffled, each as often as its set's passes say.

    A share of a pass is drawn by chance; the same seed gives the same examples in the same order.
    """
    draw = random.Random(seed)  # noqa: S311 - an order of texts is no secret, and must repeat
    chosen: list[Example] = []
    for placed in found:
        example = placed.example
        often = passes.get(example.set, 0.0) * (KEPT_EMPTY.get(example.set, 1.0) if _empty(example) else 1.0)
        chosen += [example] * (int(often) + (draw.random() < often - int(often)))
    draw.shuffle(chosen)
    yield from chosen


def _empty(example: Example) -> bool:
    return not example.muc and not any(example.labels.values())
