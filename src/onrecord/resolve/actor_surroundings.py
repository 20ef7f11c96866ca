"""What a text says around words that name nobody: the country it speaks of, the armed group just named."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.records import Actor, Mention, Place, Text
from onrecord.resolve.place_context import demonym_votes

__all__ = ["Located", "Surroundings"]

_ARMED = frozenset({"armed group", "branch", "alliance"})
_ALL_BUT = 0.75
_LEAST = 2
"""Votes of a place; an adjective such as "Afghan" has one, or two where it stands twice."""

_BEFORE, _BEHIND = 300, 150


class Located(NamedTuple):
    """Where a text speaks of a place: the offset and the place."""

    start: int
    place: Place


class Surroundings:
    """What a text says around a mention: its countries, and the armed groups named shortly before."""

    def __init__(self, text: Text, places: Sequence[Located]) -> None:
        self._content = text.content
        self._places = sorted(places, key=lambda one: one.start)
        self._starts = [one.start for one in self._places]
        self._whole = _country(text.content, self._places)
        self._armed: deque[tuple[int, str, str]] = deque()

    def country(self, mention: Mention) -> str:
        """Give the one country that the text speaks of, else that of the words about a mention, or ""."""
        if self._whole:
            return self._whole
        start, end = max(0, mention.span.start - _BEFORE), mention.span.end + _BEHIND
        inside = self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return _country(self._content[start:end], inside)

    def name(self, mention: Mention, actor: Actor) -> None:
        """Take note of whom a mention names; mentions come in the order of the text."""
        if actor.kind in _ARMED:
            self._armed.append((mention.span.start, actor.id, mention.span.words))

    def group(self, mention: Mention) -> tuple[str, str]:
        """Give the only armed group named shortly before a mention, and the words that named it last."""
        while self._armed and self._armed[0][0] < mention.span.start - _BEFORE:
            self._armed.popleft()
        near = [one for one in self._armed if one[0] < mention.span.start]
        return near[-1][1:] if len({ident for _, ident, _ in near}) == 1 else ("", "")


def _country(content: str, places: Sequence[Located]) -> str:
    """Give the country of three quarters of a text's places and peoples; else nothing."""
    votes = Counter({iso: int(2 * count) for iso, count in demonym_votes(content).items()})
    for located in places:
        votes[located.place.country] += 2
    del votes[""]
    (iso, most), *_ = votes.most_common(1) or [("", 0)]
    return iso if most >= _LEAST and most >= _ALL_BUT * votes.total() else ""
