"""Pages that list: one filter form, a hundred rows, and for events a timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from onrecord.show.listing import LISTINGS, type_name
from onrecord.show.web.timeline import Timeline, draw_timeline
from onrecord.store import Filter
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.store import Store

__all__ = ["FIELDS", "RowsPage", "rows_page"]

ROWS = 100

FIELDS = {
    "documents": ("text", "source", "since", "until"),
    "claims": ("text", "actor", "place", "type", "source", "since", "until", "document"),
    "events": ("actor", "place", "country", "type", "since", "until", "min_deaths", "disputed"),
    "actors": ("actor", "country", "type"),
    "places": ("place", "country"),
    "relations": ("actor", "type", "since", "until", "disputed"),
    "presence": ("actor", "place", "since", "until"),
    "failures": ("text",),
    "open": ("type", "text", "document"),
    "readings": (),
    "judgements": (),
    "orphaned": (),
}
"""The filters that each list offers."""

TYPES = {
    "events": (("act_types", "act"), ("methods", "method")),
    "relations": (("relation_types", "type"),),
}
"""Where the vocabulary has the types of a list."""


@dataclass(frozen=True, slots=True)
class RowsPage:
    """Rows in their JSON form, the filters in force, and the addresses of the neighbouring pages.

    `choices` are the types that the filter knows.
    """

    title: str
    what: str
    filters: dict[str, str]
    rows: tuple[dict[str, Any], ...]
    first: int
    previous: str
    next: str
    choices: tuple[str, ...] = ()
    timeline: Timeline | None = None


def rows_page(store: Store, what: str, query: Mapping[str, str]) -> RowsPage:
    """Build the page of one list."""
    filters = {name: query.get(name, "").strip()[:200] for name in FIELDS[what]}
    offset = _whole(query.get("offset", ""))
    wanted = _filter(filters, offset)
    found = list(LISTINGS[what].fetch(store, wanted))
    shown = found[:ROWS]
    return RowsPage(
        title=what.capitalize(),
        what=what,
        filters=filters,
        rows=tuple(LISTINGS[what].line(row) for row in shown),
        first=offset + 1,
        previous=_page(what, filters, max(0, offset - ROWS)) if offset else "",
        next=_page(what, filters, offset + ROWS) if len(found) > len(shown) else "",
        choices=_choices(what),
        timeline=draw_timeline(shown) if what == "events" else None,
    )


def _choices(what: str) -> tuple[str, ...]:
    return tuple(
        row[column].replace("_", " ") for table, column in TYPES.get(what, ()) for row in rows(table)
    )


def _filter(filters: Mapping[str, str], offset: int) -> Filter:
    given = {
        name: value for name, value in filters.items() if value and name not in ("min_deaths", "disputed")
    }
    if "type" in given:
        given["type"] = type_name(given["type"])
    deaths = _whole(filters.get("min_deaths", "")) or None
    return Filter(
        **given, min_deaths=deaths, disputed=bool(filters.get("disputed")), limit=ROWS + 1, offset=offset
    )


def _whole(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 10 else 0  # noqa: PLR2004 - a bound


def _page(what: str, filters: Mapping[str, str], offset: int) -> str:
    given = {name: value for name, value in filters.items() if value}
    return f"/{what}?{urlencode({**given, 'offset': offset})}"
