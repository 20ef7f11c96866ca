"""Which things and people hit belong to one incident where a text tells several of a type.

What was hit in one incident stands close together; words such as "meanwhile", another day and a new
paragraph stand between incidents. Weights are fitted on the templates of training texts, words alone being
looked at, and things are joined by average linkage (`linkage.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log1p
from typing import NamedTuple

from onrecord.find.models.trained.incident_fillers import Filler
from onrecord.find.models.trained.incident_sure import Rule, likelihood
from onrecord.find.models.trained.linkage import linked

__all__ = ["SPLIT", "Splitter", "Spread", "pair_traits", "spread_of"]

SPLIT = frozenset({"Target", "Victim", "Weapon"})
"""Parts that are split; who did it goes to every incident of the type."""
MOST_SENTENCES, MOST_PLACES = 8, 5
BESIDE = 120
"""Characters within which two things in one sentence stand side by side."""
SCALE = 5000
"""Characters of a long text of MUC-4."""
_END = re.compile(r"\.\s")
_PARAGRAPH = re.compile(r"\n\s*\n|\s{4,}")
_CHANGE = re.compile(
    r"\b(?:yesterday|today|last\s+night|this\s+morning|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|\d{1,2}\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|meanwhile|another|also|other|second|earlier|later)\b",
    re.IGNORECASE,
)


class Spread(NamedTuple):
    """A part and where in the text its filler stands, from the first place on."""

    part: str
    starts: tuple[int, ...]


def spread_of(part: str, starts: Iterable[int]) -> Spread:
    """Give the spread of a filler of a part with places that begin there."""
    return Spread(part, tuple(sorted(set(starts))))


def pair_traits(text: str, one: Spread, other: Spread) -> dict[str, float]:
    """Give what speaks for and against two fillers being of one incident, by their nearest places."""
    gap, start, end = min((abs(a - b), min(a, b), max(a, b)) for a in one.starts for b in other.starts)
    between, parts = text[start:end], {one.part, other.part}
    sentences = len(_END.findall(between))
    return {
        "gap": log1p(gap),
        "sentences": float(min(sentences, MOST_SENTENCES)),
        "paragraph": float(bool(_PARAGRAPH.search(between))),
        "beside": float(gap <= BESIDE and not sentences),
        "change": float(len(_CHANGE.findall(between))),
        "one_part": float(one.part == other.part),
        "victims": float(parts == {"Victim"}),
        "targets": float(parts == {"Target"}),
        "weapon": float("Weapon" in parts),
        "places": float(sum(min(len(spread.starts), MOST_PLACES) for spread in (one, other))),
        "text": len(text) / SCALE,
    }


@dataclass(frozen=True, slots=True)
class Splitter:
    """Splits fillers of one text by a rule; from a mean likeness of `least` on they are of one incident."""

    text: str
    rule: Rule
    least: float
    _known: dict[tuple[Spread, Spread], float] = field(default_factory=dict, repr=False)

    def groups(self, fillers: Sequence[Filler]) -> list[list[Filler]]:
        """Give the fillers of each incident, in their order; without fillers one incident that has none."""
        spreads = [spread_of(one.part, (place.start for place in one.places)) for one in fillers]
        if not fillers or not self.rule:
            return [list(fillers)]
        return [
            [fillers[k] for k in group] for group in linked(len(fillers), self._scores(spreads), self.least)
        ]

    def at(self, least: float) -> Splitter:
        """Give the same with another threshold; what is known of pairs is shared."""
        return Splitter(self.text, self.rule, least, self._known)

    def _scores(self, spreads: Sequence[Spread]) -> Mapping[tuple[int, int], float]:
        return {(i, j): self._score(spreads[i], other) for j, other in enumerate(spreads) for i in range(j)}

    def _score(self, one: Spread, other: Spread) -> float:
        if (one, other) not in self._known:
            self._known[one, other] = likelihood(pair_traits(self.text, one, other), self.rule)
        return self._known[one, other]
