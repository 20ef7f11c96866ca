"""Ids that stay the same and hold no word of the text."""

from __future__ import annotations

import hashlib

SHORT = 8


def digest(text: str) -> str:
    """Give the first 8 hex digits of the SHA-1 of the UTF-8 text."""
    return hashlib.sha1(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()[:SHORT]


def row_id(place: str, row: int, text: str) -> str:
    """Name a row by its file or part, its number from 0 and its text: `train-00012-9f86d081`."""
    return f"{place}-{row:05d}-{digest(text)}"
