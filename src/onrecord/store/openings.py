"""What stays open: names without an actor or place, times without a date, stretches that were not read."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.store.conditions import Conditions
from onrecord.store.entries import EVERYTHING, Entries
from onrecord.store.filters import Filter, fits
from onrecord.store.view_rows import name_of

__all__ = ["Opening", "Openings"]

OPEN = """SELECT l.text, l.target AS what, l.why, m.start, m.stop FROM link l
    JOIN counting c ON c.text = l.text
    JOIN mention m ON m.id = l.mention_id AND m.reading = c.reading WHERE l.target_id = ''
  UNION ALL SELECT o.text, 'time', o.why, m.start, m.stop FROM moment o JOIN counting c ON c.text = o.text
    JOIN mention m ON m.id = o.mention_id AND m.reading = c.reading WHERE o.when_precision = 'open'
  UNION ALL SELECT c.text, 'unread', u.reason, u.start, u.stop FROM unread u
    JOIN counting c ON c.reading = u.reading"""
ORDER = "ORDER BY o.text, o.start, o.stop, o.what"
PAGE = f"""SELECT o.*, t.document, t.title, substr(t.content, 1, 300) AS beginning,
    substr(t.content, o.start + 1, o.stop - o.start) AS words
  FROM (SELECT o.* FROM ({OPEN}) o JOIN text t ON t.n = o.text{{where}}
        {ORDER} LIMIT :limit OFFSET :offset) o JOIN text t ON t.n = o.text {ORDER}"""  # noqa: S608 - our own clauses


@dataclass(frozen=True, slots=True)
class Opening:
    """One thing left open, where it stands, and why; `what` is actor, place, time or unread."""

    what: str
    text: str
    why: str
    document_id: str
    title: str
    start: int
    end: int


class Openings(Entries):
    """What no link, date or reading settles."""

    def openings(self, wanted: Filter = EVERYTHING) -> tuple[Opening, ...]:
        """List what stays open, document by document, in the order of the words."""
        fits("open", wanted)
        where = Conditions(self._file, wanted).openings()
        limit = -1 if wanted.limit is None else wanted.limit
        values = {**where.values, "limit": limit, "offset": wanted.offset}
        return tuple(
            Opening(
                what=row["what"],
                text=row["words"],
                why=row["why"],
                document_id=row["document"],
                title=name_of(row["title"], row["beginning"]),
                start=row["start"],
                end=row["stop"],
            )
            for row in self._file.rows(PAGE.format(where=where.sql), values)
        )
