"""Rows of vocabulary/actors and vocabulary/actors_ucdp as entries with their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from onrecord.errors import VocabularyError
from onrecord.records import Actor
from onrecord.resolve.spelling import fold, is_capital, is_upper
from onrecord.resolve.states import force_actor
from onrecord.vocabulary import Row, rows

__all__ = ["Entry", "NameUse", "common_words", "entries"]

UCDP = "22.1"
_SHORT = 2
_DISTINCT = 5


class NameUse(NamedTuple):
    """One name of one actor: its key, as written, and what it asks of the words it is compared with."""

    key: str
    id: str
    words: str
    upper: bool
    shared: bool
    kept: bool

    def allows(self, name: str) -> bool:
        """Say whether words of the same key, as written, may be this name: "IS" may, "is" never."""
        if self.upper:
            return is_upper(name)
        return is_capital(name) or (len(self.key) >= _DISTINCT and self.key not in common_words())

    @property
    def stands_out(self) -> bool:
        """Whether the name alone makes somebody an actor; two letters from a list do not."""
        return self.kept or (len(self.key) > _SHORT and self.key not in common_words())


class Entry(NamedTuple):
    """An actor, its names, and the words that speak for it."""

    actor: Actor
    uses: tuple[NameUse, ...]
    context: tuple[str, ...]


@cache
def common_words() -> frozenset[str]:
    """Give the ordinary words that also are somebody's or some place's name."""
    return frozenset(row["word"] for row in rows("common_words"))


def entries(tables: tuple[str, ...], more: tuple[str, ...] = ()) -> dict[str, Entry]:
    """Give the entries by id; names of one data-set number come to one entry, the first table's.

    The tables `more` add names to entries and to states' forces. Raises VocabularyError for an unknown id.
    """
    found: dict[str, Entry] = {}
    owners: dict[str, str] = {}
    for table in tables:
        for row in rows(table):
            owner = owners.get(row["ucdp"], row["id"]) if row["ucdp"] else row["id"]
            entry = _entry(row, owner, kept=table == tables[0])
            found[owner] = _join(found[owner], entry) if owner in found else entry
            if row["ucdp"].isdigit():
                owners.setdefault(row["ucdp"], owner)
    for table in more:
        _more(found, table)
    return found


def _more(found: dict[str, Entry], table: str) -> None:
    """Add names, countries and context words to entries or a state's forces, and entries of their own."""
    for row in rows(table):
        if row.get("name"):
            found[row["id"]] = _entry(row, row["id"], kept=True)
            continue
        known = found.get(row["id"]) or _force(row["id"])
        uses = _unique(_use(words, row["id"], kept=True) for words in _split(row["names"]))
        have = {use.key for use in known.uses}
        added = tuple(use for use in uses if use.key not in have)
        names = (*known.actor.names, *(use.words for use in added))
        country = row.get("country", "") or known.actor.country
        actor = replace(known.actor, names=tuple(dict.fromkeys(names)), country=country)
        context = (*known.context, *_split(row.get("context", "")))
        found[row["id"]] = Entry(actor, (*known.uses, *added), context)


def _force(ident: str) -> Entry:
    actor = force_actor(ident)
    if actor is None:
        raise VocabularyError(f"names for {ident!r}, which is no actor; take the row out or enter the actor")
    return Entry(actor, (), ())


def _split(cell: str) -> list[str]:
    return [words.strip() for words in cell.split(";") if words.strip()]


def _entry(row: Row, ident: str, *, kept: bool) -> Entry:
    uses = _unique(_use(words, ident, kept=kept) for words in _names(row))
    actor = Actor(
        id=ident,
        name=row["name"],
        kind=row["kind"],
        names=tuple(dict.fromkeys(use.words for use in uses)),
        parent_id=row["parent"],
        country=row["country"],
        crosswalk=_crosswalk(row["ucdp"]),
    )
    return Entry(actor, uses, tuple(_split(row["context"])))


def _unique(uses: Iterable[NameUse]) -> tuple[NameUse, ...]:
    by_key: dict[str, NameUse] = {}
    for use in uses:
        known = by_key.get(use.key)
        by_key[use.key] = known if known and not known.upper else use
    return tuple(by_key.values())


def _names(row: Row) -> list[str]:
    listed = _split(row["names"])
    if fold(row["name"]) not in {fold(words.lstrip("~=")) for words in listed}:
        listed.append(row["name"])
    return listed


def _use(marked: str, ident: str, *, kept: bool) -> NameUse:
    words = marked.lstrip("~=")
    marks = marked[: len(marked) - len(words)]
    key = fold(words)
    shared = "~" in marks or (not kept and key in common_words())
    return NameUse(key, ident, words, "=" in marks, shared, kept)


def _join(first: Entry, second: Entry) -> Entry:
    have = {use.key for use in first.uses}
    added = tuple(use for use in second.uses if use.key not in have)
    actor = first.actor
    names = (*actor.names, *(use.words for use in added))
    joined = Actor(
        actor.id, actor.name, actor.kind, actor.status, names,
        actor.parent_id, actor.country or second.actor.country, actor.crosswalk or second.actor.crosswalk,
    )  # fmt: skip
    return Entry(joined, (*first.uses, *added), first.context)


def _crosswalk(cell: str) -> tuple[tuple[str, str], ...]:
    """Give ("ucdp", "234@22.1:exact") or, from ">234 area years", ("ucdp", "234@22.1:broader:area years")."""
    if not cell:
        return ()
    number, _, scope = cell.lstrip(">").partition(" ")
    fit = "broader" if cell.startswith(">") else "exact"
    return (("ucdp", f"{number}@{UCDP}:{fit}" + (f":{scope}" if scope else "")),)
