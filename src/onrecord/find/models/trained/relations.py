"""Names in re3d's types, and the relations between them."""

from __future__ import annotations

import re

from onrecord.answers import Name, Related, Stretch
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.pairs import pair_logits
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import Found, softmax, spans_of

__all__ = ["names_in", "relations_between", "without_overlaps"]

NEAR = 300
"""Characters between two names beyond which no relation is asked about, as in training."""
SYMMETRIC = frozenset({"CoLocated", "FightingAgainst", "AlliesOf", "IsSynonymOf", "CommWith", "Apart"})


def without_overlaps(spans: list[Found]) -> list[Found]:
    """Keep the longest of stretches that overlap, the surer of two equal ones, in the order of the text."""
    kept: list[Found] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, -s.score, s.start)):
        if all(span.end <= other.start or other.end <= span.start for other in kept):
            kept.append(span)
    return sorted(kept)


def names_in(reader: TrainedReader, text: str, head: str = "re3d") -> tuple[Name, ...]:
    """Give the names of a text in the types of a tag head, none of them overlapping."""
    least = reader.thresholds(head)
    return tuple(
        Name(Stretch(span.start, span.end), span.kind, span.score)
        for signals in reader.signals(text)
        for span in without_overlaps(spans_of(reader.weights, signals, head, least))
    )


def relations_between(reader: TrainedReader, text: str, names: tuple[Name, ...]) -> tuple[Related, ...]:
    """Give the relations between names that stand near each other in one sentence or the next."""
    found: list[Related] = []
    for signals in reader.signals(text):
        first, last = int(signals.starts[0]), int(signals.ends[-1])
        inside = [name.at for name in names if first <= name.at.start and name.at.end <= last]
        found += _between(reader, signals, inside)
    return tuple(found)


def _between(reader: TrainedReader, signals: Signals, names: list[Stretch]) -> list[Related]:
    pairs = [
        (one, other) for one in names for other in names if one != other and near(signals.text, one, other)
    ]
    logits = pair_logits(
        reader.weights, signals, "relation", [((a.start, a.end), (b.start, b.end)) for a, b in pairs]
    )
    shares = softmax(logits) if pairs else logits
    classes = reader.weights.pairs.classes["relation"]
    least = reader.thresholds("relation")
    best: dict[tuple[str, Stretch, Stretch], Related] = {}
    for (one, other), row in zip(pairs, shares.tolist(), strict=True):
        kind, share = max(zip(classes[1:], row[1:], strict=True), key=lambda scored: scored[1])
        if share >= least.get(kind, 0.5):
            ends = (min(one, other), max(one, other)) if kind in SYMMETRIC else (one, other)
            known = best.get((kind, *ends))
            if known is None or known.score < share:
                best[kind, *ends] = Related(kind, *ends, share)
    return list(best.values())


def near(text: str, one: Stretch, other: Stretch) -> bool:
    """Tell whether two names are near enough to be asked about: no overlap, and no end of a line between them."""
    first, second = sorted((one, other))
    between = text[first.end : second.start]
    return first.end <= second.start and len(between) <= NEAR and not re.search(r"\n\s*\n", between)
