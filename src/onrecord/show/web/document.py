"""The document page: its words with every claim's evidence marked, and the claims beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from onrecord.records import Span
from onrecord.show.detail import NotHereError
from onrecord.show.lines import plain
from onrecord.show.names import event_title
from onrecord.show.shapes import claim_line
from onrecord.show.values import values_of
from onrecord.show.web.highlight import Block, cut_blocks
from onrecord.store import Filter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.records import Text
    from onrecord.show.counts import Value
    from onrecord.store import ClaimRow, Store

__all__ = ["SPOT", "WINDOW", "DocumentPage", "document_page"]

WINDOW = 40_000
"""Code points on one page: a book is turned over in pages, not sent whole."""

MOST_CLAIMS = 5_000

SPOT = "at"
"""Stands for a claim's id where words are pointed at that carry no claim."""


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A stretch of a document's text in blocks, with the claims whose evidence begins in it."""

    title: str
    document: dict[str, Any]
    text: dict[str, Any]
    blocks: tuple[Block, ...]
    claims: tuple[dict[str, Any], ...]
    unread: tuple[dict[str, Any], ...]
    start: int
    end: int
    previous: str
    next: str
    events: dict[str, str]
    values: dict[str, tuple[Value, ...]]


def document_page(store: Store, id_: str, query: Mapping[str, str]) -> DocumentPage:
    """Build the page; `from` is the code point at which the window begins, `at` a stretch to point at."""
    document = store.document(id_)
    if document is None:
        raise NotHereError(f"{id_}: no such document; it was never read or has been forgotten")
    text = store.text(document.text_id)
    start = _window(query.get("from", ""), len(text.content))
    end = min(start + WINDOW, len(text.content))
    rows = list(store.claims(Filter(document=id_, limit=MOST_CLAIMS)))
    rows.sort(key=lambda row: (row.claim.evidence.start, row.claim.evidence.end))
    spans = [(row.claim.id, row.claim.evidence) for row in rows]
    here = [row for row in rows if start <= row.claim.evidence.start < end]
    described = {key: value for key, value in plain(text).items() if key not in ("content", "passages")}
    return DocumentPage(
        title=document.name,
        document=plain(document),
        text={**described, "length": len(text.content)},
        blocks=cut_blocks(text, [*spans, *_spot(text, query.get("at", ""))], start, end),
        claims=tuple(map(claim_line, here)),
        unread=_unread(store, text.id, start, end),
        start=start,
        end=end,
        previous=_page(id_, start - WINDOW) if start else "",
        next=_page(id_, end) if end < len(text.content) else "",
        events=_events(store, here),
        values={row.claim.id: values_of(store, row) for row in here},
    )


def _spot(text: Text, words: str) -> list[tuple[str, Span]]:
    """Give the stretch "start-end" that a list asks to be pointed at; none for what is no stretch."""
    first, _, last = words.partition("-")
    start, end = (_whole(number) for number in (first, last))
    if not start < end <= len(text.content):
        return []
    return [(SPOT, Span(text.id, start, end, text.content[start:end]))]


def _events(store: Store, rows: Iterable[ClaimRow]) -> dict[str, str]:
    """Give the titles of the events that these claims count in."""
    ids = dict.fromkeys(row.event_id for row in rows if row.event_id)
    return {id_: event_title(event) for id_ in ids if (event := store.event(id_))}


def _unread(store: Store, text_id: str, start: int, end: int) -> tuple[dict[str, Any], ...]:
    reading = store.chosen_reading(text_id)
    stretches = reading.unread if reading else ()
    return tuple(plain(unread) for unread in stretches if start <= unread.span.start < end)


def _window(words: str, length: int) -> int:
    return min(_whole(words), max(0, length - 1)) // WINDOW * WINDOW


def _whole(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 10 else 0  # noqa: PLR2004 - a bound


def _page(id_: str, start: int) -> str:
    return f"/documents/{quote(id_, safe='')}?from={max(0, start)}"
