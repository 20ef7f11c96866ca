"""Whose a force is that a possessive speaks of: "Russia ... that nation's defence ministry", "our troops"."""

from __future__ import annotations

import re

from onrecord.records import Mention
from onrecord.resolve.peoples import countries_named
from onrecord.resolve.sentences import sentence_start
from onrecord.resolve.spelling import is_capital

__all__ = ["owner_before", "owner_beside"]

_OWNED = re.compile(
    r"(?:\b(?:our|its|their|his|her)|\b(?:that|the) (?:nation|country|state)['’]s)(?:\s\w+)?\s$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w.’'-]{2,40}")
_OF = re.compile(
    r"\sof\s(?:the\s)?(?P<country>[^\W\d_a-z][\w.’'-]{1,30}(?:\s[^\W\d_a-z][\w.’'-]{1,30}){0,3})"
)
_BESIDE = re.compile(r"(?:[\w.’'-]{1,30} ){1,3}$")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_BEFORE = 60


def owner_beside(mention: Mention, content: str) -> str:
    """Give the country right beside a mention, else "": "Turkish [police]", "[ministry] of Ukraine"."""
    at = mention.span.start
    beside = _BESIDE.search(content, max(sentence_start(content, at), at - _BEFORE), at)
    words = beside.group().split() if beside else []
    told = (_countries(_POSSESSIVE.sub("", " ".join(words[cut:]))) for cut in range(len(words)))
    before = next((codes[0] for codes in told if len(codes) == 1), "")
    if before:
        return before
    return _behind(content[mention.span.end : mention.span.end + _BEFORE])


def _behind(content: str) -> str:
    words = found["country"].split() if (found := _OF.match(content)) else []
    told = (_countries(" ".join(words[:size])) for size in range(len(words), 0, -1))
    return next((codes[0] for codes in told if len(codes) == 1), "")


def _countries(words: str) -> tuple[str, ...]:
    return countries_named(words, demonyms=True) if is_capital(words) else ()


def owner_before(mention: Mention, content: str) -> str:
    """Give the country first named in the sentence before a possessive and a mention; "" if there is none."""
    at = mention.span.start
    first = sentence_start(content, at)
    if not _OWNED.search(content, max(first, at - _BEFORE), at):
        return ""
    words = _WORD.findall(content[first:at])
    told = (_countries(" ".join(words[i : i + size])) for i in range(len(words)) for size in (2, 1))
    return next((codes[0] for codes in told if len(codes) == 1), "")
