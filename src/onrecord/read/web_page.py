"""HTML bytes -> Items."""

from __future__ import annotations

import re

from onrecord.errors import ReadError
from onrecord.read.article_of import about_page, mark_article, published_by
from onrecord.read.decode import decode
from onrecord.read.limits import Limits
from onrecord.read.markup import blocks_of, depth_and_size, tree_of
from onrecord.read.parts import Page, Parsed
from onrecord.read.plain import check_length, parse_page

__all__ = ["is_html", "parse_html"]

HEAD = 4_096
OPENING = re.compile(rb"<(?:!doctype\s{1,9}html|html|head|body)[\s>]", re.IGNORECASE)
PIECES = re.compile(rb"<(?:p|div|article|section|h1|meta|table)[\s>]", re.IGNORECASE)


def is_html(head: bytes) -> bool:
    """Say whether the first bytes open an HTML page, or a piece of one."""
    start = head[:HEAD].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")  # UTF-16 too
    return start.startswith(b"<") and bool(OPENING.search(start) or PIECES.match(start))


def parse_html(raw: bytes, limits: Limits) -> Parsed:
    """Give the article and what else stands on the page."""
    content = decode(raw, declared=True)
    check_length(content, limits)
    root = tree_of(content)
    words, blocks = blocks_of(root)
    if not blocks:
        raise ReadError("the page holds no text (it may be filled by a script)")
    about = about_page(content, depth_and_size(root))
    page = Page(
        words,
        mark_article(blocks, about.main),
        about.title,
        about.author,
        about.site,
        about.url,
        published_by(root, about.url),
    )
    return parse_page(page, limits)
