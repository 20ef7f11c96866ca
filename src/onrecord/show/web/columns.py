"""The columns of the lists on the pages: a heading, a path into the JSON form, and where a cell leads."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["COLUMNS", "WORDS", "Column"]

WORDS = "words"


@dataclass(frozen=True, slots=True)
class Column:
    """`path` is a dotted path; `to` and `id_path` make a cell a link; `name` asks for plain words.

    `to` is a list, or WORDS: then the cell leads to the words themselves in their document.
    """

    heading: str
    path: str
    to: str = ""
    id_path: str = "id"
    number: bool = False
    name: bool = False


WHEN = Column("When", "when")

COLUMNS = {
    "documents": (
        Column("Title", "name", "documents"), Column("Site", "site"),
        Column("Published", "published"), Column("Language", "language"),
        Column("Claims", "claims", number=True),
    ),
    "claims": (
        Column("What", "act|type", "claims", name=True), Column("Kind", "kind"),
        Column("In these words", "evidence.text", WORDS),
        Column("When", "happened"), Column("Where", "where"), Column("Figures", "casualties"),
        Column("Who says so", "sources"),
    ),
    "events": (
        Column("Event", "title", "events"), WHEN,
        Column("By", "sides.agent|side|speaker"), Column("Against", "sides.target|recipient|object"),
        Column("Victims", "sides.victim"), Column("Killed", "killed", number=True),
        Column("Origins", "origins", number=True), Column("Disputed", "disputed"),
    ),
    "actors": (
        Column("Name", "name", "actors"), Column("Kind", "kind", name=True), Column("Status", "status"),
        Column("Country", "country"), Column("Also called", "names"),
    ),
    "places": (
        Column("Name", "name", "places"), Column("Kind", "kind"), Column("Country", "country"),
        Column("First level", "adm_1"), Column("Second level", "adm_2"),
    ),
    "relations": (
        Column("Actor", "subject.name", "actors", "subject.id"),
        Column("Relation", "type", "relations", name=True),
        Column("To", "object.name", "actors", "object.id"), WHEN, Column("Where", "scope"),
        Column("Origins", "origins", number=True), Column("Disputed", "disputed"),
    ),
    "presence": (
        Column("Actor", "actor.name", "actors", "actor.id"),
        Column("Degree", "degree", "presence", name=True),
        Column("Area", "place.name", "places", "place.id"), Column("Part", "place.parts"), WHEN,
        Column("Origins", "origins", number=True),
    ),
    "failures": (
        Column("Stage", "stage"), Column("Where", "where"), Column("What", "what"),
        Column("What to do", "advice"),
    ),
    "open": (
        Column("What", "what"), Column("In these words", "text", WORDS), Column("Why it stays open", "why"),
        Column("Document", "title|document_id", "documents", "document_id"),
    ),
    "readings": (
        Column("Text", "text_id"), Column("Engine", "by"), Column("Claims", "claims", number=True),
        Column("Mentions", "mentions", number=True), Column("Counts", "chosen"),
    ),
    "judgements": (
        Column("No.", "seq", number=True), Column("At", "at"), Column("Who", "who"),
        Column("Verdict", "verdict"),
        Column("On", "target_id"), Column("Value", "value"), Column("Reason", "reason"),
    ),
    "orphaned": (
        Column("No.", "seq", number=True), Column("At", "at"), Column("Who", "who"),
        Column("Verdict", "verdict"),
        Column("On", "target_id"), Column("Reason", "reason"),
    ),
}  # fmt: skip
"""What each list shows."""
