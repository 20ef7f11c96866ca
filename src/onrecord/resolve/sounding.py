"""Names written in Latin letters by different schemes, under one key: "Liwaa al-Tawheed", "Liwa at-Tawhid".

Names from Arabic, Persian, Pashto and Urdu reach English texts by many schemes (ALA-LC, UN, French, the
spelling of news agencies). They differ in the article and whether it joins the next letter, in the joining
vowel ("-e", "-i", "ul"), in long and doubled letters, and in e for i and o for u. The key levels these, by
the table vocabulary/transliteration.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.resolve.spelling import fold
from onrecord.vocabulary import rows

__all__ = ["SHORTEST", "sound"]

SHORTEST = 7
"""Letters of a key at least; shorter ones meet by chance."""


@lru_cache(maxsize=4096)
def sound(name: str) -> str:
    """Give the key of a name without its article and its scheme; "" for names in other scripts."""
    words = fold(name).split()
    if not all(word.isascii() for word in words):
        return ""
    kept = [word for word in words if word not in _joining()] or words
    return " ".join(_level(word) for word in kept)


@lru_cache(maxsize=16384)
def _level(word: str) -> str:
    for pattern, plain in _levelled():
        word = pattern.sub(plain, word)
    return word


@cache
def _joining() -> frozenset[str]:
    listed = (row["says"].split() for row in rows("transliteration") if not row["pattern"])
    return frozenset(word for words in listed for word in words)


@cache
def _levelled() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(row["pattern"]), row["plain"]) for row in rows("transliteration") if row["pattern"]
    )
