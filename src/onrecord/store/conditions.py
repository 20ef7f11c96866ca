"""A Filter as SQL: which conditions each list takes from it. Values are bound, never written into SQL."""

from __future__ import annotations

import json

from onrecord.store.clauses import (
    COUNTRY_PLACES,
    DATED,
    ENTRY_IDS,
    IN,
    KILLED,
    LINKED,
    LINKED_FROM,
    MATCHED,
    SAID_BY,
    SITED,
    TOLD,
)
from onrecord.store.file import RecordFile, fold
from onrecord.store.filters import Filter, Where, like_words, match_words

__all__ = ["Conditions"]


class Conditions:
    """The conditions of one filter for each list."""

    def __init__(self, file: RecordFile, wanted: Filter) -> None:
        self._file = file
        self._wanted = wanted

    def claims(self) -> Where:
        """Narrow claims (k) of the readings that count, in their texts (t)."""
        wanted, where = self._wanted, Where()
        self._linked_claims(where)
        if wanted.since or wanted.until:
            where.add(DATED.format(touches=self._touches("o.when")), **self._period())
        if wanted.type:
            where.add("k.type = :type OR k.kind = :type", type=wanted.type)
        if wanted.min_deaths is not None:
            where.add(KILLED, deaths=wanted.min_deaths)
        self._told(where)
        return where

    def documents(self) -> Where:
        """Narrow documents (d) with their newest texts (t)."""
        wanted, where = self._wanted, Where()
        linked = "t.n IN (SELECT l.text FROM link l WHERE l.target = '{}' AND l.target_id IN {})"
        if wanted.actor:
            where.add(
                linked.format("actor", IN.format("actors")), actors=self._entries("actor", wanted.actor)
            )
        if wanted.place:
            where.add(
                linked.format("place", IN.format("places")), places=self._entries("place", wanted.place)
            )
        if wanted.country:
            where.add(linked.format("place", f"({COUNTRY_PLACES})"), countries=self._countries())
        if wanted.since or wanted.until:
            where.add(self._touches("t.published"), **self._period())
        if wanted.type:
            where.add("d.form = :type", type=wanted.type)
        if wanted.source:
            where.add(SITED, source=fold(wanted.source))
        if wanted.text:
            self._match(where)
        if wanted.document:
            where.add("d.id = :document", document=wanted.document)
        return where

    def merged(self, table: str, *, actor: str = "", place: str = "", kind: str = "") -> Where:
        """Narrow rows (e) of event, relation or presence; the conditions name the columns to look at."""
        wanted, where = self._wanted, Where()
        if wanted.actor:
            where.add(actor, actors=self._entries("actor", wanted.actor), actor=fold(wanted.actor))
        if wanted.place:
            where.add(place, places=self._entries("place", wanted.place), place=fold(wanted.place))
        if wanted.type:
            where.add(kind, type=wanted.type)
        if wanted.since or wanted.until:
            where.add(self._touches("e.when"), **self._period())
        if wanted.country:
            country = f"e.place_id IN ({COUNTRY_PLACES})"
            own = f" OR fold(e.country) IN {IN.format('countries')}" if table == "event" else ""
            where.add(country + own, countries=self._countries())
        if wanted.min_deaths is not None:
            where.add("coalesce(e.killed_best, e.killed_low) >= :deaths", deaths=wanted.min_deaths)
        if wanted.disputed:
            where.add("e.disputed")
        claims = Where()
        self._told(claims)
        if claims.sql:
            where.add(TOLD.format(table=table, where=claims.sql), **claims.values)
        return where

    def entries(self, table: str) -> Where:
        """Narrow entries (e) of actor or place."""
        wanted, where = self._wanted, Where()
        name = wanted.actor if table == "actor" else wanted.place
        if name:
            where.add(f"e.id IN {IN.format('ids')}", ids=self._entries(table, name))
        if wanted.type:
            status = " OR e.status = :type" if table == "actor" else ""
            where.add(f"e.kind = :type{status}", type=wanted.type)
        if wanted.country:
            where.add(f"fold(e.country) IN {IN.format('countries')}", countries=self._countries())
        if wanted.text:
            aliases = (
                " OR e.id IN (SELECT actor FROM actor_name WHERE instr(folded, :text))"
                if table == "actor"
                else ""
            )
            where.add(f"instr(e.folded, :text){aliases}", text=fold(wanted.text))
        linked = LINKED_FROM.format(table)
        if wanted.source:
            where.add(f"{linked} AND {SITED})", source=fold(wanted.source))
        if wanted.document:
            where.add(f"{linked} AND t.document = :document)", document=wanted.document)
        return where

    def failures(self) -> Where:
        """Narrow failures (e)."""
        wanted, where = self._wanted, Where()
        if wanted.type:
            where.add("e.stage = :type", type=wanted.type)
        if wanted.document:
            where.add("e.document = :document", document=wanted.document)
        if wanted.source:
            where.add("instr(fold(e.place), :source)", source=fold(wanted.source))
        if wanted.text:
            where.add("instr(fold(e.what), :text)", text=fold(wanted.text))
        return where

    def openings(self) -> Where:
        """Narrow what stays open (o) in its texts (t)."""
        wanted, where = self._wanted, Where()
        if wanted.type:
            where.add("o.what = :type", type=wanted.type)
        if wanted.document:
            where.add("t.document = :document", document=wanted.document)
        if wanted.text:
            words = "fold(substr(t.content, o.start + 1, o.stop - o.start))"
            where.add(f"instr({words}, :text)", text=fold(wanted.text))
        return where

    def _linked_claims(self, where: Where) -> None:
        wanted = self._wanted
        if wanted.actor:
            linked = LINKED.format(target="actor", ids=IN.format("actors"))
            where.add(linked, actors=self._entries("actor", wanted.actor))
        if wanted.place:
            linked = LINKED.format(target="place", ids=IN.format("places"))
            where.add(linked, places=self._entries("place", wanted.place))
        if wanted.country:
            linked = LINKED.format(target="place", ids=f"({COUNTRY_PLACES})")
            where.add(linked, countries=self._countries())

    def _told(self, where: Where) -> None:
        """Add what narrows by the telling: source, words, document."""
        wanted = self._wanted
        if wanted.source:
            where.add(f"{SITED} OR {SAID_BY}", source=fold(wanted.source))
        if wanted.document:
            where.add("t.document = :document", document=wanted.document)
        if wanted.text:
            self._match(where)
            evidence = "fold(substr(t.content, k.start + 1, k.stop - k.start))"
            for i, word in enumerate(like_words(wanted.text)):
                where.add(f"instr({evidence}, :word{i})", **{f"word{i}": word})

    def _match(self, where: Where) -> None:
        match = match_words(self._wanted.text)
        if match:
            where.add(MATCHED, match=match)
        else:
            where.add("0")  # no word to look for stands nowhere

    def _entries(self, table: str, name: str) -> str:
        """Give the ids that a name leads to, as a JSON list: by whole name, else by a part of it."""
        folded = fold(name)
        for same in ("folded = :folded", "instr(folded, :folded)"):
            rows = self._file.rows(ENTRY_IDS[table].format(same), {"id": name, "folded": folded})
            if rows:
                return json.dumps([row[0] for row in rows])
        return "[]"

    def _countries(self) -> str:
        """Give a country's names and codes, folded, as a JSON list."""
        folded = fold(self._wanted.country)
        rows = self._file.rows(
            """SELECT DISTINCT country, admin_country FROM place
               WHERE fold(country) = ?1 OR fold(admin_country) = ?1""",
            (folded,),
        )
        names = {fold(name) for row in rows for name in tuple(row)} - {""}
        return json.dumps(sorted(names | {folded}))

    def _period(self) -> dict[str, object]:
        return {"since": self._wanted.since, "until": self._wanted.until}

    @staticmethod
    def _touches(prefix: str) -> str:
        """Say that an interval touches the period; one without dates touches none."""
        first, last = f"{prefix}_earliest", f"{prefix}_latest"
        return f"""({first} IS NOT NULL OR {last} IS NOT NULL)
          AND (:since = '' OR {last} IS NULL OR {last} >= :since)
          AND (:until = '' OR {first} IS NULL OR substr({first}, 1, length(:until)) <= :until)"""
