"""One frozen dataclass a page; the HTML and the JSON twin are made of the same object."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.show.detail import NotHereError, decisions_on, find_detail
from onrecord.show.lines import event_line, plain, presence_line, relation_line
from onrecord.show.names import event_title
from onrecord.show.shapes import claim_line
from onrecord.show.values import values_of
from onrecord.show.web.reasons import Reason, reasons
from onrecord.show.web.strip import Strip, draw_strip
from onrecord.show.web.telling import Telling, tell_all
from onrecord.store import Filter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.show.counts import Value
    from onrecord.show.detail import Detail
    from onrecord.store import Store

__all__ = [
    "ActorPage",
    "ClaimPage",
    "EventPage",
    "ValuePage",
    "actor_page",
    "claim_page",
    "event_page",
    "value_page",
]

AROUND = 300
"""Code points of text shown on each side of a claim's evidence."""

MOST = 200

RULE = (
    "One figure an origin, the largest of its latest report; low and high are the least and the greatest "
    "of these, best is the middle one (of two the lower); “at least” has no vote where another origin "
    "counts more. Copies of one report are one origin. A high end "
    "stays open where all say only “more than”."
)


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim, the words around it, and why its names and times were read as they were."""

    title: str
    claim: dict[str, Any]
    before: str
    after: str
    language: str
    direction: str
    values: tuple[Value, ...]
    document: str
    event: str
    decisions: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class EventPage:
    """One event: its values by rule, who tells it, each claim, and the figures that differ."""

    title: str
    event: dict[str, Any]
    rule: str
    reasons: tuple[Reason, ...]
    strips: tuple[Strip, ...]
    tellings: tuple[Telling, ...]
    claims: tuple[dict[str, Any], ...]
    values: dict[str, tuple[Value, ...]]
    decisions: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class ActorPage:
    """One actor: names, parent, relations, presence, events and what is said of it."""

    title: str
    actor: dict[str, Any]
    parent: dict[str, Any] | None
    relations: tuple[dict[str, Any], ...]
    presence: tuple[dict[str, Any], ...]
    events: tuple[dict[str, Any], ...]
    claims: tuple[dict[str, Any], ...]
    decisions: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class ValuePage:
    """A place, relation or presence with its claims; a place also has its events and who is there."""

    title: str
    what: str
    value: dict[str, Any]
    events: tuple[dict[str, Any], ...]
    presence: tuple[dict[str, Any], ...]
    claims: tuple[dict[str, Any], ...]
    decisions: tuple[dict[str, Any], ...]


def claim_page(store: Store, id_: str, query: Mapping[str, str]) -> ClaimPage:
    """Build the page of one claim."""
    del query
    row = _detail(store, "claims", id_).rows[0]
    evidence = row.claim.evidence
    text = store.text(row.claim.text_id)
    around = [p for p in text.passages if p.start <= evidence.start < p.end]
    return ClaimPage(
        title=str(row.claim.kind),
        claim=claim_line(row),
        before=text.content[max(0, evidence.start - AROUND) : evidence.start],
        after=text.content[evidence.end : evidence.end + AROUND],
        language=around[0].language if around else text.language,
        direction=around[0].direction if around else text.direction,
        values=values_of(store, row),
        document=row.title or row.document_id,
        event=event_title(event) if row.event_id and (event := store.event(row.event_id)) else "",
        decisions=decisions_on(store, id_),
    )


def event_page(store: Store, id_: str, query: Mapping[str, str]) -> EventPage:
    """Build the page of one event."""
    del query
    found = _detail(store, "events", id_)
    rows = sorted(found.rows[:MOST], key=lambda row: (row.document_id, row.claim.evidence.start))
    drawn = (draw_strip(rows, outcome) for outcome in ("killed", "injured"))
    return EventPage(
        title=found.title,
        event=found.value,
        rule=RULE,
        reasons=reasons(found.value["why"], {row.claim.id: row.claim.evidence.words for row in rows}),
        strips=tuple(strip for strip in drawn if strip),
        tellings=tell_all(store, rows),
        claims=tuple(map(claim_line, rows)),
        values={row.claim.id: values_of(store, row) for row in rows},
        decisions=decisions_on(store, found.id),
    )


def actor_page(store: Store, id_: str, query: Mapping[str, str]) -> ActorPage:
    """Build the page of one actor; a person has none."""
    del query
    found = _detail(store, "actors", id_)
    about = Filter(actor=id_, limit=MOST)
    parent = store.actor(found.value["parent_id"]) if found.value["parent_id"] else None
    return ActorPage(
        title=found.title,
        actor=found.value,
        parent=plain(parent) if parent else None,
        relations=tuple(map(relation_line, store.relations(about))),
        presence=tuple(map(presence_line, store.presence(about))),
        events=tuple(map(event_line, store.events(about))),
        claims=tuple(map(claim_line, found.rows[:MOST])),
        decisions=decisions_on(store, id_),
    )


def value_page(store: Store, what: str, id_: str) -> ValuePage:
    """Build the page of a place, relation or presence."""
    found = _detail(store, what, id_)
    there = Filter(place=id_, limit=MOST if what == "places" else 0)
    return ValuePage(
        title=found.title,
        what=what,
        value=found.value,
        events=tuple(map(event_line, store.events(there))),
        presence=tuple(map(presence_line, store.presence(there))),
        claims=tuple(map(claim_line, found.rows[:MOST])),
        decisions=decisions_on(store, id_),
    )


def _detail(store: Store, what: str, id_: str) -> Detail:
    found = find_detail(store, id_)
    if found.what != what:
        raise NotHereError(f"{id_}: is among the {found.what}, not the {what}")
    return found
