"""What it means: links, moments, entries, events, relations, presences. Derived, so replaced as a whole."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from onrecord.errors import StoreError
from onrecord.records import Actor, Event, Link, Moment, Place, Presence, Relation
from onrecord.store.derived_rows import load_link, load_moment
from onrecord.store.derived_saves import (
    save_actor,
    save_event,
    save_link,
    save_place,
    save_presence,
    save_relation,
)
from onrecord.store.intervals import save_when
from onrecord.store.readings import Readings

__all__ = ["DERIVED", "Derived"]

MERGED = ("event", "relation", "presence")
DERIVED = ("resolved", "link", "moment", "actor", "place", *MERGED)


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
            db.execute("INSERT OR REPLACE INTO resolved VALUES (?,?)", (number, by))
            for link in links:
                save_link(db, number, link)
            db.executemany(
                "INSERT INTO moment VALUES (NULL,?,?,?,?,?,?,?,?,?)",
                ((number, m.mention_id, *save_when(m.when), m.why, m.by) for m in moments),
            )

    def linked_by(self, text_id: str) -> str:
        """Give the `by` with which a text's links were saved last; "" where none were."""
        row = self._file.row(
            "SELECT s.by FROM resolved s JOIN text t ON t.n = s.text WHERE t.id = ?", (text_id,)
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
        weighed: dict[int, list[sqlite3.Row]] = defaultdict(list)
        for other in others:
            weighed[other["link"]].append(other)
        return tuple(load_link(row, weighed[row["n"]]) for row in rows)

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
                save_actor(db, actor)
            for place in places:
                save_place(db, place)

    def replace_merged(
        self, events: Sequence[Event], relations: Sequence[Relation], presences: Sequence[Presence]
    ) -> None:
        """Replace all that claims add up to."""
        with self._file.writing() as db:
            for table in MERGED:
                db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own table names
            for event in events:
                save_event(db, event)
            for relation in relations:
                save_relation(db, relation)
            for presence in presences:
                save_presence(db, presence)

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
