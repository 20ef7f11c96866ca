"""The search page: claims and documents that hold some words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from onrecord.show.lines import plain
from onrecord.show.shapes import claim_line
from onrecord.store import Filter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.store import Store

__all__ = ["SearchPage", "search_page"]

SHOWN = 20
"""Claims, and documents, on this page; their lists have all."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The words, the first claims and documents that hold them, and where the rest is listed."""

    title: str
    text: str
    claims: tuple[dict[str, Any], ...]
    documents: tuple[dict[str, Any], ...]
    more_claims: str
    more_documents: str


def search_page(store: Store, query: Mapping[str, str]) -> SearchPage:
    """Build the page; without words it finds nothing."""
    text = query.get("text", "").strip()[:200]
    wanted = Filter(text=text, limit=SHOWN + 1)
    claims = tuple(map(claim_line, store.claims(wanted))) if text else ()
    documents = tuple(map(plain, store.documents(wanted))) if text else ()
    asked = urlencode({"text": text})
    return SearchPage(
        title=f"Search: {text}" if text else "Search",
        text=text,
        claims=claims[:SHOWN],
        documents=documents[:SHOWN],
        more_claims=f"/claims?{asked}" if len(claims) > SHOWN else "",
        more_documents=f"/documents?{asked}" if len(documents) > SHOWN else "",
    )
