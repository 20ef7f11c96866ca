"""Rules and the trained reader together: each where it is best, and on the record which of the two said what.

The rules' claims stand as they are: sources that the trained reader heard beside them were more often
wrong than right. It adds claims of its own where the rules read nothing of that kind in the same words.
`by` of a claim ends in ":rules" or ":trained".
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from onrecord.find.models.rules import RulesEngine
from onrecord.find.models.taken import Taken
from onrecord.find.models.trained.engine import TrainedEngine
from onrecord.find.models.trained.reader import open_reader
from onrecord.find.sentence import Lexicon
from onrecord.records import Claim, Kind, Mention, Reading, Text

__all__ = ["ADDED", "BothEngine", "added", "engine", "joined"]

ADDED = {Kind.EVENT: "deed", Kind.TOLL: "deed", Kind.RELATION: "relation"}
"""Kinds of claims that the trained reader may add; a deed that the rules count as a toll is no other deed."""


@dataclass(frozen=True, slots=True)
class BothEngine:
    """Reads with both and joins what they found."""

    rules: RulesEngine
    trained: TrainedEngine

    @property
    def by(self) -> str:
        """Give "both/1+" and eight digits over what either engine is called."""
        name = hashlib.sha256(f"{self.rules.by} {self.trained.by}".encode()).hexdigest()
        return f"both/1+{name[:8]}"

    @property
    def workers(self) -> int:
        """Give how many texts the trained reader is best asked for at once."""
        return self.trained.workers

    def read(self, text: Text) -> Reading:
        """Give the joined reading; a sentence is unread where neither engine found claims in it."""
        by, first = self.by, self.rules.read(text)
        second = self.trained.read(text)
        more = tuple(replace(claim, by=f"{by}:trained") for claim in added(first.claims, second.claims))
        claims = (*(replace(claim, by=f"{by}:rules") for claim in first.claims), *more)
        told = Taken(claim.evidence for claim in more)
        unread = tuple(one for one in first.unread if not told.meets(one.span))
        return Reading(text.id, by, joined(first.mentions, second.mentions, more), claims, first.ties, unread)


def engine(lexicon: Lexicon, use: str = "balanced") -> BothEngine:
    """Make both engines; raises InputError where the weights are not there."""
    return BothEngine(RulesEngine(lexicon), TrainedEngine(open_reader(use)))


def added(first: Iterable[Claim], second: Iterable[Claim]) -> Iterator[Claim]:
    """Give those claims of the second that may be added and of which the first has none in the same words."""
    kept = tuple(first)
    taken = {
        sort: Taken(c.evidence for c in kept if ADDED.get(c.kind) == sort) for sort in set(ADDED.values())
    }
    yield from (c for c in second if c.kind in ADDED and not taken[ADDED[c.kind]].meets(c.evidence))


def joined(
    first: tuple[Mention, ...], second: Iterable[Mention], claims: Iterable[Claim] = ()
) -> tuple[Mention, ...]:
    """Give the first mentions, and of the second those whose words share nothing with any of them.

    Words that fill a part in one of these claims come in also where the first have them inside a longer
    mention, since nothing else would say whom they name.
    """
    parts = {role.span for claim in claims for role in claim.roles}
    taken, known = Taken(m.span for m in first), {(m.span, m.kind) for m in first}
    spans = {span for span, _ in known}
    more = (m for m in second if not taken.meets(m.span) or (m.span in parts and m.span not in spans))
    return tuple({m.id: m for m in (*first, *more)}.values())
