"""Names in re3d's types, and the relations between them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import numpy as np

from onrecord.answers import Name, Related, Stretch
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.pairs import pair_logits
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import Found, softmax, spans_of

__all__ = ["names_in", "names_of", "related_of", "relations_between", "without_overlaps"]

LEAST = 0.5
"""How likely a relation must be where no threshold is given."""
NEAR = 300
"""Characters between two names beyond which no relation is asked about, as in training."""
SYMMETRIC = frozenset({"CoLocated", "FightingAgainst", "AlliesOf", "IsSynonymOf", "CommWith", "Apart"})


def without_overlaps(spans: list[Found]) -> list[Found]:
    """Keep the longest of stretches that overlap, the surer of two equal ones, in the order of the text."""
    kept: list[Found] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, -s.score, s.start)):
        at = bisect_left(kept, span)
        clear_before = at == 0 or kept[at - 1].end <= span.start
        if clear_before and (at == len(kept) or span.end <= kept[at].start):
            kept.insert(at, span)
    return kept


def names_in(reader: TrainedReader, text: str, head: str = "re3d") -> tuple[Name, ...]:
    """Give the names of a text in the types of a tag head, none of them overlapping."""
    return tuple(name for signals in reader.signals(text) for name in names_of(reader, signals, head))


def names_of(reader: TrainedReader, signals: Signals, head: str = "re3d") -> list[Name]:
    """Give the names of one stretch of a text."""
    spans = spans_of(reader.weights, signals, head, reader.thresholds(head))
    return [Name(Stretch(one.start, one.end), one.kind, one.score) for one in without_overlaps(spans)]


def relations_between(reader: TrainedReader, text: str, names: tuple[Name, ...]) -> tuple[Related, ...]:
    """Give the relations between names that stand near each other in one sentence or the next."""
    at = sorted({name.at for name in names})
    found: list[Related] = []
    for signals in reader.signals(text):
        first, last = int(signals.starts[0]), int(signals.ends[-1])
        inside = at[bisect_left(at, Stretch(first, 0)) : bisect_left(at, Stretch(last, 0))]
        found += related_of(reader, signals, [one for one in inside if one.end <= last])
    return tuple(found)


def related_of(reader: TrainedReader, signals: Signals, names: list[Stretch]) -> list[Related]:
    """Give the relations between names of one stretch of a text, which come in its order."""
    read = [at for at in names if signals.pieces(at.start, at.end)]
    pairs = list(_pairs(signals.text, read))
    if not pairs:
        return []
    asked = [((one.start, one.end), (other.start, other.end)) for one, other in pairs]
    shares = softmax(pair_logits(reader.weights, signals, "relation", asked))[:, 1:].astype(np.float64)
    classes = reader.weights.pairs.classes["relation"][1:]
    given, kinds = reader.thresholds("relation"), shares.argmax(1)
    least = np.array([given.get(kind, LEAST) for kind in classes])
    best: dict[tuple[str, Stretch, Stretch], Related] = {}
    for k in np.flatnonzero(shares.max(1) >= least[kinds]).tolist():
        (one, other), kind, share = pairs[k], classes[kinds[k]], float(shares[k].max())
        ends = (min(one, other), max(one, other)) if kind in SYMMETRIC else (one, other)
        known = best.get((kind, *ends))
        if known is None or known.score < share:
            best[kind, *ends] = Related(kind, *ends, share)
    return list(best.values())


def _pairs(text: str, names: list[Stretch]) -> Iterator[tuple[Stretch, Stretch]]:
    """Give both orders of any two names that are near each other."""
    for k, one in enumerate(names):
        reach = bisect_right(names, one.end + NEAR, key=lambda at: at.start)
        for other in names[k + 1 : reach]:
            if near(text, one, other):
                yield from ((one, other), (other, one))


def near(text: str, one: Stretch, other: Stretch) -> bool:
    """Tell whether two names are near enough to be asked about: no overlap, no end of a paragraph between."""
    first, second = sorted((one, other))
    between = text[first.end : second.start]
    return first.end <= second.start and len(between) <= NEAR and not re.search(r"\n\s*\n", between)
