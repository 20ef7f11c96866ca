"""Relations between names (re3d): every pair of near names is asked about, most have none."""

from __future__ import annotations

from itertools import permutations

from training.model.columns import index_of
from training.model.heads import PAIRS
from training.model.targets import PairTarget, Targets, chars
from training.schema import Example

__all__ = ["add_relations"]

SYMMETRIC = frozenset({"CoLocated", "FightingAgainst", "AlliesOf", "IsSynonymOf", "CommWith", "Apart"})
"""Relations that hold both ways, whichever way the set states them."""
NEAR = 400
"""Characters between the beginnings of two names that are asked about."""


def add_relations(example: Example, targets: Targets) -> None:
    """Add both orders of each pair of near names with their relation, "none" where there is none."""
    if example.set != "re3d":
        return
    known = {(chars(r.subject), chars(r.object)): r.type for r in example.relations}
    for one, other in permutations([chars(name.at) for name in example.names], 2):
        if abs(one[0] - other[0]) < NEAR:
            back = known.get((other, one), "")
            kind = known.get((one, other), "") or (back if back in SYMMETRIC else "")
            number = index_of(PAIRS, "relation", kind or "none")
            targets.pairings.append(PairTarget("relation", one, other, number))
