"""Other ways in which the same words may be written: all small, and small with capitals given back.

MUC-4 stands in capitals, or in small letters alone; a reader of it must also read running text.
"""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

from training.schema import Example

__all__ = ["varied"]

PLAIN = Path("src/onrecord/vocabulary/plain_words.csv")
SMALL = 0.12
"""The share of texts with capitals that are read in small letters."""


def varied(example: Example, draw: random.Random) -> str:
    """Give the example's text, now and then written otherwise; offsets stay."""
    text = example.text
    if example.set == "muc4":
        other = capitals(text) if draw.random() < 0.5 else text
    else:
        other = text.lower() if draw.random() < SMALL else text
    return other if len(other) == len(text) else text


@cache
def _plain() -> frozenset[str]:
    lines = PLAIN.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def capitals(text: str) -> str:
    """Give a text in small letters the capitals that names and sentences have."""
    named = re.sub(r"[^\W\d_]+", lambda m: m[0] if m[0] in _plain() or len(m[0]) < 3 else _named(m[0]), text)
    return re.sub(r"(^|[.!?]\s+\"?|\n\s*)([a-z])", lambda m: m[1] + m[2].upper(), named)


def _named(word: str) -> str:
    spelled = len(word) <= 4 and not re.search(r"[aeiouy].*[aeiouy]|[aeiouy][^aeiouy]$", word)
    return word.upper() if spelled else word.capitalize()
