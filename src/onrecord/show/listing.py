"""What can be listed, as one table: where the rows come from, their JSON form, and their columns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError
from onrecord.show.lines import event_line, place_line, plain, presence_line, relation_line
from onrecord.show.shapes import claim_line
from onrecord.store import Filter, Store

if TYPE_CHECKING:
    from collections.abc import Iterable


__all__ = ["LISTINGS", "Listing", "type_name"]


@dataclass(frozen=True, slots=True)
class Listing:
    """One kind of row; a column is a name and a dotted path into the JSON form.

    `brief` are the columns that fit on a terminal; empty shows all.
    """

    fetch: Callable[[Store, Filter], Iterable[Any]]
    line: Callable[[Any], dict[str, Any]]
    columns: tuple[tuple[str, str], ...]
    brief: tuple[str, ...] = ()


def _columns(*paths: str) -> tuple[tuple[str, str], ...]:
    """Give (name, path) from "name=path", or from a path that is its own name."""
    return tuple((path.partition("=")[0], path.rpartition("=")[2]) for path in paths)


def _all(rows: Callable[[Store], Iterable[Any]]) -> Callable[[Store, Filter], Iterable[Any]]:
    """Give what lists all rows, and refuses a filter that it would pass over in silence."""

    def fetch(store: Store, wanted: Filter) -> Iterable[Any]:
        if replace(wanted, limit=None, offset=0) != Filter():
            raise InputError("this list knows no filter but --limit")
        stop = None if wanted.limit is None else wanted.offset + wanted.limit
        return islice(rows(store), wanted.offset, stop)

    return fetch


WHEN = ("earliest=when.earliest", "latest=when.latest", "date_precision=when.precision")

LISTINGS = {
    "documents": Listing(
        lambda store, wanted: store.documents(wanted),
        plain,
        _columns(
            "id", "title=name", "site", "published=published.earliest", "language", "location", "read_by",
            "claims",
        ),
        ("id", "title", "published", "claims"),
    ),
    "claims": Listing(
        lambda store, wanted: store.claims(wanted),
        claim_line,
        _columns(
            "id", "kind", "type=type|act", "evidence=evidence.text", "happened=happened.text",
            "where=where", "casualties=casualties", "sources=sources", "polarity", "modality",
            "confidence", "document=evidence.document", "event",
        ),
        ("id", "type", "evidence", "sources"),
    ),
    "events": Listing(
        lambda store, wanted: store.events(wanted),
        event_line,
        _columns(
            "id", "title", "act", *WHEN, "place=place.name", "country", "agent=sides.agent|side|speaker",
            "target=sides.target|recipient|object", "victim=sides.victim", "sides", "killed=killed",
            "injured=injured", "origins", "modality", "disputed",
        ),
        ("id", "title", "origins", "disputed"),
    ),
    "actors": Listing(
        lambda store, wanted: store.actors(wanted),
        plain,
        _columns("id", "name", "kind", "status", "parent=parent_id", "country", "names"),
        ("id", "name", "kind", "status", "country"),
    ),
    "places": Listing(
        lambda store, wanted: store.places(wanted),
        place_line,
        _columns("id", "name", "kind", "country", "adm_1", "adm_2", "latitude", "longitude"),
        ("id", "name", "kind", "country", "adm_1"),
    ),
    "relations": Listing(
        lambda store, wanted: store.relations(wanted),
        relation_line,
        _columns(
            "id", "subject=subject.name", "type", "object=object.name", *WHEN, "scope", "origins", "disputed",
        ),
        ("id", "subject", "type", "object", "earliest"),
    ),
    "presence": Listing(
        lambda store, wanted: store.presence(wanted),
        presence_line,
        _columns(
            "id", "actor=actor.name", "degree", "place=place.name", "parts=place.parts", *WHEN, "origins",
        ),
        ("id", "actor", "degree", "place", "earliest"),
    ),
    "failures": Listing(
        lambda store, wanted: store.failures(wanted),
        plain,
        _columns("id", "stage", "where", "what", "advice", "document=document_id"),
        ("stage", "where", "what", "advice"),
    ),
    "open": Listing(
        lambda store, wanted: store.openings(wanted),
        plain,
        _columns("what", "text", "why", "title", "document=document_id", "start", "end"),
        ("what", "text", "why", "document"),
    ),
    "readings": Listing(
        _all(Store.readings),
        plain,
        _columns("text_id", "by", "claims", "mentions", "chosen"),
    ),
    "judgements": Listing(
        _all(Store.judgements),
        plain,
        _columns("seq", "at", "who", "verdict", "target", "target_id", "value", "reason"),
    ),
    "orphaned": Listing(
        _all(Store.orphaned),
        plain,
        _columns("seq", "at", "who", "verdict", "target", "target_id", "value", "reason"),
    ),
}  # fmt: skip
"""Everything that `onrecord list` and the pages list."""


def type_name(words: str) -> str:
    """Give a type as the vocabulary writes it: "air strike" is air_strike."""
    return "_".join(words.lower().split())
