"""Which texts repeat each other, by the runs of eight words that they share.

Two texts are linked when they share LEAST runs (a passage of 23 words) or half the runs of the shorter one.
Fewer are a formula or a full name with its short form, on which the reports of a conflict agree without
having a passage in common; a run that more than COMMON texts hold links nothing. Texts of the same words
are always linked. Groups are what links join, over any number of steps.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

__all__ = ["Link", "groups", "links", "runs"]

LENGTH, LEAST, COMMON = 8, 16, 50
_WORD = re.compile(r"[^\W_]+")
Link = tuple[int, int]


def runs(text: str) -> frozenset[int]:
    """Give a number for each run of eight words of a text, of all its words where it has fewer."""
    words = _WORD.findall(text.lower())
    last = max(len(words) - LENGTH, 0) if words else -1
    return frozenset(hash(tuple(words[start : start + LENGTH])) for start in range(last + 1))


def links(texts: Sequence[str]) -> list[Link]:
    """Give the pairs of texts that repeat each other, by their places, the smaller first, in order."""
    shingled = [runs(text) for text in texts]
    shared = Counter(pair for holders in held(shingled) for pair in combinations(holders, 2))
    sizes = [len(one) for one in shingled]
    enough = ((a, b) for (a, b), n in shared.items() if n >= LEAST or 2 * n >= min(sizes[a], sizes[b]))
    return sorted({*enough, *alike(shingled)})


def held(shingled: Sequence[frozenset[int]]) -> Iterable[list[int]]:
    """Give for each run that two to COMMON texts hold the places of these texts."""
    frequency = Counter(run for one in shingled for run in one)
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for place, one in enumerate(shingled):
        for run in one:
            if 1 < frequency[run] <= COMMON:
                holders[run].append(place)
    return holders.values()


def alike(shingled: Sequence[frozenset[int]]) -> Iterable[Link]:
    """Give each text with the first one of exactly the same runs."""
    first: dict[frozenset[int], int] = {}
    for place, one in enumerate(shingled):
        if one and first.setdefault(one, place) != place:
            yield first[one], place


def groups(size: int, joined: Iterable[Link], apart: Callable[[int, int], bool]) -> list[int]:
    """Give for each of `size` places the smallest place of its group; links that are `apart` join nothing."""
    parent = list(range(size))

    def root(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for one, other in joined:
        if not apart(one, other):
            low, high = sorted((root(one), root(other)))
            parent[high] = low
    return [root(place) for place in range(size)]
