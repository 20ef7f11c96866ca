"""Word sets for events, read from vocabulary/event_words.csv."""

from __future__ import annotations

from functools import cache

from onrecord.errors import VocabularyError
from onrecord.vocabulary import rows

__all__ = ["event_words"]


@cache
def event_words(name: str) -> frozenset[str]:
    """Give the words of one set; an unknown set is an error, since a rule would silently never fire."""
    for row in rows("event_words"):
        if row["class"] == name:
            return frozenset(row["words"].split())
    known = ", ".join(row["class"] for row in rows("event_words"))
    raise VocabularyError(f"no word set {name!r} in vocabulary/event_words.csv; there are: {known}")
