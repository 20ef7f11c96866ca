"""Texts with marks in them (`<s>words</s>`) into plain text and stretches."""

from __future__ import annotations

import re

from training.schema import Stretch

_MARK = re.compile(r"<(/?)([A-Za-z]+)>")


def unmarked(marked: str) -> tuple[str, list[tuple[Stretch, str]]]:
    """Give the text without its marks, and what was marked, without blanks at the ends, with its mark.

    A mark that is never closed, or closed without having been opened, marks nothing.
    """
    text, last, opened = "", 0, dict[str, int]()
    found = []
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        last = mark.end()
        if not mark[1]:
            opened[mark[2]] = len(text)
        elif mark[2] in opened:
            found.append((trimmed(text, opened.pop(mark[2])), mark[2]))
    return text + marked[last:], [(at, name) for at, name in found if at.start < at.end]


def trimmed(text: str, start: int) -> Stretch:
    """Give the stretch from `start` to the end of `text`, without blanks at its ends."""
    words = text[start:]
    start += len(words) - len(words.lstrip())
    return Stretch(start, start + len(words.strip()))
