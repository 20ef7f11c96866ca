"""Which words may be part of a time: a quick look before the long pattern."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.vocabulary import rows

__all__ = ["may_be_time"]

# Each alternative of time_pattern.py holds a digit, a name of these tables, or one of these words.
_SPLIT = re.compile(r"[\W_]+")
_COUNTED = (
    "hour day night week weekend fortnight month quarter year decade morning afternoon evening "
    "yesterday tomorrow today tonight overnight time then now"
)
_WORDS = frozenset(
    [
        part
        for table in ("months", "weekdays", "seasons", "named_days")
        for row in rows(table)
        for part in row["word"].lower().split()
    ]
    + [word for plain in _COUNTED.split() for word in (plain, plain + "s")]
)


@lru_cache(maxsize=50_000)
def may_be_time(words: str) -> bool:
    """Tell whether a token may stand inside a time."""
    lower = words.lower()
    if lower in _WORDS or any(letter.isdigit() for letter in lower):
        return True
    return "-" in lower and any(part in _WORDS for part in _SPLIT.split(lower))
