"""What a document says about where its places lie: countries that it speaks of, and "X of Y"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from onrecord.records import Mention, Text
from onrecord.resolve.gazetteer import Gazetteer, Named
from onrecord.resolve.gazetteer_rows import SHORT
from onrecord.resolve.place_words import Said
from onrecord.resolve.spelling import fold
from onrecord.vocabulary import rows

__all__ = ["Holding", "demonym_votes", "holdings", "lies_in"]

_MOST = 3
_CAPITALS = re.compile(r"[A-Z][^\W\d_]{2,20}(?:[ -](?:[a-z]{3}-)?[A-Z][^\W\d_]{2,20})?")
_GAP = 60
_DIRECTION = r"(?:(?:far|north|south|east|west)[\w\-]{0,8}\s{1,3}|central\s{1,3}){0,2}"
_FEATURE = r"(?:(?!and\b|but\b|nor\b)[a-z]{3,14}\s{1,3})?"
_OF = re.compile(
    rf"[’”\"')]?\s{{0,3}}{_FEATURE}(?:,|\b(?:of|in))\s{{1,3}}(?:the\s{{1,3}})?(?:[a-z]{{3,14}}\s{{1,3}}of\s{{1,3}})?{_DIRECTION}",
    re.IGNORECASE,
)
_OWNS = re.compile(rf"['’]s\s{{1,3}}(?:[a-z]{{3,14}}\s{{1,3}}of\s{{1,3}})?{_DIRECTION}", re.IGNORECASE)

_LISTED = 4
"""So many names of a list on either side of a name speak for its places,"""
_MOST_LISTED = 60
"""and so many in a whole text."""
_NEXT = re.compile(r",?\s{0,3}(?:(?:and|or)\s{1,3})?(?:the\s{1,3})?")
_LAST = re.compile(r"\b(?:and|or)\b")
Sort = tuple[str, str]
"""What kind of place and what it lies in: ("adm1", "iso:US")."""
_NONE: Mapping[Sort, float] = MappingProxyType({})


class Holding(NamedTuple):
    """What a place is said to lie in and what in it; `firm` where "of" or "in" says so, not a mere comma.

    `listed` says which share of the names that the text lists with its name are names of places of a sort.
    """

    above: tuple[Named, ...] = ()
    below: tuple[Named, ...] = ()
    firm: bool = False
    listed: Mapping[Sort, float] = _NONE


def demonym_votes(content: str) -> dict[str, float]:
    """Give the votes of adjectives and peoples such as "Afghan": half each, three times at most."""
    votes: dict[str, float] = defaultdict(float)
    for words, count in Counter(_CAPITALS.findall(content)).items():
        for iso in _demonyms().get(fold(words), ()) or _demonyms().get(fold(words.split()[0]), ()):
            votes[iso] += min(_MOST, count) / 2
    return dict(votes)


@cache
def _demonyms() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for row in rows("demonyms"):
        for name in f"{row['adjectives']};{row['people']}".split(";"):
            if len(name) > _MOST:
                table[fold(name)] = (*table.get(fold(name), ()), row["iso"])
    return table


def holdings(
    text: Text, mentions: tuple[Mention, ...], said: list[Said], gazetteer: Gazetteer
) -> list[Holding]:
    """Give for each mention what the text says that it lies in or holds: "X of Y", "X, Y", "Y's X"."""
    found = [Holding(gazetteer.bearers(one.holder), firm=True) if one.holder else Holding() for one in said]
    for at in range(len(mentions) - 1):
        first, second = mentions[at], mentions[at + 1]
        gap = text.content[first.span.end : second.span.start]
        if 0 < len(gap) <= _GAP and _OF.fullmatch(gap):
            firm = "," not in gap
            found[at] = found[at] if found[at].above else Holding(said[at + 1].bearers, found[at].below, firm)
            found[at + 1] = found[at + 1]._replace(below=said[at].bearers)
        elif 0 < len(gap) <= _GAP and _OWNS.fullmatch(gap):
            found[at] = found[at]._replace(below=said[at + 1].bearers)
            found[at + 1] = found[at + 1]._replace(above=said[at].bearers, firm=True)
    listed = _listed(text, mentions, said)
    return [
        one._replace(listed=listed.get(fold(named.name), _NONE))
        for one, named in zip(found, said, strict=True)
    ]


def _listed(text: Text, mentions: tuple[Mention, ...], said: list[Said]) -> dict[str, dict[Sort, float]]:
    """Give for each name the sorts of the names listed with it anywhere in the text, as shares of them."""
    sorts = [_sorts(one) for one in said]
    found: dict[str, Counter[Sort]] = defaultdict(Counter)
    asked: Counter[str] = Counter()
    for start, end in _lists(text, mentions):
        for at in range(start, end):
            name = fold(said[at].name)
            for beside in (*range(max(start, at - _LISTED), at), *range(at + 1, min(end, at + 1 + _LISTED))):
                if asked[name] < _MOST_LISTED:
                    asked[name] += 1
                    found[name].update(sorts[beside])
    return {name: {sort: n / asked[name] for sort, n in counts.items()} for name, counts in found.items()}


def _lists(text: Text, mentions: tuple[Mention, ...]) -> Iterator[tuple[int, int]]:
    """Give from where to where mentions stand in a list: "X, Y and Z"; "X, Y" alone is none."""
    gaps = [text.content[one.span.end : other.span.start][:_GAP] for one, other in pairwise(mentions)]
    start = 0
    for at, gap in enumerate((*gaps, "")):
        if not gap or not _NEXT.fullmatch(gap):
            if at > start + 1 or (at > start and _LAST.search(gaps[start])):
                yield start, at + 1
            start = at + 1


def _sorts(said: Said) -> frozenset[Sort]:
    return frozenset((one.place.kind, one.within) for one in said.bearers if one.rank <= SHORT)


def lies_in(found: Named, above: tuple[Named, ...], gazetteer: Gazetteer) -> Named | None:
    """Give the holder that a place lies in, following what contains what; None if it lies in none of them."""
    ids = {holder.place.id: holder for holder in above}
    step = found
    while step.within:
        if step.within in ids:
            return ids[step.within]
        step = gazetteer.known(step.within)
    country = f"iso:{found.place.country}"
    return ids.get(country) if found.place.id != country else None
