"""Rows as people see them: a claim with what its words were resolved to, a document with its counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field

from onrecord.records import Claim, Link, Mention, Moment, When
from onrecord.store.corrections import Correction

__all__ = ["ClaimRow", "Counts", "DocumentRow", "name_of"]

LONGEST_NAME = 70
"""Code points of a text's first words that stand for a missing title."""


def name_of(title: str, words: str) -> str:
    """Give a title, or in quotation marks the first words of a text without one; empty without words."""
    if title.strip():
        return title
    first = " ".join(words.split())
    if len(first) <= LONGEST_NAME:
        return f"“{first}”" if first else ""
    return f"“{first[:LONGEST_NAME].rsplit(' ', 1)[0]}…”"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with the links and moments of the mentions inside its spans, by (start, end).

    Where one stretch has two links, the one that leads somewhere is given. `title` is the document's, or
    its first words. `mentions` are all that stand in these spans; `decided` are the corrections of the
    claim's figures, and `machine` is the claim as it was read where there are any.
    """

    claim: Claim
    document_id: str
    title: str
    links: Mapping[tuple[int, int], Link]
    moments: Mapping[tuple[int, int], Moment]
    event_id: str = ""
    mentions: Mapping[tuple[int, int], Mention] = field(default_factory=dict)
    decided: tuple[Correction, ...] = ()
    machine: Claim | None = None


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document with its newest text's description; `read_by` is empty while no engine has read it.

    `name` is its title, else its first words.
    """

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
    name: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a record holds, and what needs attention (from `disputed` on)."""

    documents: int
    claims: int
    mentions: int
    events: int
    relations: int
    presence: int
    actors: int
    candidates: int
    places: int
    judgements: int
    disputed: int
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
