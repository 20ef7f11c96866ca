"""The start page: what the record holds and what needs a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.show.lines import plain
from onrecord.store import Filter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.store import Store

__all__ = ["Attention", "StartPage", "start_page"]

LATEST = 12

ATTENTION = (
    ("open_names", "names that no actor or place was found for", "/claims"),
    ("open_times", "times that could not be dated", "/claims"),
    ("failures", "things that did not work or were not read", "/failures"),
    ("disputed", "values on which claims disagree", "/events"),
    ("orphaned", "judgements whose words are read otherwise now", "/judgements"),
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
    """Counts, what needs attention, and the documents read last."""

    title: str
    counts: dict[str, int]
    attention: tuple[Attention, ...]
    documents: tuple[dict[str, Any], ...]


def start_page(store: Store, query: Mapping[str, str]) -> StartPage:
    """Build the start page."""
    del query
    counts = dict(store.counts())
    waiting = tuple(Attention(counts[key], words, href) for key, words, href in ATTENTION if counts.get(key))
    latest = tuple(plain(document) for document in store.documents(Filter(limit=LATEST)))
    return StartPage("Record", counts, waiting, latest)
