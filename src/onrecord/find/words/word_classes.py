"""Closed word classes, read from vocabulary/word_classes.csv."""

from __future__ import annotations

from functools import cache

from onrecord.errors import VocabularyError
from onrecord.find.sentence import Token
from onrecord.vocabulary import rows

__all__ = ["is_a", "words_of"]


@cache
def words_of(name: str) -> frozenset[str]:
    """Give the words of one class; an unknown class is an error, or a pattern would silently never match."""
    for row in rows("word_classes"):
        if row["class"] == name:
            return frozenset(row["words"].split())
    known = ", ".join(row["class"] for row in rows("word_classes"))
    raise VocabularyError(f"no word class {name!r} in vocabulary/word_classes.csv; there are: {known}")


def is_a(token: Token, *names: str) -> bool:
    """Say whether a token belongs to one of these classes, by its lemma or as written."""
    lower, lemma = token.words.lower(), token.lemma
    for name in names:  # a loop, since this is asked more often than anything else
        words = words_of(name)
        if lower in words or lemma in words:
            return True
    return False
