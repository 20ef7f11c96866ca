"""What people call a thing of the record: an event by act, place, day and toll, instead of its id."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from onrecord.records import Modality, Precision
from onrecord.resolve.geonames import countries
from onrecord.show.shapes import number_words
from onrecord.show.when import is_open

if TYPE_CHECKING:
    from onrecord.records import Event, Presence, Relation, When

__all__ = ["country_name", "event_label", "event_title", "presence_title", "relation_title"]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

ACTING = ("agent", "speaker")
FACING = ("target", "victim", "recipient", "object")
"""Roles that name an event without a place: who acts, who meets, whom it is done to."""

ON = frozenset({"attack", "raid", "ambush", "offensive", "siege"})
AGAINST = frozenset({"accusation", "threat", "denial", "sanction_or_designation", "declaration"})
"""Acts that are done on or against somebody; all others are an act of what they are done to."""


def event_title(event: Event) -> str:
    """Name an event: "attack, Kabul, 23 July 2016: 80 to 85 killed"; without a place, by who is in it."""
    return _title(event, _day_words(event.when))


def event_label(event: Event) -> str:
    """Name an event where its day is shown beside it."""
    return _title(event, "")


def _title(event: Event, day: str) -> str:
    where = event.place or country_name(event.country)
    act = f"{_act(event)}{'' if where else _party(event)}"
    named = ", ".join(filter(None, (act, where, day)))
    low, high = event.killed.low, event.killed.high
    return named if low is None and high is None else f"{named}: {number_words(low, high)} killed"


def relation_title(relation: Relation) -> str:
    """Name a relation by its three parts."""
    return f"{relation.subject}: {relation.type.replace('_', ' ')} {relation.object}"


def presence_title(presence: Presence) -> str:
    """Name an actor's presence by actor, degree and area."""
    area = ", ".join(filter(None, (presence.parts, presence.place or "area not stated")))
    return f"{presence.actor}: {presence.degree.replace('_', ' ')}, {area}"


def country_name(codes: str) -> str:
    """Give the names of ISO codes that stand apart by semicolons; what is no code stays as it is."""
    return ", ".join(_names().get(code, code) for code in codes.split(";") if code)


@cache
def _names() -> dict[str, str]:
    return {country.iso: country.name for country in countries()}


def _act(event: Event) -> str:
    modality = "" if event.modality is Modality.ACTUAL else f"{event.modality} "
    scale = f" ({event.scale})" if event.scale not in ("", "incident") else ""
    return f"{modality}{event.type.replace('_', ' ') or 'event'}{scale}"


def _party(event: Event) -> str:
    acting, meeting, facing = (_named(event, roles) for roles in (ACTING, ("side",), FACING))
    if acting:
        whom = f" against {facing[0]}" if facing and event.type in AGAINST else ""
        return f" by {acting[0]}{whom}"
    if meeting:
        return f" between {meeting[0]} and {meeting[1]}" if len(meeting) > 1 else f" with {meeting[0]}"
    word = "on" if event.type in ON else "against" if event.type in AGAINST else "of"
    return f" {word} {facing[0]}" if facing else ""


def _named(event: Event, roles: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(name for role, _, name in event.sides if role in roles))


def _day_words(when: When) -> str:
    if is_open(when):
        return ""
    first, last = (_written(day, when.precision) for day in (when.earliest, when.latest))
    if not first:
        return f"until {last}"
    if not last:
        return f"since {first}"
    if first == last:
        return first
    day, _, month = first.partition(" ")
    return f"{day if last.endswith(f' {month}') else first} to {last}"


def _written(day: str | None, precision: Precision) -> str:
    if day is None:
        return ""
    at = date.fromisoformat(day)
    if precision is Precision.YEAR:
        return str(at.year)
    month = f"{MONTHS[at.month - 1]} {at.year}"
    return month if precision is Precision.MONTH else f"{at.day} {month}"
