"""Rows as people see them: a claim with what its words were resolved to, a document with its counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from onrecord.records import Claim, Link, Moment, When

__all__ = ["ClaimRow", "Counts", "DocumentRow"]


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with the links and moments of the mentions inside its spans, by (start, end).

    Where one stretch has two links, the one that leads somewhere is given.
    """

    claim: Claim
    document_id: str
    title: str
    links: Mapping[tuple[int, int], Link]
    moments: Mapping[tuple[int, int], Moment]
    event_id: str = ""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document with its newest text's description; `read_by` is empty while no engine has read it."""

    id: str
    title: str
    author: str
    site: str
    url: str
    published: When | None
    language: str
    direction: str
    location: str
    fetched_at: str
    media_type: str
    sha256: str
    part: int
    form: str
    text_id: str
    characters: int
    read_by: str
    claims: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a record holds, and what needs attention (from `unread_documents` on)."""

    documents: int
    claims: int
    mentions: int
    events: int
    relations: int
    presence: int
    actors: int
    places: int
    judgements: int
    unread_documents: int
    unread_stretches: int
    failures: int
    open_actors: int
    open_places: int
    open_times: int
    orphaned: int
    forgotten: int

    def items(self) -> Iterable[tuple[str, int]]:
        """Give names and numbers in this order."""
        return asdict(self).items()
