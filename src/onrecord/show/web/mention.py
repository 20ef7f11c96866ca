"""The page of one mention: what its words were read as, and the claims that hold it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.show.detail import NotHereError, decisions_on, find_detail
from onrecord.show.shapes import claim_line
from onrecord.show.values import mention_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.show.counts import Value
    from onrecord.store import Store

__all__ = ["MentionPage", "mention_page"]


@dataclass(frozen=True, slots=True)
class MentionPage:
    """A stretch of words that names an actor, a place or a time; `values` is empty for other words."""

    title: str
    kind: str
    document: str
    start: int
    end: int
    values: tuple[Value, ...]
    claims: tuple[dict[str, Any], ...]
    decisions: tuple[dict[str, Any], ...]


def mention_page(store: Store, id_: str, query: Mapping[str, str]) -> MentionPage:
    """Build the page of one mention."""
    del query
    found = store.mention(id_)
    if found is None:
        raise NotHereError(f"{id_}: no such mention; the values of a claim give the ids of its words")
    span, mention = found.mention.span, found.mention
    value = mention_value(store, mention, found.link, found.moment)
    return MentionPage(
        title=span.words,
        kind=str(mention.kind),
        document=found.document_id,
        start=span.start,
        end=span.end,
        values=(value,) if value else (),
        claims=tuple(map(claim_line, find_detail(store, id_).rows)),
        decisions=decisions_on(store, id_),
    )
