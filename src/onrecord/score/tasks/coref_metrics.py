"""How well one partition of mentions agrees with another: MUC, B-cubed, CEAF-e, as counts that add up.

Sources: M. Vilain et al., A model-theoretic coreference scoring scheme, MUC-6, 1995 (MUC); A. Bagga and
B. Baldwin, Algorithms for scoring coreference chains, 1998 (B-cubed); X. Luo, On coreference resolution
performance metrics, HLT 2005 (CEAF with phi 4). Sums over documents are those of the reference scorer:
S. Pradhan et al., Scoring coreference partitions of predicted mentions, ACL 2014.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from onrecord.score.pairing import pair_up

__all__ = ["METRICS", "Agreed", "b_cubed", "ceaf_e", "muc"]

Mention = TypeVar("Mention", bound=Hashable)
Groups = Sequence[frozenset[Mention]]


@dataclass(frozen=True, slots=True)
class Agreed:
    """Numerators and denominators of recall (by key) and of precision (by answer)."""

    found: float
    asked: float
    right: float
    given: float


def muc(key: Groups[Mention], answer: Groups[Mention]) -> Agreed:
    """Give the links in common: a group of n mentions has n - 1, less one for each piece it is cut into."""
    return Agreed(*_links(key, answer), *_links(answer, key))


def b_cubed(key: Groups[Mention], answer: Groups[Mention]) -> Agreed:
    """Give for each mention the share of its group that the other side puts with it, added up."""
    return Agreed(*_shares(key, answer), *_shares(answer, key))


def ceaf_e(key: Groups[Mention], answer: Groups[Mention]) -> Agreed:
    """Give the likeness (phi 4) of groups paired one to one for the greatest sum, by groups on each side."""
    likes = {
        (left, right): 2 * len(k & a) / (len(k) + len(a))
        for (left, k), (right, a) in product(enumerate(key), enumerate(answer))
        if k & a
    }
    alike = sum(likes[pair] for pair in pair_up(likes))
    return Agreed(alike, len(key), alike, len(answer))


METRICS: dict[str, Callable[[Groups[Hashable], Groups[Hashable]], Agreed]] = {
    "muc": muc,
    "b_cubed": b_cubed,
    "ceaf_e": ceaf_e,
}


def _links(groups: Groups[Mention], others: Groups[Mention]) -> tuple[float, float]:
    kept = sum(len(group) - _pieces(group, others) for group in groups)
    return kept, sum(len(group) - 1 for group in groups)


def _pieces(group: frozenset[Mention], others: Iterable[frozenset[Mention]]) -> int:
    """Give into how many pieces the others cut a group; a mention that they lack is a piece of its own."""
    cut = [group & other for other in others if group & other]
    return len(cut) + len(group) - sum(map(len, cut))


def _shares(groups: Groups[Mention], others: Groups[Mention]) -> tuple[float, float]:
    shared = sum(len(one & other) ** 2 / len(one) for one, other in product(groups, others))
    return shared, sum(map(len, groups))
