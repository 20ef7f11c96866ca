"""Whether two stretches of words name the same: they share a place, or hold the same name elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["Filler", "Stretch", "covers", "fill_all", "filler", "overlap", "same_filler", "same_fillers"]

LINKING = frozenset(
    [
        "of",
        "from",
        "in",
        "at",
        "on",
        "for",
        "with",
        "by",
        "near",
        "against",
        "to",
        "and",
        "who",
        "which",
        "that",
    ]
)
"""Words that end the head part of a name: "a core of former commanders" is headed by "core"."""

LITTLE = frozenset(
    ["a", "an", "the", "his", "her", "its", "their", "our", "this", "these", "those", "some", "former"]
)
"""Words that say nothing about who is named."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words at their offsets in the text that both sides point into."""

    start: int
    end: int
    text: str


Filler = tuple[Stretch, ...]
"""One thing that fills a role, with the other words for it that gold allows."""


def filler(shape: Mapping[str, Any]) -> Filler:
    """Read a filler from its JSON shape; `or` holds the other words that gold allows."""
    own = Stretch(int(shape["start"]), int(shape["end"]), str(shape.get("text", "")))
    return (own, *(other for option in shape.get("or", ()) for other in filler(option)))


def overlap(one: Stretch, other: Stretch) -> int:
    """Count the code points that two stretches share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def covers(one: Stretch, other: Stretch) -> bool:
    """Say whether two stretches share half of the shorter one, and something at all."""
    shorter = min(one.end - one.start, other.end - other.start)
    return overlap(one, other) * 2 >= shorter > 0


def same_filler(gold: Filler, mine: Filler) -> bool:
    """Say whether any words of one side stand where words of the other stand, or are the same name."""
    return any(overlap(a, b) > 0 or _same_name(a.text, b.text) for a in gold for b in mine)


def same_fillers(gold: Sequence[Filler], mine: Sequence[Filler]) -> bool:
    """Say whether each side's fillers all have a counterpart on the other."""
    return fill_all(gold, mine) and fill_all(mine, gold)


def fill_all(asked: Sequence[Filler], given: Sequence[Filler]) -> bool:
    """Say whether each of those asked for has a counterpart among those given."""
    return all(any(same_filler(one, other) for other in given) for one in asked)


def _same_name(one: str, other: str) -> bool:
    a, b = _head(one), _head(other)
    return bool(a and b) and (a <= b or b <= a)


def _head(words: str) -> frozenset[str]:
    """Give the telling words of a name up to its first linking word, folded."""
    head: list[str] = []
    for word in re.findall(r"[\w.]+", re.sub(r"['\u2019]s\b", "", words.casefold())):
        if word in LINKING and head:
            break
        if word not in LITTLE and word not in LINKING:
            head.append(word.strip("."))
    return frozenset(head)
