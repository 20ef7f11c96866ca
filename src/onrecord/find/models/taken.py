"""Which characters of a text are taken already: asked in the time that it takes to look up a word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from onrecord.records import Span

__all__ = ["Taken"]


class Taken:
    """The characters under some spans of one text; spans may nest and overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        bounds = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in bounds]
        self._farthest = list(accumulate((end for _, end in bounds), max))

    def meets(self, span: Span) -> bool:
        """Tell whether one of the spans shares a character with this one."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._farthest[before - 1] > span.start
