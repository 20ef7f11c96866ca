"""Names written in Latin letters by different schemes, under one key: "Liwaa al-Tawheed", "Liwa at-Tawhid".

Names from Arabic, Persian, Pashto and Urdu reach English texts by many schemes (ALA-LC, UN, French, the
spelling of news agencies). They differ in the article and whether it joins the next letter, in the joining
vowel ("-e", "-i", "ul"), in long and doubled letters, and in e for i and o for u. The key levels these.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.resolve.spelling import fold

__all__ = ["SHORTEST", "sound"]

SHORTEST = 7
"""Letters of a key at least; shorter ones meet by chance."""

_JOINING = frozenset(
    "al el ul il ad ed ud id an en un ar er ur as es us at et ut az ez uz ash esh ush e i yi ye ye wa wal wel va ve".split()
)
_JOINED = re.compile(r"^[aeui]([dnrstz]|sh)(?=\1)")
_LEVELLED = (
    (re.compile(r"dj"), "j"), (re.compile(r"ou|oo"), "u"), (re.compile(r"ee|ie"), "i"), (re.compile(r"ae|ay(?=i)"), "a"),
    (re.compile(r"ey|ay|ei"), "ai"), (re.compile(r"aw|au"), "av"), (re.compile(r"q|kh(?=h)"), "k"), (re.compile(r"w"), "v"),
    (re.compile(r"gh"), "g"), (re.compile(r"dh"), "d"), (re.compile(r"th"), "t"), (re.compile(r"e|y"), "i"), (re.compile(r"o"), "u"),
    (re.compile(r"a[lI]?lah$"), "ulah"), (re.compile(r"(.)\1+"), r"\1"), (re.compile(r"(?<=[a-z]{3})(?:i|ah|at|ih|it)$"), ""),
    (re.compile(r"(?<=[a-z]{3})a$"), ""),
)  # fmt: skip


@lru_cache(maxsize=4096)
def sound(name: str) -> str:
    """Give the key of a name without its article and its scheme; "" for other scripts and single words of a few letters."""
    words = fold(name).split()
    if not all(word.isascii() for word in words):
        return ""
    kept = [word for word in words if word not in _JOINING] or words
    return " ".join(_level(word) for word in kept)


def _level(word: str) -> str:
    word = _JOINED.sub("", word)
    for pattern, plain in _LEVELLED:
        word = pattern.sub(plain, word)
    return word
