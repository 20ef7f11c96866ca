"""Copies are not corroboration: texts that share most of their words have one origin."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from itertools import islice

__all__ = ["find_origins"]

SHINGLE = 5
"""Words in a shingle: long enough that two independent reports of one event share few."""

SKETCH = 128
"""Smallest shingle hashes kept of a text (bottom-k sketch, Broder 1997); error about 1/sqrt(128) = 0.09."""

SAME = 0.5
"""Share of the smaller text's sketch that also stands in the other: copies are cut, re-headed and trimmed."""

COMMON = 50
"""A shingle in more texts than this is boilerplate and proposes no pair."""

AT_ONCE = 20_000
"""Shingles of a text that are held at once, so that a long text takes no more memory than its words."""

_WORD = re.compile(r"\w+")


def find_origins(texts: Iterable[tuple[str, str, str]]) -> dict[str, str]:
    """Give each text id its origin from (text id, publication day or "", content): the earliest copy's id.

    Two texts are copies when half of the smaller one's shingles stand in the other; a copy takes the
    origin of the earliest text that it copies. Undated texts come last and ties go by id, so that the
    order of reading does not matter.
    """
    dated = sorted((day or "9999", text_id, content) for text_id, day, content in texts)
    sketches = {text_id: _sketch(content) for _, text_id, content in dated}
    rank = {text_id: place for place, (_, text_id, _) in enumerate(dated)}
    holders: dict[int, list[str]] = defaultdict(list)
    origin: dict[str, str] = {}
    for text_id in rank:
        near = _sharing(sketches[text_id], holders)
        copies = [origin[other] for other in near if _are_copies(sketches[text_id], sketches[other])]
        origin[text_id] = min(copies, key=rank.__getitem__, default=text_id)
        for shingle in sketches[text_id]:
            holders[shingle].append(text_id)
    return origin


def _sharing(sketch: frozenset[int], holders: dict[int, list[str]]) -> set[str]:
    """Give the texts that share a shingle which is not boilerplate."""
    return {other for shingle in sketch if len(holders[shingle]) <= COMMON for other in holders[shingle]}


def _sketch(content: str) -> frozenset[int]:
    shingles, kept = _shingles(content), frozenset[int]()
    while some := set(islice(shingles, AT_ONCE)):
        kept = frozenset(sorted(kept | some)[:SKETCH])
    return kept


def _shingles(content: str) -> Iterator[int]:
    words = deque[str](maxlen=SHINGLE)
    for found in _WORD.finditer(content):
        words.append(found.group().casefold())
        if len(words) == SHINGLE:
            yield zlib.crc32(" ".join(words).encode())


def _are_copies(one: frozenset[int], other: frozenset[int]) -> bool:
    """Estimate the containment of the shorter in the longer over the range that both sketches cover."""
    if not one or not other:
        return False
    cut = [max(sketch) for sketch in (one, other) if len(sketch) == SKETCH]
    reach = min(cut, default=max(*one, *other))
    a, b = ({shingle for shingle in sketch if shingle <= reach} for sketch in (one, other))
    return len(a & b) >= SAME * max(1, min(len(a), len(b)))
