"""Relations of re3d: right when type and the stretches of both names are right.

No published figure exists to follow. Symmetric types have no order; the others keep theirs (source first).
A relation that is coded twice with different words between its names counts once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import cast

from onrecord.answers import Answer, Related, Stretch
from onrecord.score.pairing import pair_up
from onrecord.score.shares import counts_of, figures_of
from onrecord.score.task import Figures, Item, Tally
from onrecord.score.tasks.re3d_files import Coded
from onrecord.score.tasks.re3d_names import shared

__all__ = ["RELATIONS", "SYMMETRIC", "judge_relations", "relations_figures"]

RELATIONS = (
    "CoLocated", "FightingAgainst", "InChargeOf", "BelongsTo", "HasAttrOf", "IsSynonymOf", "CommWith",
    "AlliesOf", "Dislikes", "Likes", "Apart",
)  # fmt: skip
SYMMETRIC = frozenset({"CoLocated", "AlliesOf", "FightingAgainst", "IsSynonymOf", "CommWith", "Apart"})
Tie = tuple[str, Stretch, Stretch]


def judge_relations(item: Item, answer: Answer) -> Tally:
    """Give the counts of one document: all types together, each type, and where words need only overlap."""
    coded = cast("Coded", item.gold)
    asked, given = _ties(coded.relations), _ties(answer.relations)
    right = set(given) & set(asked)
    counts = counts_of("relations", len(right), len(given), len(asked))
    counts |= counts_of("lenient", len(_overlapping(asked, given)), len(given), len(asked))
    by_type = [Counter(kind for kind, _, _ in ties) for ties in (right, given, asked)]
    for kind in RELATIONS:
        counts |= counts_of(kind, *(counter[kind] for counter in by_type))
    return Tally(counts)


def relations_figures(tally: Tally) -> Figures:
    """Give micro precision, recall and F1 over all types; parts: lenient, and each type."""
    return figures_of(tally, "relations", ("lenient", *RELATIONS))


def _ties(relations: Iterable[Related]) -> list[Tie]:
    """Give each relation once, ends of symmetric ones in the order of the text, without unknown types."""
    found = {_tie(relation) for relation in relations if relation.type in RELATIONS}
    return sorted(found)


def _tie(relation: Related) -> Tie:
    ends = (relation.subject, relation.object)
    first, last = sorted(ends) if relation.type in SYMMETRIC else ends
    return relation.type, first, last


def _overlapping(asked: list[Tie], given: list[Tie]) -> tuple[tuple[int, int], ...]:
    weights = {
        (left, right): _common(a, g)
        for left, a in enumerate(asked)
        for right, g in enumerate(given)
        if a[0] == g[0] and _common(a, g)
    }
    return pair_up(weights)


def _common(one: Tie, other: Tie) -> int:
    """Give the code points shared at both ends, 0 unless both ends meet."""
    straight = (shared(one[1], other[1]), shared(one[2], other[2]))
    turned = (shared(one[1], other[2]), shared(one[2], other[1])) if one[0] in SYMMETRIC else (0, 0)
    return max(sum(straight) if all(straight) else 0, sum(turned) if all(turned) else 0)
