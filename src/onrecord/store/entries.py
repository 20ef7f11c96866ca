"""Lists of actors, places and failures, and how any list is paged."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Sequence

from onrecord.records import Actor, Failure, Place
from onrecord.store.conditions import Conditions
from onrecord.store.derived_rows import load_actor, load_place
from onrecord.store.filters import Filter, Where, fits
from onrecord.store.forget import Forgetting

__all__ = ["EVERYTHING", "Entries"]

EVERYTHING = Filter()
REGISTRY_FIRST = "e.status = 'candidate', e.folded, e.id"


class Entries(Forgetting):
    """Entries that links lead to, and failures."""

    def actors(self, wanted: Filter = EVERYTHING) -> tuple[Actor, ...]:
        """List the actors that links lead to, by name: those of the registry, then candidates."""
        fits("actors", wanted)
        with self._file.steady():
            where = Conditions(self._file, wanted).entries("actor")
            return self._actors(self._page("SELECT e.* FROM actor e", where, REGISTRY_FIRST, wanted))

    def actor(self, actor_id: str) -> Actor | None:
        """Give one actor's entry, or None."""
        with self._file.steady():
            return next(
                iter(self._actors(self._file.rows("SELECT * FROM actor WHERE id = ?", (actor_id,)))), None
            )

    def places(self, wanted: Filter = EVERYTHING) -> tuple[Place, ...]:
        """List the places that links lead to, by name."""
        fits("places", wanted)
        where = Conditions(self._file, wanted).entries("place")
        return tuple(
            load_place(row) for row in self._page("SELECT e.* FROM place e", where, "e.folded, e.id", wanted)
        )

    def place(self, place_id: str) -> Place | None:
        """Give one place's entry, or None."""
        row = self._file.row("SELECT * FROM place WHERE id = ?", (place_id,))
        return load_place(row) if row else None

    def places_within(self, south: float, west: float, north: float, east: float) -> tuple[Place, ...]:
        """Give the settlements inside a box of degrees; areas have no point and stand in no box."""
        rows = self._file.rows(
            """SELECT p.* FROM place_box b JOIN place p ON p.n = b.n
               WHERE b.north >= ?1 AND b.south <= ?3 AND b.east >= ?2 AND b.west <= ?4
                 AND p.latitude BETWEEN ?1 AND ?3 AND p.longitude BETWEEN ?2 AND ?4
               ORDER BY p.folded, p.id""",
            (south, west, north, east),
        )
        return tuple(load_place(row) for row in rows)

    def failures(self, wanted: Filter = EVERYTHING) -> tuple[Failure, ...]:
        """List what did not work, in the order in which it happened."""
        fits("failures", wanted)
        rows = self._page(
            "SELECT e.* FROM failure e", Conditions(self._file, wanted).failures(), "e.n", wanted
        )
        return tuple(
            Failure(row["id"], row["stage"], row["place"], row["what"], row["advice"], row["document"])
            for row in rows
        )

    def _page(self, select: str, where: Where, order: str, wanted: Filter) -> list[sqlite3.Row]:
        limit = -1 if wanted.limit is None else wanted.limit
        values = {**where.values, "limit": limit, "offset": wanted.offset}
        return self._file.rows(f"{select}{where.sql} ORDER BY {order} LIMIT :limit OFFSET :offset", values)

    def _owned(
        self, table: str, rows: Sequence[sqlite3.Row], owner: str = "owner"
    ) -> dict[str, list[sqlite3.Row]]:
        """Give the rows of a table that belong to these, by owner."""
        found = self._file.rows(
            f"""SELECT * FROM {table} WHERE {owner} IN (SELECT value FROM json_each(?))
                ORDER BY {owner}, position""",  # noqa: S608 - our own names
            (json.dumps([row["id"] for row in rows]),),
        )
        owned: dict[str, list[sqlite3.Row]] = defaultdict(list)
        for row in found:
            owned[row[owner]].append(row)
        return owned

    def _actors(self, rows: Sequence[sqlite3.Row]) -> tuple[Actor, ...]:
        names = self._owned("actor_name", rows, "actor")
        crosswalk = self._owned("actor_crosswalk", rows, "actor")
        return tuple(load_actor(row, names[row["id"]], crosswalk[row["id"]]) for row in rows)
