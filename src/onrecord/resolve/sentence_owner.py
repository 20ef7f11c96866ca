"""Whose a force is that a possessive speaks of: "Russia ... that nation's defence ministry", "our troops"."""

from __future__ import annotations

import re

from onrecord.records import Mention
from onrecord.resolve.sentences import sentence_start
from onrecord.resolve.spelling import is_capital
from onrecord.resolve.states import countries_named

__all__ = ["owner_before"]

_OWNED = re.compile(r"(?:\b(?:our|its|their|his|her)|\b(?:that|the) (?:nation|country|state)['’]s)(?:\s\w+)?\s$", re.IGNORECASE)
_WORD = re.compile(r"[\w.’'-]{2,40}")


def owner_before(mention: Mention, content: str) -> str:
    """Give the country first named in the sentence before a possessive and a mention; "" if there is none."""
    at = mention.span.start
    first = sentence_start(content, at)
    if not _OWNED.search(content, max(first, at - 40), at):
        return ""
    words = _WORD.findall(content[first:at])
    pairs = (" ".join(words[i : i + size]) for i in range(len(words)) for size in (2, 1))
    named = (countries_named(words, demonyms=True) for words in pairs if is_capital(words))
    return next((codes[0] for codes in named if len(codes) == 1), "")
