"""The terms that a model may use: kinds with their types and roles, and the closed sets of records."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.terms import Kind, Modality, Polarity, SpeechAct, Which
from onrecord.vocabulary import rows

__all__ = ["NONE_STATED", "OUTCOMES", "KindRow", "data_file", "kinds", "terms", "violent"]

OUTCOMES = ("killed", "injured", "missing", "abducted", "displaced")
NONE_STATED = "none_stated"


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind of claim: its types with their definitions, its roles, and what it cannot do without."""

    kind: Kind
    types: dict[str, str]
    roles: frozenset[str]
    needs: frozenset[str]
    asks: str


def data_file(name: str) -> str:
    """Give the text of a file of this package's data."""
    return (files(__package__) / "data" / name).read_text("utf-8")


@cache
def kinds() -> dict[str, KindRow]:
    """Give the table data/kinds.csv with the types that the vocabulary has for each kind."""
    lines = [line for line in data_file("kinds.csv").splitlines() if line and not line.startswith("#")]
    return {row["kind"]: _kind(row) for row in csv.DictReader(lines)}


@cache
def terms() -> dict[str, tuple[str, ...]]:
    """Give every closed set by the name of the field that takes it."""
    every = kinds().values()
    return {
        "kind": tuple(kinds()),
        "type": tuple(dict.fromkeys(name for row in every for name in row.types)),
        "name": tuple(sorted({name for row in every for name in row.roles})),
        "which": tuple(map(str, Which)),
        "outcome": OUTCOMES,
        "act": tuple(map(str, SpeechAct)),
        "method": tuple(row["method"] for row in rows("methods")),
        "polarity": tuple(map(str, Polarity)),
        "modality": tuple(map(str, Modality)),
    }


@cache
def violent() -> frozenset[str]:
    """Give the acts of force, whose events have a method and a target."""
    return frozenset(row["act"] for row in rows("act_types") if row["violent"] == "yes")


def _kind(row: dict[str, str]) -> KindRow:
    column = row["column"]
    types = {column: ""} if row["table"] == "-" else {r[column]: r["definition"] for r in rows(row["table"])}
    return KindRow(Kind(row["kind"]), types, _set(row["roles"]), _set(row["needs"]), row["asks"])


def _set(cell: str) -> frozenset[str]:
    return frozenset(filter(None, cell.split("|")))
