"""Which block of an article is its title, who wrote it, and when it was published."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.read.cues import Starts, without_cue
from onrecord.read.dates import Day, dateline, find_day, only_day, stated
from onrecord.read.parts import Block, Hint
from onrecord.read.shape import is_long, is_name, is_stamp, is_stopped, is_title
from onrecord.records import When

__all__ = ["Head", "article_roles", "head_of"]

KICKER_WORDS = 3
Numbered = tuple[int, Block, Starts]


@dataclass(frozen=True, slots=True)
class Head:
    """What an item says about itself."""

    title: str = ""
    author: str = ""
    published: When | None = None


def article_roles(blocks: list[Numbered], titled: str, *, furnished: bool) -> dict[int, str]:
    """Give the role of each block of an article.

    `titled` is the title that the page's metadata names; on a `furnished` page short lines above
    the title are the site's own, elsewhere they are prose.
    """
    roles = {number: _role(block, starts) for number, block, starts in blocks}
    body = [number for number, block, _ in blocks if roles[number] == "body" and is_long(block.words)]
    if not body:
        return roles
    title = _title([entry for entry in blocks if entry[0] < body[0]] or blocks[:1], roles, titled)
    for place, (number, block, _) in enumerate(blocks):
        if number < body[0] and roles[number] in {"body", "heading"}:
            roles[number] = (
                "heading" if number == title else _above(number, block, title if furnished else -1)
            )
        elif roles[number] == "body" and not is_long(block.words):
            roles[number] = _between(blocks, place, last=number > body[-1])
    return roles


def head_of(blocks: list[Numbered], roles: dict[int, str]) -> Head:
    """Give title, author and publication day by the words of an item's own blocks."""
    first = next((number for number, _, _ in blocks if roles[number] == "body"), None)
    above = [(number, block) for number, block, _ in blocks if first is None or number < first]
    title = next((block.words for number, block in above if roles[number] == "heading"), "")
    bylines = [(block.words, starts) for number, block, starts in blocks if roles[number] == "byline"]
    authors = [
        without_cue(words) for words, starts in bylines if starts not in {Starts.PUBLISHED, Starts.UPDATED}
    ]
    named = [
        name
        for name in authors
        if any(map(str.isalpha, name)) and only_day(name) is None and not is_stamp(name)
    ]
    day = _published(bylines) or _dateline(blocks, roles)
    return Head(title, named[0] if named else "", stated(day.iso, day.words) if day else None)


def _role(block: Block, starts: Starts) -> str:
    if starts in {Starts.BYLINE, Starts.PUBLISHED, Starts.UPDATED} or block.hint is Hint.BYLINE:
        return "byline"
    if starts is Starts.CAPTION or block.hint is Hint.CAPTION:
        return "caption"
    if block.hint in {Hint.HEADING, Hint.SMALL_HEADING}:
        return "heading"
    return "byline" if only_day(block.words) else "body"


def _title(above: list[Numbered], roles: dict[int, str], titled: str) -> int:
    """Give the number of the title: as the metadata or the markup has it, else the one of most words."""
    may = [(number, block) for number, block, _ in above if roles[number] in {"body", "heading"}]
    same = [number for number, block in may if titled and block.words.casefold() in titled.casefold()]
    marked = [number for number, block in may if block.hint is Hint.HEADING]
    shaped = [(len(block.words.split()), -number) for number, block in may if is_title(block.words)]
    chosen = (same or marked)[-1:] or [-max(shaped)[1]] if (same or marked or shaped) else [-1]
    return chosen[0]


def _above(number: int, block: Block, title: int) -> str:
    """Give the role of a short line above the first paragraph."""
    if is_stopped(block.words) and len(block.words.split()) > KICKER_WORDS:
        return "body"
    if title < 0 or block.hint in {Hint.HEADING, Hint.SMALL_HEADING}:
        return "body" if title < 0 else "heading"
    return "boilerplate" if number < title or len(block.words.split()) <= KICKER_WORDS else "heading"


def _between(blocks: list[Numbered], place: int, *, last: bool) -> str:
    """Give the role of a short line that stands between paragraphs or below the last one."""
    words = blocks[place][1].words
    below = blocks[place + 1][1].words if place + 1 < len(blocks) else ""
    if last:
        return "byline" if is_name(words) or is_stamp(words) else "body"
    return "heading" if is_title(words) and is_long(below) else "body"


def _published(bylines: list[tuple[str, Starts]]) -> Day | None:
    said = [words for words, starts in bylines if starts is Starts.PUBLISHED]
    others = [words for words, starts in bylines if starts not in {Starts.PUBLISHED, Starts.UPDATED}]
    return next((day for day in map(find_day, said + others) if day), None)


def _dateline(blocks: list[Numbered], roles: dict[int, str]) -> Day | None:
    bodies = [block.words for number, block, _ in blocks if roles[number] == "body"]
    return next((day for day in map(dateline, bodies[:3]) if day), None)
