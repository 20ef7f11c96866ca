"""Other ways in which the same words may be written: all small, and small with capitals given back.

MUC-4 stands in capitals, or in small letters alone; a reader of it must also read running text.
"""

from __future__ import annotations

import random
import re
from functools import cache
from pathlib import Path

from training.schema import Example

__all__ = ["capitals", "varied"]

PLAIN = Path("src/onrecord/vocabulary/plain_words.csv")
SMALL = 0.12
"""The share of texts with capitals that are read in small letters."""
CAPITALS = 0.5
"""The share of the texts of MUC-4 that are given capitals."""
SHORTEST_NAME = 3
"""Letters of the shortest unknown word that counts as a name."""
LONGEST_LETTERS = 4
"""Letters of the longest name that may be spelled in capitals, as FMLN is."""


def varied(example: Example, draw: random.Random) -> str:
    """Give the example's text, now and then written otherwise; offsets stay."""
    text = example.text
    if example.set == "muc4":
        other = capitals(text) if draw.random() < CAPITALS else text
    else:
        other = text.lower() if draw.random() < SMALL else text
    return other if len(other) == len(text) else text


@cache
def _plain() -> frozenset[str]:
    lines = PLAIN.read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def capitals(text: str) -> str:
    """Give a text in small letters the capitals that names and sentences have.

    A word that is not among the plain words of vocabulary/plain_words.csv is a name; one that cannot be
    spoken, since it lacks vowels, is written in capitals throughout.
    """
    named = re.sub(r"[^\W\d_]+", lambda found: _named(found[0]), text)
    return re.sub(r"(^|[.!?]\s+\"?|\n\s*)([a-z])", lambda found: found[1] + found[2].upper(), named)


def _named(word: str) -> str:
    if word in _plain() or len(word) < SHORTEST_NAME:
        return word
    spoken = re.search(r"[aeiouy].*[aeiouy]|[aeiouy][^aeiouy]$", word)
    return word.upper() if len(word) <= LONGEST_LETTERS and not spoken else word.capitalize()
