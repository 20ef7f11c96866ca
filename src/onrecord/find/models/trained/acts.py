"""Whether given events are so and in which world, and which of them are one incident."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from onrecord.answers import Act, Stretch
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.pairs import pair_logits, sigmoid
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import marked

__all__ = ["acts_at", "groups_of"]

FARTHEST = 4000
"""Characters between two triggers beyond which they are not compared: keeps the pairs of a long text few."""


def acts_at(reader: TrainedReader, text: str, triggers: Sequence[Stretch]) -> tuple[Act, ...]:
    """Give polarity and modality of each trigger; the common class where the words were not read."""
    return tuple(
        Act(
            at,
            _chosen(reader, text, "polarity", at, "positive"),
            _chosen(reader, text, "modality", at, "actual"),
        )
        for at in triggers
    )


def _chosen(reader: TrainedReader, text: str, head: str, at: Stretch, common: str) -> str:
    """Give the likeliest class, the rare ones weighed by the head's thresholds against the common one."""
    signals = _around(reader.signals(text), at)
    shares = marked(reader.weights, signals, head, at.start, at.end) if signals else {}
    least = reader.thresholds(head)
    rare = {kind: p / least.get(kind, 0.5) for kind, p in shares.items() if kind != common}
    best = max(rare, key=lambda kind: rare[kind], default=common)
    return best if rare.get(best, 0.0) >= 1 else common


def _around(found: list[Signals], at: Stretch) -> Signals | None:
    return next((one for one in found if one.starts[0] <= at.start < one.ends[-1]), None)


def groups_of(
    reader: TrainedReader, text: str, triggers: Sequence[Stretch]
) -> tuple[tuple[Stretch, ...], ...]:
    """Group triggers that tell one event: joined from the likeliest pair on, while the mean of two groups holds."""
    groups = [[at] for at in triggers]
    scores = _scores(reader, text, triggers)
    least = reader.thresholds("same_event").get("same", 0.5)
    while len(groups) > 1:
        mean, one, other = max(
            (_mean(scores, a, b), i, j) for (i, a), (j, b) in combinations(enumerate(groups), 2)
        )
        if mean < least:
            break
        groups[one] += groups.pop(other)
    return tuple(tuple(sorted(group)) for group in groups)


def _scores(
    reader: TrainedReader, text: str, triggers: Sequence[Stretch]
) -> dict[tuple[Stretch, Stretch], float]:
    scores: dict[tuple[Stretch, Stretch], float] = {}
    for signals in reader.signals(text):
        inside = sorted(at for at in triggers if signals.starts[0] <= at.start < signals.ends[-1])
        pairs = [(a, b) for a, b in combinations(inside, 2) if b.start - a.start < FARTHEST]
        asked = [((a.start, a.end), (b.start, b.end)) for a, b in pairs]
        shares = sigmoid(pair_logits(reader.weights, signals, "same_event", asked)[:, 0]).tolist()
        scores |= dict(zip(pairs, shares, strict=True))
    return scores


def _mean(scores: dict[tuple[Stretch, Stretch], float], one: list[Stretch], other: list[Stretch]) -> float:
    found = [scores.get((min(a, b), max(a, b)), 0.0) for a in one for b in other]
    return sum(found) / len(found)
