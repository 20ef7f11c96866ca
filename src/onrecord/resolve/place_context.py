"""What a document says about where its places lie: countries that it speaks of, and "X of Y"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from typing import NamedTuple

from onrecord.records import Mention, Text
from onrecord.resolve.gazetteer import Gazetteer, Named
from onrecord.resolve.place_words import Said
from onrecord.resolve.spelling import fold
from onrecord.vocabulary import rows

__all__ = ["Holding", "demonym_votes", "holdings", "lies_in"]

_MOST = 3
_CAPITALS = re.compile(r"[A-Z][^\W\d_]{2,20}(?:[ -](?:[a-z]{3}-)?[A-Z][^\W\d_]{2,20})?")
_GAP = 60
_DIRECTION = r"(?:(?:far|north|south|east|west)[\w\-]{0,8}\s{1,3}|central\s{1,3}){0,2}"
_FEATURE = r"(?:[a-z]{3,14}\s{1,3})?"
_OF = re.compile(
    rf"[’”\"')]?\s{{0,3}}{_FEATURE}(?:,|\b(?:of|in))\s{{1,3}}(?:the\s{{1,3}})?(?:[a-z]{{3,14}}\s{{1,3}}of\s{{1,3}})?{_DIRECTION}",
    re.IGNORECASE,
)
_OWNS = re.compile(rf"['’]s\s{{1,3}}(?:[a-z]{{3,14}}\s{{1,3}}of\s{{1,3}})?{_DIRECTION}", re.IGNORECASE)


class Holding(NamedTuple):
    """What a place is said to lie in and what in it; `firm` where "of" or "in" says so, not a mere comma."""

    above: tuple[Named, ...] = ()
    below: tuple[Named, ...] = ()
    firm: bool = False


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
    return found


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
