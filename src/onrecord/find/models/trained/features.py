"""What the network is told of two stretches beside their words: how far apart and how alike they are."""

from __future__ import annotations

import re
from functools import lru_cache

__all__ = ["ALIKE", "DISTANCES", "alike", "distance", "shared_keys"]

_STEPS = (0, 2, 5, 10, 20, 40, 80)
DISTANCES = 2 * (len(_STEPS) + 1)
ALIKE = 4
SLIGHT = frozenset({"the", "a", "an", "of", "and"})
Pieces = tuple[int, int]


def distance(left: Pieces, right: Pieces) -> int:
    """Give the class of the distance in pieces between two half-open stretches, from 0 to DISTANCES - 1."""
    behind = right[0] < left[0]
    gap = max(0, left[0] - right[1] if behind else right[0] - left[1])
    near = next((k for k, step in enumerate(_STEPS) if gap <= step), len(_STEPS))
    return near + (len(_STEPS) + 1) * behind


def alike(one: str, other: str) -> int:
    """Give 3 for equal words, 2 where one holds the other's or spells their letters, 1 for some, else 0."""
    left, right = _words(one), _words(other)
    if not left or not right:
        return 3 * (one == other)
    if left == right:
        return 3
    both = set(left).intersection(right)
    if len(both) in {len(set(left)), len(set(right))} or _spells(left, right) or _spells(right, left):
        return 2
    return int(bool(both))


def shared_keys(words: str) -> frozenset[str]:
    """Give the words of a stretch and the letters that spell it: without one in common likeness is 0."""
    found = _words(words)
    return frozenset((*found, _letters(found)) if len(found) > 1 else found)


@lru_cache(maxsize=4096)
def _words(words: str) -> tuple[str, ...]:
    """Give the words that count; a name is compared to all others near it, so it is cut once."""
    return tuple(word for word in re.findall(r"\w+", words.lower()) if word not in SLIGHT)


def _spells(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) == 1 and len(long) > 1 and short[0] == _letters(long)


def _letters(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)
