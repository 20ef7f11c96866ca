"""What it means: links, moments, entries, events, relations, presences. Derived, so replaced as a whole."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from onrecord.errors import StoreError
from onrecord.records import Actor, Event, Link, Moment, Place, Presence, Relation
from onrecord.store.derived_rows import load_link, load_moment
from onrecord.store.facts import save_when
from onrecord.store.file import fold
from onrecord.store.readings import Readings

__all__ = ["DERIVED", "Derived"]

MERGED = ("event", "relation", "presence")
DERIVED = ("link", "moment", "actor", "place", *MERGED)


class Derived(Readings):
    """Derived rows in and out; all of them can be deleted and made again."""

    def save_links(self, text_id: str, by: str, links: Sequence[Link], moments: Sequence[Moment]) -> None:
        """Replace the links and moments of a text; `by` is the resolver version that made them."""
        with self._file.writing() as db:
            number = _check_mentions(
                db, text_id, {row.mention_id for row in links} | {row.mention_id for row in moments}
            )
            db.execute("DELETE FROM link WHERE text = ?", (number,))
            db.execute("DELETE FROM moment WHERE text = ?", (number,))
            for link in links:
                _save_link(db, number, by, link)
            db.executemany(
                "INSERT INTO moment VALUES (NULL,?,?,?,?,?,?,?,?,?,?)",
                ((number, by, m.mention_id, *save_when(m.when), m.why, m.by) for m in moments),
            )

    def linked_by(self, text_id: str) -> str:
        """Give the version that resolved a text; "" where nothing of it was resolved."""
        row = self._file.row(
            """SELECT d.by FROM text t JOIN (SELECT text, by FROM link UNION ALL SELECT text, by FROM moment) d
               ON d.text = t.n WHERE t.id = ? LIMIT 1""",
            (text_id,),
        )
        return row["by"] if row else ""

    def links(self, text_id: str) -> tuple[Link, ...]:
        """Give the links of a text."""
        rows = self._file.rows(
            "SELECT l.* FROM link l JOIN text t ON t.n = l.text WHERE t.id = ? ORDER BY l.n", (text_id,)
        )
        others = self._file.rows(
            """SELECT a.* FROM link_alternative a JOIN link l ON l.n = a.link JOIN text t ON t.n = l.text
               WHERE t.id = ? ORDER BY a.link, a.position""",
            (text_id,),
        )
        return tuple(load_link(row, [other for other in others if other["link"] == row["n"]]) for row in rows)

    def moments(self, text_id: str) -> tuple[Moment, ...]:
        """Give the dated time mentions of a text."""
        rows = self._file.rows(
            "SELECT m.* FROM moment m JOIN text t ON t.n = m.text WHERE t.id = ? ORDER BY m.n", (text_id,)
        )
        return tuple(load_moment(row) for row in rows)

    def save_entries(self, actors: Sequence[Actor], places: Sequence[Place]) -> None:
        """Add or replace the entries that links lead to."""
        with self._file.writing() as db:
            for actor in actors:
                _save_actor(db, actor)
            for place in places:
                _save_place(db, place)

    def replace_merged(
        self, events: Sequence[Event], relations: Sequence[Relation], presences: Sequence[Presence]
    ) -> None:
        """Replace all that claims add up to."""
        with self._file.writing() as db:
            for table in MERGED:
                db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own table names
            for event in events:
                _save_event(db, event)
            for relation in relations:
                _save_relation(db, relation)
            for presence in presences:
                _save_presence(db, presence)

    def clear_derived(self) -> None:
        """Delete all that is derived; facts, event ids and judgements stay."""
        with self._file.writing() as db:
            for table in DERIVED:
                db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own table names


def _check_mentions(db: sqlite3.Connection, text_id: str, wanted: Iterable[str]) -> int:
    row = db.execute("SELECT n FROM text WHERE id = ?", (text_id,)).fetchone()
    if row is None:
        raise StoreError(f"no text {text_id}; it was never read or has been forgotten")
    strays = db.execute(
        """SELECT value FROM json_each(?) WHERE value NOT IN
           (SELECT m.id FROM mention m JOIN reading r ON r.n = m.reading WHERE r.text = ?)""",
        (json.dumps(sorted(wanted)), row["n"]),
    ).fetchone()
    if strays is not None:
        raise StoreError(
            f"{text_id}: no reading has the mention {strays['value']}; add the reading before its links"
        )
    return int(row["n"])


def _save_link(db: sqlite3.Connection, text: int, reading_by: str, link: Link) -> None:
    named = (link.mention_id, str(link.target), link.target_id, link.name, fold(link.name))
    number = db.execute(
        "INSERT INTO link VALUES (NULL,?,?,?,?,?,?,?,?,?,?)",
        (text, reading_by, *named, link.score, link.why, link.by),
    ).lastrowid
    db.executemany(
        "INSERT INTO link_alternative VALUES (?,?,?,?,?,?)",
        ((number, i, a.target_id, a.name, a.score, a.why) for i, a in enumerate(link.alternatives)),
    )


def _save_actor(db: sqlite3.Connection, actor: Actor) -> None:
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


def _save_place(db: sqlite3.Connection, place: Place) -> None:
    db.execute("DELETE FROM place WHERE id = ?", (place.id,))
    described = (place.kind, place.country, *place.admin, place.latitude, place.longitude, place.population)
    db.execute(
        "INSERT INTO place VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?)",
        (place.id, place.name, fold(place.name), *described),
    )


def _save_event(db: sqlite3.Connection, event: Event) -> None:
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
    _save_claim_ids(db, "event_claim", event.id, event.claim_ids)


def _save_relation(db: sqlite3.Connection, relation: Relation) -> None:
    ends = (relation.subject_id, relation.subject, relation.type, relation.object_id, relation.object)
    rest = (relation.origins, int(relation.disputed), relation.scope)
    db.execute(
        f"INSERT INTO relation VALUES (NULL,{','.join('?' * 14)})",  # noqa: S608 - question marks
        (relation.id, *ends, *save_when(relation.when), *rest),
    )
    _save_claim_ids(db, "relation_claim", relation.id, relation.claim_ids)


def _save_presence(db: sqlite3.Connection, presence: Presence) -> None:
    ends = (presence.actor_id, presence.actor, presence.place_id, presence.place, presence.degree)
    db.execute(
        f"INSERT INTO presence VALUES (NULL,{','.join('?' * 13)})",  # noqa: S608 - question marks
        (presence.id, *ends, *save_when(presence.when), presence.origins, presence.parts),
    )
    _save_claim_ids(db, "presence_claim", presence.id, presence.claim_ids)


def _save_claim_ids(db: sqlite3.Connection, table: str, owner: str, claim_ids: Sequence[str]) -> None:
    db.executemany(
        f"INSERT INTO {table} VALUES (?,?,?)",  # noqa: S608 - our own table names
        ((owner, i, claim_id) for i, claim_id in enumerate(claim_ids)),
    )
