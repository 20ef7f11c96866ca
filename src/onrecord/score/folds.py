"""Which fold a text falls into where a set has no development part of its own."""

from __future__ import annotations

import hashlib

__all__ = ["fold_of"]


def fold_of(text: str, folds: int = 5) -> int:
    """Give the number of the fold (0 to folds - 1): the SHA-1 of the text's UTF-8 bytes, modulo the folds.

    The same text always falls into the same fold, so that no copy of a trained text is measured.
    """
    return int(hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest(), 16) % folds
