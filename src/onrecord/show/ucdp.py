"""One event in the column names and codes of UCDP's event data.

Names and codes: UCDP GED codebook, version 26.1 (CC BY 4.0). A row is a machine reading of reports, not
an event coded by UCDP.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from onrecord.records import Precision
from onrecord.show.geojson import point
from onrecord.show.names import country_name
from onrecord.show.persons import WITHHELD, Persons
from onrecord.show.shapes import figure
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Event, Place, When

__all__ = ["COLUMNS", "date_precision", "ucdp_row", "violence_type"]

COLUMNS = (
    "id", "year", "type_of_violence", "side_a", "side_b", "number_of_sources", "source_article",
    "source_date", "where_prec", "where_coordinates", "adm_1", "adm_2", "latitude", "longitude", "country",
    "event_clarity", "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians",
    "deaths_unknown", "best", "high", "low",
)  # fmt: skip

SIDE_A = ("agent", "side", "actor")
"""Roles of who acts; the first that is there fills side_a (of "side", the first name)."""

SIDE_B = ("side", "target", "victim", "object", "recipient")
"""Roles of whom it is done to; people without a name do not stand there, they are counted as deaths."""

ONE_SIDED = 3
"""UCDP's type of violence against civilians, whose side_b is called Civilians."""

STATE_KINDS = frozenset({"state", "state-force"})

LONGEST = ((1, 1), (6, 2), (7, 3), (31, 4), (366, 5))
"""Days of an interval and the UCDP date precision that holds it; nothing holds more than a year."""


def ucdp_row(event: Event, place: Place | None, persons: Persons) -> dict[str, object]:
    """Give the columns that an event fills by itself; its sources are the caller's."""
    return {**_what(event, persons), **_where(event, place), **_when(event.when), **_deaths(event)}


def date_precision(when: When) -> int | None:
    """Give the UCDP date precision; None for an open interval and for more than a year."""
    if when.earliest is None or when.latest is None:
        return None
    if when.precision is Precision.WEEK:
        return 3
    days = (date.fromisoformat(when.latest) - date.fromisoformat(when.earliest)).days + 1
    return next((code for longest, code in LONGEST if days <= longest), None)


def violence_type(kinds: tuple[str, ...], target: str) -> int | None:
    """Give 1 state-based, 2 non-state, 3 one-sided from the kinds of the actors in it; None if unsettled."""
    if len(kinds) == 1:
        return ONE_SIDED if target == "civilians" else None
    if len(kinds) < 2:  # noqa: PLR2004 - two sides
        return None
    return 1 if STATE_KINDS & set(kinds) else 2


def _what(event: Event, persons: Persons) -> dict[str, object]:
    first = next((role for role in SIDE_A if any(side[0] == role for side in event.sides)), "")
    acting = [side for side in event.sides if side[0] == first]
    if first == "side":
        acting = acting[:1]
    facing = [side for side in event.sides if side[0] in SIDE_B and side not in acting]
    side_a = _names(event, acting, persons)
    side_b = [name for name in _names(event, facing, persons) if name == WITHHELD or name in _linked(facing)]
    kinds = tuple(kind for _, actor_id, _ in (*acting, *facing) if (kind := persons.kind(actor_id)))
    type_ = violence_type(kinds, event.target) if event.type in _violent() else None
    return {
        "id": event.id,
        "type_of_violence": type_,
        "side_a": "; ".join(side_a),
        "side_b": "; ".join(side_b) or ("Civilians" if type_ == ONE_SIDED else ""),
        "event_clarity": 2 if event.disputed or event.scale not in ("", "incident") else 1,
    }


def _names(event: Event, sides: Sequence[tuple[str, str, str]], persons: Persons) -> list[str]:
    return [name for name in dict.fromkeys(persons.public_name(event, side) for side in sides) if name]


def _linked(sides: Sequence[tuple[str, str, str]]) -> frozenset[str]:
    return frozenset(name for _, actor_id, name in sides if actor_id)


def _violent() -> frozenset[str]:
    return frozenset(
        row["act"] for row in rows("act_types") if row["violent"] == "yes" and row["ucdp"] != "-"
    )


def _where(event: Event, place: Place | None) -> dict[str, object]:
    spot = point(place, event.where_precision)
    _, first, second = place.admin if place else ("", "", "")
    return {
        "where_prec": event.where_precision or None,
        "where_coordinates": event.place,
        "adm_1": first,
        "adm_2": second,
        "latitude": spot[1] if spot else None,
        "longitude": spot[0] if spot else None,
        "country": country_name(event.country),
    }


def _when(when: When) -> dict[str, object]:
    years = {day[:4] for day in (when.earliest, when.latest) if day}
    return {
        "year": int(years.pop()) if when.earliest and when.latest and len(years) == 1 else None,
        "date_prec": date_precision(when),
        "date_start": when.earliest,
        "date_end": when.latest,
    }


def _deaths(event: Event) -> dict[str, object]:
    killed = event.killed
    civilians = dict(event.dead).get("civilian")
    rest = None if killed.best is None else killed.best - (civilians or 0)
    return {
        "deaths_civilians": figure(civilians),
        "deaths_unknown": figure(rest),
        "best": figure(killed.best),
        "high": figure(killed.high),
        "low": figure(killed.low),
    }
