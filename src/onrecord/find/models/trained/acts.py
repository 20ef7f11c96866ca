"""Whether given events are so and in which world, and which of them are one incident."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.answers import Act, Stretch
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.linkage import linked
from onrecord.find.models.trained.pairs import pair_logits, sigmoid
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import marked

__all__ = ["act_of", "acts_at", "groups_of"]

FARTHEST = 4000
"""Characters between two triggers beyond which they are not compared: keeps the pairs of a long text few."""
SMALLEST = 1e-6
"""What a threshold of zero counts as."""


def acts_at(reader: TrainedReader, text: str, triggers: Sequence[Stretch]) -> tuple[Act, ...]:
    """Give polarity and modality of each trigger; the common class where the words were not read."""
    found: dict[Stretch, Act] = {}
    for signals in reader.signals(text):
        read = (at for at in triggers if at not in found and signals.pieces(at.start, at.end))
        found |= {at: act_of(reader, signals, at) for at in read}
    return tuple(found.get(at, Act(at)) for at in triggers)


def act_of(reader: TrainedReader, signals: Signals, at: Stretch) -> Act:
    """Give polarity and modality of a trigger that stands in this stretch of a text."""
    polarity = _chosen(reader, signals, "polarity", at, "positive")
    return Act(at, polarity, _chosen(reader, signals, "modality", at, "actual"))


def _chosen(reader: TrainedReader, signals: Signals, head: str, at: Stretch, common: str) -> str:
    """Give the likeliest class, the rare ones weighed by the head's thresholds against the common one."""
    shares = marked(reader.weights, signals, head, at.start, at.end)
    least = reader.thresholds(head)
    rare = {kind: p / max(least.get(kind, 0.5), SMALLEST) for kind, p in shares.items() if kind != common}
    best = max(rare, key=lambda kind: rare[kind], default=common)
    return best if rare.get(best, 0.0) >= 1 else common


def groups_of(
    reader: TrainedReader, text: str, triggers: Sequence[Stretch]
) -> tuple[tuple[Stretch, ...], ...]:
    """Group triggers that tell one event, from the likeliest pair on, while the mean of two groups holds."""
    least = reader.thresholds("same_event").get("same", 0.5)
    groups = linked(len(triggers), _scores(reader, text, triggers), least)
    return tuple(tuple(sorted(triggers[k] for k in group)) for group in groups)


def _scores(reader: TrainedReader, text: str, triggers: Sequence[Stretch]) -> dict[tuple[int, int], float]:
    """Give how likely two triggers, by their numbers, tell one event, where they were read and stand near."""
    chars = [(at.start, at.end) for at in triggers]
    order = sorted(range(len(chars)), key=lambda k: chars[k])
    scores: dict[tuple[int, int], float] = {}
    for signals in reader.signals(text):
        inside = [k for k in order if signals.pieces(*chars[k])]
        starts = [chars[k][0] for k in inside]
        pairs = [(inside[i], inside[j]) for i, j in near_pairs(starts, FARTHEST)]
        asked = [(chars[one], chars[other]) for one, other in pairs]
        shares = sigmoid(pair_logits(reader.weights, signals, "same_event", asked)[:, 0]).tolist()
        scores |= dict(zip(pairs, shares, strict=True))
    return scores


def near_pairs(starts: list[int], farthest: int) -> Iterator[tuple[int, int]]:
    """Give the pairs, by their numbers, of rising starts that lie less than `farthest` apart."""
    for one, start in enumerate(starts):
        beyond = bisect_left(starts, start + farthest)
        yield from ((one, other) for other in range(one + 1, beyond))
