"""Rules and the trained reader together: each where it is best, and on the record which of the two said what.

The rules' claims stand. The trained reader adds the sources that they miss, and claims of its own where the
rules read nothing of that kind in the same words. `by` of a claim ends in ":rules", ":trained" or
":rules+trained".
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.answers import Attributed
from onrecord.find.models.rules import RulesEngine
from onrecord.find.models.trained.attributions import attributions_in
from onrecord.find.models.trained.engine import TrainedEngine
from onrecord.find.models.trained.passages import ground_of
from onrecord.find.models.trained.reader import open_reader
from onrecord.find.models.trained.speaking import with_sources
from onrecord.find.sentence import Lexicon
from onrecord.records import Claim, Kind, Mention, Reading, Text, Unread

__all__ = ["ADDED", "BothEngine", "engine"]

ADDED = frozenset({Kind.RELATION, Kind.EVENT})
"""Kinds of claims that the trained reader may add."""


@dataclass(frozen=True, slots=True)
class BothEngine:
    """Reads with both and joins what they found."""

    rules: RulesEngine
    trained: TrainedEngine

    @property
    def by(self) -> str:
        """Give "both/1+" and eight digits over what either engine is called."""
        joined = hashlib.sha256(f"{self.rules.by} {self.trained.by}".encode()).hexdigest()
        return f"both/1+{joined[:8]}"

    def read(self, text: Text) -> Reading:
        """Give the joined reading; a sentence is unread where neither engine read claims in it."""
        first, second = self.rules.read(text), self.trained.read(text)
        told = attributions_in(self.trained.reader, ground_of(text).words) if first.claims else ()
        kept = tuple(self._sourced(claim, text, told) for claim in first.claims)
        added = tuple(
            replace(claim, by=f"{self.by}:trained") for claim in second.claims if self._is_new(claim, kept)
        )
        claims = (*kept, *added)
        unread: tuple[Unread, ...] = tuple(dict.fromkeys(first.unread))
        return Reading(text.id, self.by, joined(first.mentions, second.mentions), claims, first.ties, unread)

    def _sourced(self, claim: Claim, text: Text, told: tuple[Attributed, ...]) -> Claim:
        """Give a claim of the rules, with the trained reader's sources where the rules saw none."""
        better = claim if claim.sources else with_sources(claim, text, told)
        which = "rules" if better is claim else "rules+trained"
        return replace(better, by=f"{self.by}:{which}")

    def _is_new(self, claim: Claim, kept: tuple[Claim, ...]) -> bool:
        return claim.kind in ADDED and not any(
            one.id == claim.id or (one.kind is claim.kind and _overlap(one, claim)) for one in kept
        )


def _overlap(one: Claim, other: Claim) -> bool:
    return one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end


def joined(first: Iterable[Mention], second: Iterable[Mention]) -> tuple[Mention, ...]:
    """Give the first mentions, and of the second those whose words share nothing with any of them."""
    kept = list(first)
    taken = sorted((m.span.start, m.span.end) for m in kept)
    for mention in second:
        if not any(start < mention.span.end and mention.span.start < end for start, end in taken):
            kept.append(mention)
    return tuple({m.id: m for m in kept}.values())


def engine(lexicon: Lexicon, use: str = "balanced") -> BothEngine:
    """Make both engines; raises InputError where the weights are not there."""
    return BothEngine(RulesEngine(lexicon), TrainedEngine(open_reader(use)))
