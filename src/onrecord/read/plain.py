"""Plain text, scraped pages without markup included -> Items."""

from __future__ import annotations

from onrecord.read.decode import decode
from onrecord.read.limits import Limits
from onrecord.read.lines import page_of_lines
from onrecord.read.page import items_of_page
from onrecord.read.parts import Parsed, Trouble

__all__ = ["parse_plain"]


def parse_plain(raw: bytes, limits: Limits) -> Parsed:
    """Give the article and what else stands on the page."""
    return bounded(Parsed(items_of_page(page_of_lines(decode(raw)))), limits)


def bounded(parsed: Parsed, limits: Limits) -> Parsed:
    """Give no more items than the limit, and say so."""
    if len(parsed.items) <= limits.max_items:
        return parsed
    said = f"only the first {limits.max_items} of {len(parsed.items)} items were read"
    trouble = Trouble("", said, "split the page")
    return Parsed(parsed.items[: limits.max_items], (*parsed.troubles, trouble))
