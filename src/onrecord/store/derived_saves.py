"""Records of what it means as rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from onrecord.records import Actor, Event, Link, Place, Presence, Relation
from onrecord.store.file import fold
from onrecord.store.intervals import save_when

__all__ = ["save_actor", "save_event", "save_link", "save_place", "save_presence", "save_relation"]


def save_link(db: sqlite3.Connection, text: int, link: Link) -> None:
    """Add a link with its alternatives."""
    named = (link.mention_id, str(link.target), link.target_id, link.name, fold(link.name))
    number = db.execute(
        "INSERT INTO link VALUES (NULL,?,?,?,?,?,?,?,?,?)",
        (text, *named, link.score, link.why, link.by),
    ).lastrowid
    db.executemany(
        "INSERT INTO link_alternative VALUES (?,?,?,?,?,?)",
        ((number, i, a.target_id, a.name, a.score, a.why) for i, a in enumerate(link.alternatives)),
    )


def save_actor(db: sqlite3.Connection, actor: Actor) -> None:
    """Add an actor's entry, or replace it."""
    db.execute("DELETE FROM actor WHERE id = ?", (actor.id,))
    described = (actor.kind, actor.status, actor.parent_id, actor.country)
    db.execute(
        "INSERT INTO actor VALUES (NULL,?,?,?,?,?,?,?)", (actor.id, actor.name, fold(actor.name), *described)
    )
    db.executemany(
        "INSERT INTO actor_name VALUES (?,?,?,?)",
        ((actor.id, i, name, fold(name)) for i, name in enumerate(actor.names)),
    )
    db.executemany(
        "INSERT INTO actor_crosswalk VALUES (?,?,?,?)",
        ((actor.id, i, *pair) for i, pair in enumerate(actor.crosswalk)),
    )


def save_place(db: sqlite3.Connection, place: Place) -> None:
    """Add a place's entry, or replace it."""
    db.execute("DELETE FROM place WHERE id = ?", (place.id,))
    described = (place.kind, place.country, *place.admin, place.latitude, place.longitude, place.population)
    db.execute(
        "INSERT INTO place VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?)",
        (place.id, place.name, fold(place.name), *described),
    )


def save_event(db: sqlite3.Connection, event: Event) -> None:
    """Add an event with its sides and claims."""
    what = (event.id, event.type, event.method, event.target, event.scale, *save_when(event.when))
    where = (event.place_id, event.place, event.where_precision, event.country)
    bounds = (end for bound in (event.killed, event.injured) for end in (bound.low, bound.best, bound.high))
    rest = (event.origins, event.documents, str(event.modality), int(event.disputed), event.why)
    db.execute(
        f"INSERT INTO event VALUES (NULL,{','.join('?' * 25)})",  # noqa: S608 - question marks
        (*what, *where, *bounds, *rest),
    )
    db.executemany(
        "INSERT INTO event_side VALUES (?,?,?,?,?,?)",
        ((event.id, i, *side, fold(side[2])) for i, side in enumerate(event.sides)),
    )
    db.executemany(
        "INSERT INTO event_dead VALUES (?,?,?,?)",
        ((event.id, i, status, best) for i, (status, best) in enumerate(event.dead)),
    )
    _claim_ids(db, "event_claim", event.id, event.claim_ids)


def save_relation(db: sqlite3.Connection, relation: Relation) -> None:
    """Add a relation with its claims."""
    ends = (relation.subject_id, relation.subject, relation.type, relation.object_id, relation.object)
    rest = (relation.origins, int(relation.disputed), relation.scope)
    db.execute(
        f"INSERT INTO relation VALUES (NULL,{','.join('?' * 14)})",  # noqa: S608 - question marks
        (relation.id, *ends, *save_when(relation.when), *rest),
    )
    _claim_ids(db, "relation_claim", relation.id, relation.claim_ids)


def save_presence(db: sqlite3.Connection, presence: Presence) -> None:
    """Add a presence with its claims."""
    ends = (presence.actor_id, presence.actor, presence.place_id, presence.place, presence.degree)
    db.execute(
        f"INSERT INTO presence VALUES (NULL,{','.join('?' * 13)})",  # noqa: S608 - question marks
        (presence.id, *ends, *save_when(presence.when), presence.origins, presence.parts),
    )
    _claim_ids(db, "presence_claim", presence.id, presence.claim_ids)


def _claim_ids(db: sqlite3.Connection, table: str, owner: str, claim_ids: Sequence[str]) -> None:
    db.executemany(
        f"INSERT INTO {table} VALUES (?,?,?)",  # noqa: S608 - our own table names
        ((owner, i, claim_id) for i, claim_id in enumerate(claim_ids)),
    )
