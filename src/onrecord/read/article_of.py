"""trafilatura's part: which blocks of an HTML page are its article, and what it says about itself."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace

import trafilatura
from lxml import etree

from onrecord.read.cues import dated_markup
from onrecord.read.dates import find_day, from_address, stated
from onrecord.read.parts import Block, Hint
from onrecord.read.shape import is_long, is_stamp
from onrecord.records import When

__all__ = ["About", "about_page", "mark_article", "published_by"]

# Measured: trafilatura 2.3 takes about 1 s for 1 MB, recurses over nested elements, and its own
# date search takes a copyright year for a day, so that the day is read here.
LARGEST = 2_000_000
MOST = 40_000
DEEPEST = 200
# What a library of heuristics may raise on hostile trees; without it the page is read by its blocks alone.
GIVES_UP = (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError)
REGIONS = frozenset({Hint.ASIDE, Hint.COMMENTS, Hint.MORE})
MOSTLY = 0.6  # share of the article inside one region from which that region's name is taken for wrong
LINKED_DATA = re.compile(r'"datePublished"\s{0,5}:\s{0,5}"([^"]{8,40})"')
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # its warnings would land between our lines
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class About:
    """What trafilatura makes of a page; `main` is the article's words without white space."""

    main: str = ""
    title: str = ""
    author: str = ""
    site: str = ""
    url: str = ""


def about_page(content: str, shape: tuple[int, int]) -> About:
    """Give article and metadata; nothing for a page too large, or too deep, to ask in bounded time."""
    depth, size = shape
    if len(content) > LARGEST or size > MOST or depth > DEEPEST:
        return About()
    try:
        found = trafilatura.bare_extraction(content, with_metadata=True, include_comments=False)
    except GIVES_UP:
        return About()
    if found is None or isinstance(found, dict):
        return About()
    url = found.url or ""
    return About(
        _squeezed(found.text or ""),
        found.title or "",
        found.author or "",
        found.sitename or "",
        url if url.startswith(("http://", "https://")) else "",
    )


def mark_article(blocks: tuple[Block, ...], main: str) -> tuple[Block, ...]:
    """Give the blocks with MAIN on those of the article, and OUTSIDE on those that belong to no region."""
    held = [bool(main) and _squeezed(block.words) in main and len(block.words) > 1 for block in blocks]
    places = [n for n, block in enumerate(blocks) if held[n] and is_long(block.words)]
    if not places:
        return blocks
    wrong = _wrong_regions(blocks, places)
    inner = [n for n in places if blocks[n].hint not in REGIONS - wrong]
    if not inner:
        return blocks
    edges = range(inner[0], inner[-1] + 1)
    return tuple(
        replace(block, hint=_marked(block, wrong, held=held[n], within=n in edges))
        for n, block in enumerate(blocks)
    )


def published_by(root: etree._Element, url: str) -> When | None:
    """Give the day that the page's metadata names, else the day in its address."""
    return _by_tags(root) or _by_linked_data(root) or _by_time(root) or from_address(url)


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _wrong_regions(blocks: tuple[Block, ...], places: list[int]) -> frozenset[Hint]:
    """Give the regions that hold most of the article: wrappers with an unlucky class name."""
    total = sum(len(blocks[n].words) for n in places)
    shares = {hint: sum(len(blocks[n].words) for n in places if blocks[n].hint is hint) for hint in REGIONS}
    return frozenset(hint for hint, share in shares.items() if share > MOSTLY * total)


def _marked(block: Block, wrong: frozenset[Hint], *, held: bool, within: bool) -> Hint:
    if block.hint in REGIONS and (block.hint not in wrong or not (held or within)):
        return block.hint
    if block.hint in {Hint.HEADING, Hint.SMALL_HEADING, Hint.BYLINE, Hint.CAPTION}:
        return block.hint if within or held or block.hint is not Hint.SMALL_HEADING else Hint.OUTSIDE
    if held or (within and is_long(block.words)):
        return Hint.MAIN
    return Hint.NONE if within or is_stamp(block.words) else Hint.OUTSIDE


def _by_tags(root: etree._Element) -> When | None:
    for tag in root.iter("meta"):
        names = {(tag.get(key) or "").casefold() for key in ("property", "name", "itemprop")}
        if dated_markup(names, "meta") and (when := _day(tag.get("content") or "")):
            return when
    return None


def _by_linked_data(root: etree._Element) -> When | None:
    for script in root.iter("script"):
        if (script.get("type") or "").casefold() == "application/ld+json":
            match = LINKED_DATA.search((script.text or "")[:LARGEST])
            if match and (when := _day(match.group(1))):
                return when
    return None


def _by_time(root: etree._Element) -> When | None:
    for tag in root.iter("time", "abbr"):
        names = set(f"{tag.get('class') or ''} {tag.get('itemprop') or ''}".casefold().split())
        said = tag.get("pubdate") is not None or dated_markup(names, "time")
        if said and (when := _day(tag.get("datetime") or tag.get("title") or "")):
            return when
    return None


def _day(words: str) -> When | None:
    day = find_day(words)
    return stated(day.iso, words.strip()) if day else None
