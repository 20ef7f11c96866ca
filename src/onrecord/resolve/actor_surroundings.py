"""What a text says around words that name nobody: the country it speaks of, and who was named before."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.records import Actor, Mention, Place, Text
from onrecord.resolve.force_names import bare_force
from onrecord.resolve.namings import Named, Namings
from onrecord.resolve.place_context import demonym_votes
from onrecord.resolve.spelling import fold
from onrecord.resolve.states import PREFIX, StateForce
from onrecord.vocabulary import rows

__all__ = ["NEARLY_ALL", "Located", "Surroundings", "nouns"]

_SORTS = {
    "armed group": "armed",
    "branch": "armed",
    "alliance": "armed",
    "international": "civil",
    "organisation": "civil",
}
"""What sort of group a kind of actor is: what words such as "the rebels" and "the watchdog" may follow."""

MOST, NEARLY_ALL = 0.6, 0.75
_LEAST = 2
"""Votes of a place; an adjective such as "Afghan" has one, or two where it stands twice."""

_STATE = 2
"""Votes of a state that acts; any other actor of one country has one."""

BEFORE, _BEHIND = 300, 150


class Located(NamedTuple):
    """Where a text speaks of a place: the offset and the place."""

    start: int
    place: Place


@cache
def nouns() -> frozenset[str]:
    """Give the nouns that may stand for an actor whose name holds them: "the council", "the mission"."""
    return frozenset(row["noun"] for row in rows("actor_nouns"))


class Surroundings:
    """What a text says around a mention: its countries, and the actors that it names."""

    def __init__(self, text: Text, places: Sequence[Located]) -> None:
        self.content = text.content
        self._places = sorted(places, key=lambda one: one.start)
        self._starts = [one.start for one in self._places]
        self._whole: Counter[str] | None = None
        self._of: Counter[str] = Counter()
        """Actors named, by their country."""
        self._all = Namings()
        self._groups: defaultdict[str, Namings] = defaultdict(Namings)
        self._by_noun: defaultdict[str, Namings] = defaultdict(Namings)

    def country(self, mention: Mention, most: float = MOST) -> str:
        """Give the one country that the text speaks of, else that of the words about a mention, or "".

        `most` is the share of the places, peoples and actors that must be of that country.
        """
        if self._whole is None:
            self._whole = _votes(self.content, self._places) + self._of
        start, end = max(0, mention.span.start - BEFORE), mention.span.end + _BEHIND
        inside = self._places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        acting = Counter(dict.fromkeys(self.states(mention), _STATE))
        return _country(self._whole, most) or _country(_votes(self.content[start:end], inside) + acting, most)

    def states(self, mention: Mention) -> set[str]:
        """Give the countries whose states act shortly before a mention."""
        start = mention.span.start
        near = (one.id for one in self._all.between(start - BEFORE, start) if one.id.startswith(PREFIX))
        return {StateForce.of(ident).iso for ident in near}

    def strange(self, named: Named) -> None:
        """Take note of a name that is nobody's in the registry: it may be what a pronoun means."""
        self._all.add(named)
        for noun in set(fold(named.words).split()) & nouns():
            self._by_noun[noun].add(named)

    def name(self, named: Named, actor: Actor) -> None:
        """Take note of who is named somewhere, in any order."""
        self._all.add(named)
        if actor.country and ";" not in actor.country:
            self._of[actor.country] += _STATE if actor.kind == "state" else 1
        if actor.kind in _SORTS:
            self._groups[_SORTS[actor.kind]].add(named)
        for noun in _said_by(named.words, actor):
            self._by_noun[noun].add(named)

    def group(self, mention: Mention, sorts: frozenset[str], may_be: Callable[[str], bool]) -> Named | None:
        """Give the only group of these sorts named shortly before a mention, else in the text."""
        start = mention.span.start
        kept = [self._groups[sort] for sort in sorts]
        near = [one for group in kept for one in group.between(start - BEFORE, start) if may_be(one.id)]
        every = (one for group in kept for one in group.first.values() if may_be(one.id))
        return _one(near or every)

    def before(self, mention: Mention, noun: str) -> Named | None:
        """Give the only actor named before a mention by words with this noun, far or, of several, near."""
        start = mention.span.start
        namings = self._by_noun.get(noun, Namings())
        far = [one for one in namings.first.values() if one.start < start]
        return _one(far) or _one(namings.between(start - BEFORE, start))

    def named(self, start: int, end: int) -> list[Named]:
        """Give who is named between two offsets."""
        return self._all.between(start, end)


def _one(named: Iterable[Named]) -> Named | None:
    """Give the first of these if all are one actor."""
    found = {one.id: one for one in named}
    return next(iter(found.values())) if len(found) == 1 else None


def _said_by(said: str, actor: Actor) -> set[str]:
    """Give the nouns by which one may speak of an actor later: of its name, of what it was called here."""
    words = set(fold(said).split())
    if not actor.id.startswith(PREFIX):
        words |= set(fold(actor.name).split())
    last = fold(said).split()[-1:]
    forces = {f"force:{force}" for word in last if (force := bare_force(word)) is not None}
    _, dot, force = actor.id.removeprefix(PREFIX).partition(".")
    return (words & nouns()) | forces | ({f"force:{force}"} if dot else set())


def _votes(content: str, places: Sequence[Located]) -> Counter[str]:
    """Give how often a text speaks of each country by its places and peoples."""
    votes = Counter({iso: int(2 * count) for iso, count in demonym_votes(content).items()})
    for located in places:
        votes[located.place.country] += 2
    del votes[""]
    return votes


def _country(votes: Counter[str], most: float) -> str:
    (iso, count), *_ = votes.most_common(1) or [("", 0)]
    return iso if count >= _LEAST and count >= most * votes.total() else ""
