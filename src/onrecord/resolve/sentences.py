"""Where the sentence about an offset begins, near enough for what may stand in it."""

from __future__ import annotations

import re

__all__ = ["sentence_start", "sentence_starts"]

REACH = 400
"""Characters before an offset at most."""

_AHEAD = 3
_END = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)[\"”’)]{0,2}\s+(?=[\"“‘(]?[^\W\d_a-z])|\n\s{0,5}\n")


def sentence_starts(content: str, at: int) -> list[int]:
    """Give the offsets at which the sentences before an offset begin, its own last."""
    first = max(0, at - REACH)
    ends = (match.end() for match in _END.finditer(content, first, at + _AHEAD))
    return [first, *(end for end in ends if end <= at)]


def sentence_start(content: str, at: int) -> int:
    """Give the offset at which the sentence of an offset begins, 400 characters before it at most."""
    return sentence_starts(content, at)[-1]
