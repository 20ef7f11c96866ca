"""Every place name of a text, whatever it does there: also in "Georgia's health ministry".

An engine marks a name as a place only where it is one for a claim. A geoparser marks all of them, so a scan
of the capitalised words goes over the text: the longest name that the gazetteer knows, and beside it the
words that speak for a place or against one (vocabulary/place_beside).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.records import MentionKind, Reading, Text
from onrecord.resolve.actor_table import common_words
from onrecord.resolve.gazetteer import Gazetteer
from onrecord.resolve.spelling import fold
from onrecord.vocabulary import rows

__all__ = ["names_in"]

_WORD = re.compile(r"[^\W\d_](?:\.(?:\s?[A-Z]\.){1,4}|(?:\w|[’'](?!s\b)(?=\w)){0,40}\.?)")
_LONGEST = 4
_SHOUTED = 5
_ARTICLE = "The"
_LONGEST_NAME = 60
_MARKS = re.compile(r"[\n,;()/]|- | -")
_LINKING = frozenset(row["word"] for row in rows("place_linking"))
_WIDE = frozenset({"country", "adm1", "region"})


class _Token(NamedTuple):
    words: str
    start: int
    end: int


def names_in(text: Text, reading: Reading, gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Give where each place name stands, in the order of the text; none lies in another.

    A name that is a person's as often as a place's in the text is a person's everywhere in it.
    """
    tokens = [_Token(match[0], match.start(), match.end()) for match in _WORD.finditer(text.content)]
    page = _Page(text.content, tokens, *_people(reading), gazetteer)
    votes: Counter[str] = Counter()
    found = []
    for start, end, vote in _heard(page):
        votes[fold(text.content[start:end])] += vote
        found.append((start, end))
    yield from ((start, end) for start, end in found if votes[fold(text.content[start:end])] > 0)


def _heard(page: _Page) -> Iterator[tuple[int, int, int]]:
    """Give each known name and what stands beside it says: 1 a place, -1 none, 0 either."""
    at = 0
    while at < len(page.tokens):
        size = next((n for n in range(_LONGEST, 0, -1) if _is_known(page, at, n)), 0)
        if size:
            yield page.tokens[at].start, _end(page, at + size - 1), _vote(page, at, size)
        at += size or 1


class _Page(NamedTuple):
    content: str
    tokens: Sequence[_Token]
    people: frozenset[int]
    surnames: frozenset[str]
    gazetteer: Gazetteer


def _people(reading: Reading) -> tuple[frozenset[int], frozenset[str]]:
    """Give the offsets that stand in a person's name, and the last words of such names."""
    people = [one for one in reading.mentions if one.kind is MentionKind.PERSON and " " in one.head.strip()]
    inside = frozenset(at for one in people for at in range(one.span.start, one.span.end))
    return inside, frozenset(fold(one.head.split()[-1]) for one in people)


def _end(page: _Page, at: int) -> int:
    token = page.tokens[at]
    dotted = token.words.endswith(".") and "." not in token.words[:-1] and len(token.words) > _SHOUTED + 1
    return token.end - 1 if dotted else token.end


def _is_known(page: _Page, at: int, size: int) -> bool:
    run = page.tokens[at : at + size]
    if len(run) < size or not (run[0].words[0].isupper() and run[-1].words[0].isupper()):
        return False
    words = page.content[run[0].start : run[-1].end]
    if run[0].words == _ARTICLE or len(words) > _LONGEST_NAME or _MARKS.search(words) or not _joined(run):
        return False
    return (size > 1 or not _is_plain(words)) and bool(page.gazetteer.bearers(words))


def _joined(run: Sequence[_Token]) -> bool:
    inner = all(token.words[0].isupper() or token.words in _LINKING for token in run[1:-1])
    return inner and not any(token.words.endswith(".") and len(token.words) > _SHOUTED for token in run[:-1])


def _is_plain(words: str) -> bool:
    key = fold(words)
    return not words.isupper() and (key in _never() or key in common_words())


@cache
def _never() -> frozenset[str]:
    """Directions and words such as "May" and "Street" that alone are no place in running text."""
    tables = ("place_parts", "not_places", "place_beside")
    return frozenset(fold(row["word"]) for table in tables for row in rows(table))


def _vote(page: _Page, at: int, size: int) -> int:
    """Weigh the words beside a name that the gazetteer knows."""
    before, after = _beside(page, at, size)
    told = {_says("before", before), _says("after", after)}
    words = page.content[page.tokens[at].start : page.tokens[at + size - 1].end]
    first = page.gazetteer.bearers(words)[0].place.kind
    sure = page.gazetteer.kinds(words) == {"place"}
    if "name" in told or _is_shout(words, first):
        return -1
    if first == "country" or (sure and first in _WIDE):
        named = page.tokens[at].start in page.people and not told & {"place", "office"}
        return -1 if named or _says("before", before) == "person" else 1
    if _is_of_person(page, at, words, told):
        return -1
    if "place" in told or _at_comma(page, at, size):
        return 1
    return int(sure and not _capital_right_before(page, at) and not _goes_on(after))


def _is_shout(words: str, kind: str) -> bool:
    """Say whether a short word in capitals is letters of something ("SWAT"), not a country's ("US")."""
    return words.isupper() and words.isalpha() and len(words) <= _SHOUTED and kind not in _WIDE


def _is_of_person(page: _Page, at: int, words: str, told: set[str]) -> bool:
    surname = fold(words) in page.surnames and "place" not in told
    return surname or page.tokens[at].start in page.people or "person" in told


def _goes_on(after: str) -> bool:
    return after[:1].isupper() and _says("after", after) != "office"


def _beside(page: _Page, at: int, size: int) -> tuple[str, str]:
    """Give the words right before and right after, "" across a mark or at the ends."""
    before = page.tokens[at - 1] if at else None
    after = page.tokens[at + size] if at + size < len(page.tokens) else None
    first, last = page.tokens[at], page.tokens[at + size - 1]
    near_before = before is not None and page.content[before.end : first.start].isspace()
    near_after = after is not None and page.content[last.end : after.start].isspace()
    return (
        before.words if before and near_before else "",
        after.words if after and near_after else "",
    )


def _at_comma(page: _Page, at: int, size: int) -> bool:
    """Say whether a province follows after a comma ("Cottonport, La."), or this is that province."""
    following, before = page.tokens[at + size : at + size + 1], page.tokens[at - 1 : at] if at else []
    last, first = page.tokens[at + size - 1], page.tokens[at]
    if following and page.content[last.end : following[0].start].strip() == ",":
        bearers = page.gazetteer.bearers(following[0].words) if following[0].words[0].isupper() else ()
        if any(one.place.kind in _WIDE for one in bearers[:3]):
            return True
    wide = page.gazetteer.bearers(page.content[first.start : last.end])[0].place.kind in _WIDE
    mark = page.content[before[0].end : first.start].strip() if before else ""
    return wide and mark in {",", "-", "(", ", ("}


def _capital_right_before(page: _Page, at: int) -> bool:
    before, _ = _beside(page, at, 1)
    if not before[:1].isupper() or _says("before", before) == "place":
        return False
    start = page.tokens[at - 1].start
    opens = not page.content[:start].strip() or page.content[:start].rstrip()[-1:] in '.!?\n”"“'
    return not opens


def _says(side: str, word: str) -> str:
    return _table().get((side, word.rstrip(".").casefold()), "")


@cache
def _table() -> dict[tuple[str, str], str]:
    return {(row["side"], row["word"]): row["says"] for row in rows("place_beside")}
