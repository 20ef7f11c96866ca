"""Offsets in one form of a text -> offsets in another form of it, by its words.

A page's items are cut out of it and tidied, so that their offsets are not the page's. Words stay words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from onrecord.score.verdicts import JsonLine

__all__ = ["Alignment"]

NOWHERE = {"start": -1, "end": -1}

WORD = re.compile(r"\w+")


class Alignment:
    """Where the words of `text` stand in `page`; made for pages, for its cost grows with their product."""

    def __init__(self, text: str, page: str) -> None:
        words = [(m.start(), m.end(), m[0]) for m in WORD.finditer(text)]
        on_page = [(m.start(), m.end(), m[0]) for m in WORD.finditer(page)]
        matcher = SequenceMatcher(None, [w[2] for w in words], [w[2] for w in on_page], autojunk=False)
        both = [
            (words[block.a + k], on_page[block.b + k])
            for block in matcher.get_matching_blocks()
            for k in range(block.size)
        ]
        self.starts = [word[0] for word, _ in both]
        self.ends = [word[1] for word, _ in both]
        self.pages = [(there[0], there[1]) for _, there in both]

    def move(self, start: int, end: int) -> tuple[int, int] | None:
        """Give the stretch of the page from the first to the last of these words, or None without one."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end) - 1
        return (self.pages[first][0], self.pages[last][1]) if first <= last else None

    def claim(self, line: JsonLine) -> dict[str, Any]:
        """Give the claim with every offset moved to the page; words not on the page stand nowhere."""
        moved: dict[str, Any] = self._moved(line)
        return moved

    def _moved(self, value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower name
        if isinstance(value, list):
            return [self._moved(item) for item in value]
        if not isinstance(value, Mapping):
            return value
        moved = {key: self._moved(item) for key, item in value.items()}
        if isinstance(moved.get("start"), int):
            there = self.move(moved["start"], moved["end"])
            moved |= {"start": there[0], "end": there[1]} if there else NOWHERE
        return moved
