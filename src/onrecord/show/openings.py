"""What stays open: names without an actor or place, times without a date, stretches that were not read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from onrecord.records import Precision

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.records import Text
    from onrecord.store import Filter, Store

__all__ = ["Opening", "openings"]


@dataclass(frozen=True, slots=True)
class Opening:
    """One thing left open, where it stands, and why; `what` is actor, place, time or unread."""

    what: str
    text: str
    why: str
    document_id: str
    title: str
    start: int
    end: int


def openings(store: Store, wanted: Filter) -> Iterator[Opening]:
    """Give what stays open, document by document, in the order of the words."""
    found = (
        opening
        for text in store.texts()
        if wanted.document in ("", text.document_id)
        for opening in _in_text(store, text)
        if wanted.type in ("", opening.what) and wanted.text.casefold() in opening.text.casefold()
    )
    stop = None if wanted.limit is None else wanted.offset + wanted.limit
    return islice(found, wanted.offset, stop)


def _in_text(store: Store, text: Text) -> list[Opening]:
    reading = store.chosen_reading(text.id)
    if reading is None:
        return []
    spans = {mention.id: mention.span for mention in reading.mentions}
    found = [
        (str(link.target), spans.get(link.mention_id), link.why)
        for link in store.links(text.id)
        if not link.target_id
    ]
    found += [
        ("time", spans.get(moment.mention_id), moment.why)
        for moment in store.moments(text.id)
        if moment.when.precision is Precision.OPEN
    ]
    found += [("unread", unread.span, unread.reason) for unread in reading.unread]
    rows = [
        Opening(what, span.words, why, text.document_id, text.title, span.start, span.end)
        for what, span, why in found
        if span is not None
    ]
    return sorted(rows, key=lambda row: (row.start, row.end, row.what))
