"""What the words of a place mention say: the name, the sort of place, the part of it, and what it lies in."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.records import Mention, Text
from onrecord.resolve.areas import area_of_adjective, bare_name, feature_word, place_kind
from onrecord.resolve.gazetteer import Gazetteer, Named
from onrecord.resolve.peoples import countries_named
from onrecord.resolve.spelling import fold, is_capital
from onrecord.vocabulary import rows

__all__ = ["Said", "read_words", "says_border"]

_AFTER = re.compile(r"(?P<own>['’]s)?\s{1,3}(?P<word>[a-z]{3,14})\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:^|\b(?:the|in|from|to|at|a)\s)([a-z]{3,14})\s{1,3}of\s{1,3}(?:the\s)?$", re.IGNORECASE
)
_WITHIN = re.compile(r"\s{0,9},\s{1,9}|\s{1,9}(?:of|in)\s{1,9}(?:the\s{1,9})?")
_BORDER = re.compile(r"\b(?:border|frontier|borderlands?|borderline)\b", re.IGNORECASE)
_SIDES = re.compile(r"[-–/]|\s{1,9}(?:and|with)\s{1,9}")
_BETWEEN = re.compile(r"\b(?:border|frontier|between|of|the)\b", re.IGNORECASE)
_REACH = 40
_OF_MORE = frozenset({"capital", "districts", "provinces", "agencies", "villages", "oblasts"})
"""Words before "of" that speak of something in the place, not of the place."""


class Said(NamedTuple):
    """What a mention's words say: who bears the name, the sort of place beside it, and the rest."""

    name: str
    bearers: tuple[Named, ...]
    kind: str = ""
    part: str = ""
    holder: str = ""
    adjective: bool = False


@cache
def _parts() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("place_parts"))


def read_words(text: Text, mention: Mention, gazetteer: Gazetteer) -> Said:
    """Give what the head says, and what sort of place the words right beside the mention call it."""
    said = _read(mention.head, gazetteer)
    return said._replace(kind=said.kind or _kind_beside(text, mention))


def says_border(words: str, gazetteer: Gazetteer) -> tuple[Named, ...]:
    """Give the two sides of "the Chad-Sudan border" or "the border between Chad and Sudan"; else nothing."""
    if not _BORDER.search(words):
        return ()
    sides = [side.strip() for side in _SIDES.split(_BETWEEN.sub(" ", words)) if side.strip()]
    found = [gazetteer.bearers(side) for side in sides]
    return tuple(bearers[0] for bearers in found) if len(found) == 2 and all(found) else ()  # noqa: PLR2004


def _read(head: str, gazetteer: Gazetteer) -> Said:
    whole = gazetteer.bearers(head) if is_capital(head) else ()
    if whole:
        return Said(head, whole, place_kind(feature_word(head)))
    pieces = _WITHIN.split(head, maxsplit=1)
    if len(pieces) > 1 and is_capital(pieces[0]) and pieces[1]:
        inner = _read_simple(pieces[0], gazetteer)
        if inner.bearers:
            return inner._replace(holder=pieces[1])
        outer = _read_simple(pieces[1], gazetteer)
        return outer._replace(part=pieces[0]) if outer.bearers else inner
    return _read_simple(head, gazetteer)


def _read_simple(head: str, gazetteer: Gazetteer) -> Said:
    part = ""
    for words, part in ((head, ""), _without_part(head)):
        bare = bare_name(words)
        for name in (words, _other_side(words), bare, _other_side(bare)):
            bearers = gazetteer.bearers(name) if is_capital(name) else ()
            if bearers:
                return Said(name, bearers, place_kind(feature_word(words)), part)
    base = area_of_adjective(bare)
    areas = tuple(found for found in gazetteer.bearers(base) if found.place.kind in {"adm1", "adm2"})
    if areas:
        return Said(f"{base}i", areas, "", part or head, adjective=True)
    nations = tuple(
        found for iso in countries_named(bare, demonyms=True) for found in gazetteer.bearers_of(f"iso:{iso}")
    )
    return Said(bare, nations, "", part, adjective=bool(nations))


def _other_side(name: str) -> str:
    """Give "Western Darfur" for "West Darfur" and the other way round, or nothing."""
    first, _, rest = name.partition(" ")
    if not rest or fold(first) not in _folded_parts():
        return ""
    other = first.removesuffix("ern") if first.endswith("ern") else f"{first}ern"
    return f"{other} {rest}" if fold(other) in _folded_parts() else ""


def _without_part(head: str) -> tuple[str, str]:
    """Give the words after "eastern", "parts of", "the far south of", and those words."""
    words = head.split()
    cut = 0
    while cut < len(words) - 1 and (
        fold(words[cut]) in _folded_parts() or (cut and words[cut] in {"of", "the"})
    ):
        cut += 1
    return " ".join(words[cut:]), " ".join(words[:cut])


@cache
def _folded_parts() -> frozenset[str]:
    return frozenset(map(fold, _parts()))


def _kind_beside(text: Text, mention: Mention) -> str:
    after = _AFTER.match(text.content, mention.span.end, mention.span.end + _REACH)
    if after and not after["own"] and place_kind(after["word"]):
        return place_kind(after["word"])
    if after and after["word"].casefold() in _offices():
        return _offices()[after["word"].casefold()]
    before = _BEFORE.search(text.content[max(0, mention.span.start - _REACH) : mention.span.start])
    word = before[1].casefold() if before else ""
    return _offices().get(word) or (place_kind(word) if word not in _OF_MORE else "")


@cache
def _offices() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in rows("place_offices")}
