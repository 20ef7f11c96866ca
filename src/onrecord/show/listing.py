"""What can be listed, as one table: where the rows come from, their JSON form, and their columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.show.lines import event_line, place_line, plain, presence_line, relation_line
from onrecord.show.shapes import claim_line, number_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from onrecord.store import Filter, Store

__all__ = ["LISTINGS", "Listing", "cell", "cells"]


@dataclass(frozen=True, slots=True)
class Listing:
    """One kind of row; a column is a name and a dotted path into the JSON form."""

    fetch: Callable[[Store, Filter], Iterable[Any]]
    line: Callable[[Any], dict[str, Any]]
    columns: tuple[tuple[str, str], ...]


def _columns(*paths: str) -> tuple[tuple[str, str], ...]:
    """Give (name, path) from "name=path", or from a path that is its own name."""
    return tuple((path.partition("=")[0], path.rpartition("=")[2]) for path in paths)


WHEN = ("earliest=when.earliest", "latest=when.latest", "date_precision=when.precision")

LISTINGS = {
    "documents": Listing(
        lambda store, wanted: store.documents(wanted),
        plain,
        _columns("id", "title", "site", "published=published.earliest", "language", "location", "claims"),
    ),
    "claims": Listing(
        lambda store, wanted: store.claims(wanted),
        claim_line,
        _columns(
            "id", "kind", "type=type|act", "evidence=evidence.text", "happened=happened.text",
            "where=where", "casualties=casualties", "sources=sources", "polarity", "modality",
            "confidence", "document=evidence.document", "event",
        ),
    ),
    "events": Listing(
        lambda store, wanted: store.events(wanted),
        event_line,
        _columns(
            "id", "act", *WHEN, "place=place.name", "country", "sides", "killed=killed",
            "origins", "modality", "disputed",
        ),
    ),
    "actors": Listing(
        lambda store, wanted: store.actors(wanted),
        plain,
        _columns("id", "name", "kind", "status", "parent=parent_id", "country", "names"),
    ),
    "places": Listing(
        lambda store, wanted: store.places(wanted),
        place_line,
        _columns("id", "name", "kind", "country", "adm_1", "adm_2", "latitude", "longitude"),
    ),
    "relations": Listing(
        lambda store, wanted: store.relations(wanted),
        relation_line,
        _columns("id", "subject=subject.name", "type", "object=object.name", *WHEN, "scope", "origins", "disputed"),
    ),
    "presence": Listing(
        lambda store, wanted: store.presence(wanted),
        presence_line,
        _columns("id", "actor=actor.name", "degree", "place=place.name", "parts=place.parts", *WHEN, "origins"),
    ),
    "failures": Listing(
        lambda store, wanted: store.failures(wanted),
        plain,
        _columns("id", "stage", "where", "what", "advice", "document=document_id"),
    ),
    "readings": Listing(
        lambda store, _: store.readings(),
        plain,
        _columns("text_id", "by", "claims", "mentions", "chosen"),
    ),
    "judgements": Listing(
        lambda store, _: store.judgements(),
        plain,
        _columns("seq", "at", "who", "verdict", "target", "target_id", "value", "reason"),
    ),
}  # fmt: skip
"""Everything that `onrecord list` and the pages list."""


def cells(listing: Listing, line: dict[str, Any]) -> tuple[object, ...]:
    """Give a line's values in the order of the columns."""
    return tuple(cell(line, path) for _, path in listing.columns)


def cell(line: dict[str, Any], path: str) -> object:
    """Follow a dotted path ("a|b" takes the first key there is); a list becomes words."""
    value: Any = line
    for step in path.split("."):
        keys = [key for key in step.split("|") if isinstance(value, dict) and key in value]
        value = value[keys[0]] if keys else None
    return _words(value)


def _words(value: object) -> object:
    if isinstance(value, list):
        return "; ".join(str(_words(item)) for item in value)
    if not isinstance(value, dict):
        return value
    if "outcome" in value:
        return f"{value['outcome']} {number_words(value['low'], value['high'])}"
    if "best" in value:
        return _bound_words(value)
    if "act" in value:
        who = value["who"]
        return f"{who['text'] if who else 'unknown source'} ({value['act']})"
    if "role" in value:
        return f"{value['name']} ({value['role']})"
    return value.get("text") or value.get("name")


def _bound_words(bound: dict[str, Any]) -> str | None:
    if bound["best"] is None and bound["low"] is None:
        return None
    spread = number_words(bound["low"], bound["high"])
    best = bound["best"]
    return spread if best is None or str(best) == spread else f"{best} ({spread})"
