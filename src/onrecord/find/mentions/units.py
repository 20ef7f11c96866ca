"""A sentence as a row of units: known names are joined into one unit, every unit gets one letter.

The letters make a string as long as the row, on which shapes of names are plain patterns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.find.mentions.capitals import letter_of
from onrecord.find.words.plain_words import is_plain
from onrecord.find.words.wordtags import COUNTRIES, NOT_NAMES, TAGS, tag_capital, tag_plain

if TYPE_CHECKING:
    from onrecord.find.sentence import Lexicon, Sentence, Token

__all__ = ["Unit", "units_of"]

_WINDOW = 7
_BREAKS = frozenset(",;:.!?“”‘’\"'«»[]")
_LINKING = frozenset("oitcynu.,s")
_NO_START = frozenset({"The", "A", "An", "So-called", "Its", "Their", "Former", "In", "At", "On"})
_NEEDS_ARTICLE = frozenset({"Hague", "Gambia"})
_BOTH = frozenset({"U.S.", "US", "U.K.", "UK", "UAE", "U.A.E.", "USA"})  # country and adjective in one form
_PERSONAL = frozenset({TAGS["unknown"], TAGS["given"]})
_OPENS_NO_NAME = frozenset({"National", "Liberation", "Democratic", "Revolutionary", "People", "Defence"})
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Unit:
    """One or more tokens, from `first` to `last`, that count as one word; `tag` is its letter."""

    first: int
    last: int
    tag: str


def units_of(sentence: Sentence, lexicon: Lexicon) -> tuple[Unit, ...]:
    """Give the units of a sentence, left to right, without gaps."""
    units: list[Unit] = []
    at, tokens = 0, sentence.tokens
    while at < len(tokens):
        unit = _known(sentence, lexicon, at, _before(units, tokens)) if _names(tokens[at]) else None
        unit = unit or Unit(at, at, letter_of(sentence, at, lexicon))
        if unit.tag == TAGS["title"] and unit.last + 1 < len(tokens) and tokens[unit.last + 1].words == ".":
            unit = Unit(at, at + 1, unit.tag)
        units.append(unit)
        at = unit.last + 1
    return tuple(_within_person(units, i, tokens) for i in range(len(units)))


def _within_person(units: list[Unit], at: int, tokens: tuple[Token, ...]) -> Unit:
    """Take a place's name beside an unknown one for a part of it: "Rodrigo Londono", "Daniel Pereira"."""
    unit = units[at]
    if unit.tag != TAGS["place"] or unit.first != unit.last or "-" in tokens[unit.first].words:
        return unit
    before = units[at - 1].tag if at else ""
    after = units[at + 1].tag if at + 1 < len(units) else ""
    named = before in _PERSONAL and not is_plain(tokens[units[at - 1].first].words)
    follows = after == TAGS["unknown"] and not is_plain(tokens[units[at + 1].first].words)
    return Unit(unit.first, unit.last, TAGS["unknown"]) if named or follows else unit


def _before(units: list[Unit], tokens: tuple[Token, ...]) -> str:
    """Give the letter before a name, over its article."""
    tags = [unit.tag for unit in units[-2:]]
    if len(tags) > 1 and tags[-1] == TAGS["det"] and tokens[units[-1].first].words.lower() == "the":
        tags.pop()
    return tags[-1] if tags else ""


def _names(token: Token) -> bool:
    """Tell whether a name may begin here: a capital, or a letter of a script without capitals."""
    first = token.words[0]
    if token.words.startswith(("al-", "el-", "ash-", "an-")):
        return token.words.partition("-")[2][:1].isupper()
    return first.isupper() or (first > "ɏ" and first.isalpha() and not first.islower())


def _known(sentence: Sentence, lexicon: Lexicon, at: int, before: str) -> Unit | None:
    tokens = sentence.tokens
    if at and tokens[at].words in _OPENS_NO_NAME and tokens[at - 1].words.istitle() and at > 1:
        return None  # "the Lena National Front": no name begins in the middle of another
    content, start = sentence.text.content, tokens[at].start
    end = at + 1
    while end < min(at + _WINDOW, len(tokens)) and tokens[end].words not in _BREAKS:
        end += 1
    for last in range(end - 1, at - 1, -1):
        if last > at and not _may_close(tokens, at, last):
            continue
        name = _SPACE.sub(" ", content[start : tokens[last].end])
        kinds = lexicon.kinds(name)
        if kinds and not _mistaken(sentence, at, last, kinds) and not _shorter(name, kinds, lexicon):
            return Unit(at, last, _tag_known(name, kinds, before))
    return None


def _may_close(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """Let a name end with a capital, a noun such as "province", or the bracket that it opened."""
    token = tokens[last]
    if token.words == ")":
        return any(t.words == "(" for t in tokens[first:last])
    return _names(token) or (token.words[0].isalnum() and tag_plain(token.words, token.lemma) not in _LINKING)


def _shorter(name: str, kinds: frozenset[str], lexicon: Lexicon) -> bool:
    """Leave "province" out of a place's name where the bare name is known, too."""
    bare, _, kind = name.rpartition(" ")
    return kinds == {"place"} and kind.islower() and "place" in lexicon.kinds(bare)


def _mistaken(sentence: Sentence, first: int, last: int, kinds: frozenset[str]) -> bool:
    """Tell whether a known name is more likely an ordinary word or part of a person's name here."""
    token = sentence.tokens[first]
    if token.words in _NO_START and first + 1 <= last:
        return sentence.tokens[first + 1].words not in _NEEDS_ARTICLE
    capital = tag_capital(token.words)
    if first != last:
        return kinds == {"place"} and capital == TAGS["given"]
    if "actor" in kinds and token.words.isupper():
        return False
    if token.words in NOT_NAMES or capital == TAGS["title"]:
        return True
    if kinds == {"place"} and capital in {TAGS["given"], TAGS["orgword"], TAGS["faith"], TAGS["ethnic"]}:
        return True
    return first == 0 and tag_plain(token.words, token.lemma) != TAGS["other"]


def _tag_known(name: str, kinds: frozenset[str], before: str) -> str:
    if name in _BOTH:
        return TAGS["country"] if before == TAGS["place_before"] else TAGS["demonym"]
    if tag_capital(name) == TAGS["nation"]:
        return TAGS["nation"]
    place = TAGS["country"] if name in COUNTRIES else TAGS["place"]
    if "place" in kinds and ("actor" not in kinds or before == TAGS["place_before"] or place == "K"):
        return place
    for kind in ("demonym", "actor", "person"):
        if kind in kinds:
            return TAGS[kind]
    return place
