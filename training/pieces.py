"""Which pieces of a Unigram vocabulary the project's languages need."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from tokenizers import Tokenizer

__all__ = ["KEPT", "always", "choose", "count_pieces"]

KEPT = 48_000
"""Pieces that are left."""
SPECIAL = 4
"""The first pieces, which stand for no words."""
FOREIGN = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")
"""Scripts whose single characters are left out: tens of thousands, in no language that is read."""
START = "▁"
"""The sign in a piece for the beginning of a word."""


def count_pieces(tokenizer: Tokenizer, texts: Iterable[str]) -> Counter[int]:
    """Count how often each piece is used."""
    used: Counter[int] = Counter()
    for text in texts:
        used.update(tokenizer.encode(text, add_special_tokens=False).ids)
    return used


def choose(pieces: Sequence[Sequence[Any]], used: Counter[int], most: int = KEPT) -> list[int]:
    """Give the indices to keep, in their order: what is always kept, then the most used up to `most` in all.

    `pieces` are rows of (piece, log probability).
    """
    held = {number for number, (piece, _) in enumerate(pieces) if number < SPECIAL or always(piece)}
    frequent = [number for number, _ in used.most_common() if number not in held]
    return sorted(held | set(frequent[: most - len(held)]))


def always(piece: str) -> bool:
    """Tell whether a piece is kept however rare: a character of a script that is read, or Arabic script."""
    word = piece.replace(START, "")
    names = [unicodedata.name(character, "") for character in word]
    if len(word) > 1:
        return all("ARABIC" in name for name in names)
    return not any(script in name for name in names for script in FOREIGN)
