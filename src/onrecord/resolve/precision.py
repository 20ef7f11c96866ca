"""How sharply a place is known, in the seven steps of UCDP's where_prec."""

from __future__ import annotations

import re

from onrecord.records import Place

__all__ = ["precision"]

_NEAR = re.compile(
    r"\b(?:near|outside|around|close to|outskirts|vicinity|suburbs?|"
    r"(?:\d+|miles?|kilomet(?:er|re)s?|km) (?:\w+ )?(?:of|from))\b",
    re.IGNORECASE,
)
_NEAR_BEFORE = re.compile(
    r"\b(?:near|outside|close to|not far from|(?:out)?skirts of|vicinity of|suburbs? of|"
    r"(?:miles?|kilomet(?:er|re)s?|km)(?: (?:\w+|to the \w+))? (?:of|from))\s(?:the\s)?(?:\w+\sof\s)?$",
    re.IGNORECASE,
)
"""What says it right before a name: "near the town of Balkh", "12 km north of Balkh"."""

BEFORE = 60
"""Characters before a name that may say so."""

_PART = re.compile(
    r"\b(?:(?:north|south|east|west)(?:ern|[- ]?(?:east|west)(?:ern)?)?|"
    r"central|parts? of|areas? of|border|road|highway|river|between)\b",
    re.IGNORECASE,
)
_SEA = re.compile(r"\b(?:Sea|Gulf|Strait|Ocean)\b")
_BY_KIND = {"settlement": 1, "adm2": 3, "adm1": 4, "region": 5, "country": 6}
WITHIN_25_KM, PART_OF_COUNTRY, WIDER = 2, 5, 7


def precision(place: Place, words: str, before: str = "") -> int:
    """Give 1 to 7 for a place, its words and those before them, after UCDP GED’s codebook (where_prec).

    1 a settlement; 2 near one ("outside Kabul"); 3 a second-level area; 4 a first-level area; 5 a region or
    part of one country, a border, a road; 6 a country; 7 the sea, and regions of several countries: UCDP has
    no step for what is wider than a country.
    """
    found = _BY_KIND.get(place.kind, WIDER)
    if place.kind == "settlement" and (_NEAR.search(words) or _NEAR_BEFORE.search(before[-BEFORE:])):
        return WITHIN_25_KM
    if place.kind == "country" and _PART.search(words.replace(place.name, "")):
        return PART_OF_COUNTRY
    if place.kind == "region" and (not place.country or _SEA.search(place.name)):
        return WIDER
    return found
