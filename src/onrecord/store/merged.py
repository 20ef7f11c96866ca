"""What claims add up to, as lists that a filter narrows and as single values: events, relations, presence."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from onrecord.records import Event, Presence, Relation
from onrecord.store.conditions import Conditions
from onrecord.store.derived_rows import load_event, load_presence, load_relation
from onrecord.store.entries import EVERYTHING
from onrecord.store.filters import Filter, fits
from onrecord.store.openings import Openings

__all__ = ["Merged"]

SIDE = """e.id IN (SELECT s.event FROM event_side s
  WHERE s.actor_id IN (SELECT value FROM json_each(:actors)) OR s.folded = :actor)"""
ENDS = """e.subject_id IN (SELECT value FROM json_each(:actors))
  OR e.object_id IN (SELECT value FROM json_each(:actors))
  OR fold(e.subject) = :actor OR fold(e.object) = :actor"""
PRESENT = "e.actor_id IN (SELECT value FROM json_each(:actors)) OR fold(e.actor) = :actor"
THERE = "e.place_id IN (SELECT value FROM json_each(:places)) OR fold(e.place) = :place"
FACETS = "e.type = :type OR e.method = :type OR e.target = :type OR e.scale = :type"
BY_DATE = "coalesce(e.when_earliest, e.when_latest) IS NULL, coalesce(e.when_earliest, e.when_latest), e.id"


class Merged(Openings):
    """Events, relations and presence."""

    def events(self, wanted: Filter = EVERYTHING) -> tuple[Event, ...]:
        """List events by date, those without one last."""
        fits("events", wanted)
        with self._file.steady():
            where = Conditions(self._file, wanted).merged("event", actor=SIDE, place=THERE, kind=FACETS)
            return self._events(self._page("SELECT e.* FROM event e", where, BY_DATE, wanted))

    def event(self, event_id: str) -> Event | None:
        """Give one event; an id that gave way leads to the event that took its place."""
        with self._file.steady():
            rows = self._file.rows("SELECT * FROM event WHERE id = ?", (self.resolve_event(event_id),))
            return next(iter(self._events(rows)), None)

    def relations(self, wanted: Filter = EVERYTHING) -> tuple[Relation, ...]:
        """List relations by date."""
        fits("relations", wanted)
        with self._file.steady():
            where = Conditions(self._file, wanted).merged("relation", actor=ENDS, kind="e.type = :type")
            return self._relations(self._page("SELECT e.* FROM relation e", where, BY_DATE, wanted))

    def relation(self, relation_id: str) -> Relation | None:
        """Give one relation, or None."""
        with self._file.steady():
            rows = self._file.rows("SELECT * FROM relation WHERE id = ?", (relation_id,))
            return next(iter(self._relations(rows)), None)

    def presence(self, wanted: Filter = EVERYTHING) -> tuple[Presence, ...]:
        """List who is present where, by date."""
        fits("presence", wanted)
        with self._file.steady():
            kind = "e.degree = :type"
            where = Conditions(self._file, wanted).merged("presence", actor=PRESENT, place=THERE, kind=kind)
            return self._presence(self._page("SELECT e.* FROM presence e", where, BY_DATE, wanted))

    def one_presence(self, presence_id: str) -> Presence | None:
        """Give one actor's presence in an area, or None."""
        with self._file.steady():
            rows = self._file.rows("SELECT * FROM presence WHERE id = ?", (presence_id,))
            return next(iter(self._presence(rows)), None)

    def _events(self, rows: Sequence[sqlite3.Row]) -> tuple[Event, ...]:
        claims = self._owned("event_claim", rows)
        sides = self._owned("event_side", rows, "event")
        dead = self._owned("event_dead", rows, "event")
        return tuple(
            load_event(row, [c["claim_id"] for c in claims[row["id"]]], sides[row["id"]], dead[row["id"]])
            for row in rows
        )

    def _relations(self, rows: Sequence[sqlite3.Row]) -> tuple[Relation, ...]:
        claims = self._owned("relation_claim", rows)
        return tuple(load_relation(row, [c["claim_id"] for c in claims[row["id"]]]) for row in rows)

    def _presence(self, rows: Sequence[sqlite3.Row]) -> tuple[Presence, ...]:
        claims = self._owned("presence_claim", rows)
        return tuple(load_presence(row, [c["claim_id"] for c in claims[row["id"]]]) for row in rows)
