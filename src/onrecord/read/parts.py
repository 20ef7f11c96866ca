"""The forms that the parts of `read` pass to each other: blocks of a page, items cut from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records import When

__all__ = ["Block", "Hint", "Item", "Mark", "Page", "Parsed", "Trouble"]


class Hint(StrEnum):
    """What markup said about a block; NONE for plain text.

    ASIDE is furniture by its element; OUTSIDE stands outside the article and in no region of its own.
    """

    NONE = ""
    MAIN = "main"
    HEADING = "heading"
    CAPTION = "caption"
    BYLINE = "byline"
    ASIDE = "aside"
    OUTSIDE = "outside"
    COMMENTS = "comments"
    MORE = "more"
    SMALL_HEADING = "small heading"


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of a page; `group` tells list entries of one page apart (0: no list)."""

    start: int
    end: int
    words: str
    hint: Hint = Hint.NONE
    group: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A page as text: its blocks in order, and what the page's own metadata says about it."""

    content: str
    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    site: str = ""
    url: str = ""
    published: When | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an item's content and its role, before its language is known."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Item:
    """One document in the making."""

    part: int
    form: str
    content: str
    marks: tuple[Mark, ...]
    title: str = ""
    author: str = ""
    site: str = ""
    url: str = ""
    published: When | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """A part of a source that could not be read; `where` is added to the source's name."""

    where: str
    what: str
    advice: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a format made of the bytes."""

    items: tuple[Item, ...]
    troubles: tuple[Trouble, ...] = ()
