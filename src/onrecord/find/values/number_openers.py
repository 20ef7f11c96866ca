"""Which words a count may begin with: a quick look before the careful one."""

from __future__ import annotations

from functools import lru_cache

from onrecord.vocabulary import rows

__all__ = ["opens_count"]

_WORDS = (
    frozenset(row["word"] for row in rows("number_words"))
    | frozenset(row["words"].split()[0] for row in rows("hedges") if row["where"] == "alone")
    | {"a", "an", "half"}
)


@lru_cache(maxsize=50_000)
def opens_count(words: str) -> bool:
    """Tell whether a count may begin with this word."""
    lower = words.lower()
    return words[0].isdigit() or lower in _WORDS or lower.partition("-")[0] in _WORDS
