"""What the names of a text speak of, seen from one of them: countries, provinces and likely places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from typing import NamedTuple

from onrecord.resolve.gazetteer import Named
from onrecord.resolve.nearness import Likely, nearness, unit
from onrecord.resolve.place_score import Feature

__all__ = ["Spoken", "beside", "likely", "spoken_of", "tally"]

WIDE = frozenset({"country", "region"})
_TOP = 8
"""So many of the most spoken of are kept: one of them is the most without a single name's share."""

Codes = Mapping[str, float]
_Top = tuple[tuple[str, float], ...]


class Spoken(NamedTuple):
    """All names' counts by country and province ("AF/Nangarhar"), its own, places named near it.

    `most` is the greatest count of a country and of a province without its own.
    """

    all: Codes
    own: Codes
    most: tuple[float, float]
    places: Sequence[Likely]

    def share(self, code: str) -> float:
        """Give from 0 to 1 how much other names than this one speak of a country or province."""
        count = self.all.get(code, 0.0) - self.own.get(code, 0.0)
        return count / self.most["/" in code] if count > 0 else 0.0


def tally(believed: Iterable[tuple[Named, float]]) -> dict[str, float]:
    """Give the chances by country and by province of one name's places."""
    found: dict[str, float] = defaultdict(float)
    for named, chance in believed:
        place = named.place
        for code in filter(None, (place.country, "/".join(place.admin[:2]) if place.admin[1] else "")):
            found[code] += chance
    return found


def spoken_of(
    own: Sequence[Codes], places: Sequence[tuple[Likely, ...]], demonyms: Codes, reach: int
) -> Iterator[Spoken]:
    """Give for each name, in the order of the text, what others speak of, and places `reach` names off."""
    whole: dict[str, float] = defaultdict(float, demonyms)
    for codes in own:
        for code, chance in codes.items():
            whole[code] += chance
    outer, inner = (_top(whole, inner=inner) for inner in (False, True))
    for at, codes in enumerate(own):
        beside_it = (*places[max(0, at - reach) : at], *places[at + 1 : at + reach + 1])
        most = (_most(outer, codes), _most(inner, codes))
        yield Spoken(whole, codes, most, [one for group in beside_it for one in group])


def _most(top: _Top, own: Codes) -> float:
    return max((count - own.get(code, 0.0) for code, count in top), default=0.0)


def _top(whole: Codes, *, inner: bool) -> _Top:
    listed = (pair for pair in whole.items() if ("/" in pair[0]) is inner)
    return tuple(nlargest(_TOP, listed, key=lambda pair: pair[1]))


def likely(believed: Iterable[tuple[Named, float]]) -> tuple[Likely, ...]:
    """Give where the likeliest places of a name are; countries and regions are too wide to be near."""
    return tuple(
        Likely(unit(named.middle), chance, named.place.name)
        for named, chance in believed
        if named.middle and named.place.kind not in WIDE
    )


def beside(found: Named, spoken: Spoken) -> Iterator[Feature]:
    """Give what the rest of the text says for a place."""
    place = found.place
    country = spoken.share(place.country)
    if country:
        yield Feature("same_country", country, f"the text speaks of {place.admin[0]}")
    elif place.kind not in WIDE and spoken.most[0] > 0:
        yield Feature("elsewhere", 1.0, f"the text does not speak of {place.admin[0]}")
    province = spoken.share("/".join(place.admin[:2])) if place.admin[1] else 0.0
    if province:
        yield Feature("same_province", province, f"other places of the text lie in {place.admin[1]}")
    if found.middle and spoken.places and place.kind not in WIDE:
        yield from nearness(found.middle, spoken.places)
