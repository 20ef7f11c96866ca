"""Claims against gold claims: which were found, and which of their fields are right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.score.fields import FIELDS
from onrecord.score.pairing import pair_up
from onrecord.score.verdicts import JsonLine, Verdict, claim_type
from onrecord.score.words import Stretch, covers, filler, overlap

__all__ = ["ClaimScore", "Found", "Pair", "pair_claims", "score_claims"]

Pair = tuple[JsonLine, JsonLine]

TYPE_WEIGHT = 4.0
"""How much an equal type counts when it is decided who pairs with whom; every other right field counts 1."""

JUDGED = frozenset({Verdict.RIGHT, Verdict.WRONG, Verdict.MISSING, Verdict.EXTRA})


@dataclass(frozen=True, slots=True)
class Found:
    """How many claims gold holds, how many the other side gave, and how many of them pair."""

    gold: int = 0
    mine: int = 0
    paired: int = 0

    def __add__(self, other: Found) -> Found:
        return Found(self.gold + other.gold, self.mine + other.mine, self.paired + other.paired)

    @property
    def precision(self) -> float:
        """Give the share of given claims that stand in gold; 0 where nothing was given."""
        return self.paired / self.mine if self.mine else 0.0

    @property
    def recall(self) -> float:
        """Give the share of gold claims that were found; 0 where gold is empty."""
        return self.paired / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall."""
        return 2 * self.paired / (self.gold + self.mine) if self.gold + self.mine else 0.0


@dataclass(frozen=True, slots=True)
class ClaimScore:
    """Counts, never ratios, so that scores of shards and documents add up to the score of the whole."""

    found: Found = Found()
    kinds: Counter[tuple[str, str]] = field(default_factory=Counter)
    verdicts: Counter[tuple[str, str]] = field(default_factory=Counter)
    all_right: int = 0

    def __add__(self, other: ClaimScore) -> ClaimScore:
        return ClaimScore(
            self.found + other.found,
            self.kinds + other.kinds,
            self.verdicts + other.verdicts,
            self.all_right + other.all_right,
        )

    def of_kind(self, kind: str) -> Found:
        """Give the counts for one kind of claim."""
        return Found(*(self.kinds[kind, side] for side in ("gold", "mine", "paired")))

    def judged(self, name: str) -> int:
        """Count the pairs in which at least one side fills this field."""
        return sum(self.verdicts[name, verdict] for verdict in JUDGED)

    def accuracy(self, name: str) -> float:
        """Give the share of those pairs in which it is right; a field empty on both sides does not count."""
        judged = self.judged(name)
        return self.verdicts[name, Verdict.RIGHT] / judged if judged else 0.0

    @property
    def whole(self) -> float:
        """Give the share of pairs in which every field is right or rightly empty."""
        return self.all_right / self.found.paired if self.found.paired else 0.0


def score_claims(gold: Sequence[JsonLine], mine: Sequence[JsonLine]) -> ClaimScore:
    """Compare the claims of one text with its gold claims; offsets of both count in the same text."""
    pairs = pair_claims(gold, mine)
    kinds: Counter[tuple[str, str]] = Counter()
    for side, lines in (("gold", gold), ("mine", mine), ("paired", [g for g, _ in pairs])):
        kinds.update((str(line["kind"]), side) for line in lines)
    verdicts: Counter[tuple[str, str]] = Counter()
    all_right = 0
    for judged in map(_judge, pairs):
        verdicts.update((name, str(verdict)) for name, verdict in judged.items())
        all_right += set(judged.values()) <= {Verdict.RIGHT, Verdict.EMPTY}
    return ClaimScore(Found(len(gold), len(mine), len(pairs)), kinds, verdicts, all_right)


def pair_claims(gold: Sequence[JsonLine], mine: Sequence[JsonLine]) -> tuple[Pair, ...]:
    """Pair claims one to one: same kind, evidence that shares half of the shorter, as alike as possible."""
    weights = {
        (g, m): _weight((ours, theirs))
        for g, ours in enumerate(gold)
        for m, theirs in enumerate(mine)
        if ours["kind"] == theirs["kind"] and covers(_evidence(ours), _evidence(theirs))
    }
    return tuple((gold[g], mine[m]) for g, m in pair_up(weights))


def _evidence(line: JsonLine) -> Stretch:
    return filler(line["evidence"])[0]


def _judge(pair: Pair) -> dict[str, Verdict]:
    return {rule.name: rule.judge(*pair) for rule in FIELDS}


def _weight(pair: Pair) -> float:
    """Give how alike two claims are; always above 0, and the tighter evidence wins a tie."""
    right = sum(verdict is Verdict.RIGHT for verdict in _judge(pair).values())
    one, other = map(_evidence, pair)
    union = max(one.end, other.end) - min(one.start, other.start)
    same_type = claim_type(pair[0]) == claim_type(pair[1])
    return TYPE_WEIGHT * same_type + right + overlap(one, other) / union
