"""Derived rows back into records."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from onrecord.records import (
    Actor,
    Alternative,
    Anchor,
    Bound,
    Event,
    Link,
    Modality,
    Moment,
    Place,
    Precision,
    Presence,
    Relation,
    Target,
    When,
)

__all__ = [
    "load_actor",
    "load_event",
    "load_link",
    "load_moment",
    "load_place",
    "load_presence",
    "load_relation",
]


def load_link(row: sqlite3.Row, others: Sequence[sqlite3.Row] = ()) -> Link:
    """Give a link with its alternatives."""
    return Link(
        row["mention_id"],
        Target(row["target"]),
        row["target_id"],
        row["name"],
        row["score"],
        row["why"],
        row["by"],
        tuple(Alternative(o["target_id"], o["name"], o["score"], o["why"]) for o in others),
    )


def load_moment(row: sqlite3.Row) -> Moment:
    """Give a dated time mention."""
    return Moment(row["mention_id"], _when(row), row["why"], row["by"])


def load_actor(row: sqlite3.Row, names: Sequence[sqlite3.Row], crosswalk: Sequence[sqlite3.Row]) -> Actor:
    """Give an actor's entry."""
    return Actor(
        row["id"],
        row["name"],
        row["kind"],
        row["status"],
        tuple(n["name"] for n in names),
        row["parent_id"],
        row["country"],
        tuple((c["data_set"], c["value"]) for c in crosswalk),
    )


def load_place(row: sqlite3.Row) -> Place:
    """Give a place's entry."""
    return Place(
        row["id"],
        row["name"],
        row["kind"],
        row["country"],
        (row["admin_country"], row["adm1"], row["adm2"]),
        row["latitude"],
        row["longitude"],
        row["population"],
    )


def load_event(
    row: sqlite3.Row, claim_ids: Sequence[str], sides: Sequence[sqlite3.Row], dead: Sequence[sqlite3.Row]
) -> Event:
    """Give an event with its claims, sides and dead."""
    return Event(
        id=row["id"],
        claim_ids=tuple(claim_ids),
        type=row["type"],
        method=row["method"],
        target=row["target"],
        scale=row["scale"],
        when=_when(row),
        place_id=row["place_id"],
        place=row["place"],
        where_precision=row["where_precision"],
        country=row["country"],
        sides=tuple((s["role"], s["actor_id"], s["name"]) for s in sides),
        killed=Bound(row["killed_low"], row["killed_best"], row["killed_high"]),
        injured=Bound(row["injured_low"], row["injured_best"], row["injured_high"]),
        origins=row["origins"],
        documents=row["documents"],
        modality=Modality(row["modality"]),
        disputed=bool(row["disputed"]),
        why=row["why"],
        dead=tuple((d["status"], d["best"]) for d in dead),
    )


def load_relation(row: sqlite3.Row, claim_ids: Sequence[str]) -> Relation:
    """Give a relation with its claims."""
    return Relation(
        id=row["id"],
        subject_id=row["subject_id"],
        subject=row["subject"],
        type=row["type"],
        object_id=row["object_id"],
        object=row["object"],
        when=_when(row),
        claim_ids=tuple(claim_ids),
        origins=row["origins"],
        disputed=bool(row["disputed"]),
        scope=row["scope"],
    )


def load_presence(row: sqlite3.Row, claim_ids: Sequence[str]) -> Presence:
    """Give a presence with its claims."""
    return Presence(
        id=row["id"],
        actor_id=row["actor_id"],
        actor=row["actor"],
        place_id=row["place_id"],
        place=row["place"],
        degree=row["degree"],
        when=_when(row),
        claim_ids=tuple(claim_ids),
        origins=row["origins"],
        parts=row["parts"],
    )


def _when(row: sqlite3.Row) -> When:
    return When(
        row["when_earliest"],
        row["when_latest"],
        Precision(row["when_precision"]),
        Anchor(row["when_anchor"]),
        row["when_words"],
    )
