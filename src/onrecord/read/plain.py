"""Plain text, scraped pages without markup included -> Items; the bounds that hold for every page."""

from __future__ import annotations

from onrecord.errors import ReadError
from onrecord.read.decode import decode
from onrecord.read.limits import Limits
from onrecord.read.lines import page_of_lines
from onrecord.read.page import items_of_page
from onrecord.read.parts import Page, Parsed, Trouble

__all__ = ["check_length", "check_page", "parse_page", "parse_plain"]


def parse_plain(raw: bytes, limits: Limits) -> Parsed:
    """Give the article and what else stands on the page."""
    content = decode(raw)
    check_length(content, limits)
    return parse_page(page_of_lines(content), limits)


def parse_page(page: Page, limits: Limits) -> Parsed:
    """Give the items of a page, no more of them than the limit."""
    check_page(page, limits)
    items = items_of_page(page)
    if len(items) <= limits.max_items:
        return Parsed(items)
    said = f"only the first {limits.max_items} of {len(items)} items were read"
    return Parsed(items[: limits.max_items], (Trouble("", said, "split the page"),))


def check_length(content: str, limits: Limits) -> None:
    """Raise where one text is longer than can be read in bounded time."""
    if len(content) > limits.max_text:
        raise ReadError(
            f"its text has {len(content):,} characters, and the limit is {limits.max_text:,}: split it"
        )


def check_page(page: Page, limits: Limits) -> None:
    """Raise where a page has more paragraphs than can be read in bounded time."""
    if not page.blocks:
        raise ReadError("it holds no text")
    if len(page.blocks) > limits.max_blocks:
        raise ReadError(
            f"it has {len(page.blocks):,} paragraphs, and the limit is {limits.max_blocks:,}: split it"
        )
