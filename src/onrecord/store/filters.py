"""What a list is narrowed to, as one record and as SQL conditions with bound values."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from onrecord.errors import InputError
from onrecord.store.file import fold

__all__ = ["Filter", "Where", "fits", "like_words", "match_words"]


@dataclass(frozen=True, slots=True)
class Filter:
    """What is wanted; empty fields narrow nothing.

    `actor`, `place` are an id, a name or an alias in any case, else a part of one. `since` and `until` are
    days (or years, or months): an interval that touches the period is kept, one without dates is not. `type`
    is a kind or a type; `source` a part of a site, location, title or of the words for who says so; `text`
    words that the evidence (of documents: the text) holds; `min_deaths` the fewest killed; `disputed` keeps
    only what claims disagree on.
    """

    actor: str = ""
    place: str = ""
    since: str = ""
    until: str = ""
    type: str = ""
    source: str = ""
    text: str = ""
    document: str = ""
    country: str = ""
    min_deaths: float | None = None
    disputed: bool = False
    limit: int | None = None
    offset: int = 0


KNOWN = {
    "documents": {"actor", "place", "since", "until", "type", "source", "text", "document", "country"},
    "claims": {
        "actor", "place", "since", "until", "type", "source", "text", "document", "country", "min_deaths",
    },
    "events": {
        "actor", "place", "since", "until", "type", "source", "text", "document", "country", "min_deaths",
        "disputed",
    },
    "actors": {"actor", "type", "source", "text", "document", "country"},
    "places": {"place", "type", "source", "text", "document", "country"},
    "relations": {"actor", "since", "until", "type", "source", "text", "document", "disputed"},
    "presence": {"actor", "place", "since", "until", "type", "source", "text", "document", "country"},
    "failures": {"type", "source", "text", "document"},
    "open": {"type", "text", "document"},
}  # fmt: skip
"""Which fields narrow which list; any other is refused, so that no filter is passed over in silence."""

DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


class Where:
    """Conditions that all hold, with their values."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {}
        self._parts: list[str] = []

    def add(self, condition: str, **values: object) -> None:
        """Add a condition; its values are bound by name."""
        self._parts.append(f"({condition})")
        self.values.update(values)

    @property
    def sql(self) -> str:
        """Give the WHERE clause, empty where nothing narrows."""
        return f" WHERE {' AND '.join(self._parts)}" if self._parts else ""


def fits(listing: str, wanted: Filter) -> None:
    """Raise InputError for a field that this list does not know, or a day that is none."""
    for field in fields(wanted):
        name = field.name
        if name in ("limit", "offset") or getattr(wanted, name) == field.default or name in KNOWN[listing]:
            continue
        raise InputError(
            f"{listing} cannot be narrowed by {name}; they can by {', '.join(sorted(KNOWN[listing]))}"
        )
    for name in ("since", "until"):
        day = getattr(wanted, name)
        if day and not DAY.fullmatch(day):
            raise InputError(f"{name} {day!r} is no day; write it as 2016-05-01, 2016-05 or 2016")
    if wanted.offset < 0 or (wanted.limit is not None and wanted.limit < 0):
        raise InputError("limit and offset are counts; give none below 0")


def match_words(text: str) -> str:
    """Give the FTS5 query for texts that hold words beginning with each of these."""
    words = text.replace("\0", " ").replace('"', " ").split()
    return " ".join(f'"{word}"*' for word in words if any(c.isalnum() for c in word))


def like_words(text: str) -> list[str]:
    """Give the folded words that evidence must hold."""
    return [fold(word) for word in text.replace("\0", " ").replace('"', " ").split()]
