"""The start page: what the record holds and what needs a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.show.lines import event_line, plain
from onrecord.store import Filter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.store import Store

__all__ = ["Attention", "StartPage", "start_page"]

LATEST = 12
DISPUTES = 6
"""Disputed events that the start page names; their list has all."""

ATTENTION = (
    ("disputed", "events and relations on which claims disagree", "/events?disputed=yes"),
    ("candidates", "names proposed as actors, in no registry", "/actors?type=candidate"),
    ("open_actors", "names for which no actor was found", "/open?type=actor"),
    ("open_places", "names for which no place was found", "/open?type=place"),
    ("open_times", "times that could not be dated", "/open?type=time"),
    ("unread_stretches", "stretches of text that were not read", "/open?type=unread"),
    ("unread_documents", "documents that no engine has read", "/documents"),
    ("failures", "things that did not work or were not read", "/failures"),
    ("orphaned", "judgements whose words are read otherwise now", "/orphaned"),
)
"""What needs a person: the store's count, its words, and where it is listed."""


@dataclass(frozen=True, slots=True)
class Attention:
    """Something that waits, how often, and where it is listed."""

    count: int
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class StartPage:
    """Counts, what needs attention, events on which claims disagree, and the documents read last."""

    title: str
    counts: dict[str, int]
    attention: tuple[Attention, ...]
    disputed: tuple[dict[str, Any], ...]
    documents: tuple[dict[str, Any], ...]


def start_page(store: Store, query: Mapping[str, str]) -> StartPage:
    """Build the start page."""
    del query
    counts = plain(store.counts())
    waiting = tuple(Attention(counts[key], words, href) for key, words, href in ATTENTION if counts[key])
    first = max(0, counts["documents"] - LATEST)
    latest = tuple(plain(document) for document in store.documents(Filter(limit=LATEST, offset=first)))
    disputed = tuple(map(event_line, store.events(Filter(disputed=True, limit=DISPUTES))))
    return StartPage("Record", counts, waiting, disputed, latest[::-1])
