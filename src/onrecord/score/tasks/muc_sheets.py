"""The slots of MUC-4 that are scored, and how a key and an `Incident` fill them.

Of the 24 slots of 1992 these are left out: stage, instrument type, incident category, the types, nations,
effects and totals of targets, and descriptions of people (which take part in mapping only).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from onrecord.answers import Entity, Incident
from onrecord.score.tasks import muc_fills
from onrecord.score.tasks.muc_fills import Fill, Value, Verdict
from onrecord.score.tasks.muc_keys import Sheet, fills_of, iso_day

__all__ = ["DESCRIBED", "SLOTS", "Slot", "key_sheet", "sheet_of"]

DESCRIBED = "victim_described"
"""Names and descriptions of people together, asked only when sheets are mapped."""

_PLURAL = ("2", "")
_PLACE_KIND = re.compile(r"\s*\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Slot:
    """A scored slot: its number in the keys, how an alternative is read, how a value is judged."""

    name: str
    number: int
    read: Callable[[str], Value]
    verdict: Verdict


def _plain(said: str) -> Value:
    return (said.upper(),)


def _interval(said: str) -> Value:
    days = [day for part in re.split(r"(?<=\d)\s*-", said) if (day := iso_day(part.upper()))]
    if not days:
        return "", ""
    return ("", days[0]) if said.startswith("-") else (days[0], days[-1])


def _places(said: str) -> Value:
    return tuple(part.strip() for part in _PLACE_KIND.sub("", said).split(":"))


def _count(said: str) -> Value:
    found = said.replace(" ", "")
    if found == "PLURAL":
        return _PLURAL
    if found.startswith("~"):
        return found, found
    low, dash, high = found.partition("-")
    return (low, high) if dash else (low, low)


SLOTS = (
    Slot("date", 2, _interval, muc_fills.date),
    Slot("location", 3, _places, muc_fills.location),
    Slot("type", 4, _plain, muc_fills.kind),
    Slot("instrument", 6, _plain, muc_fills.words),
    Slot("perpetrator_individual", 9, _plain, muc_fills.words),
    Slot("perpetrator_organisation", 10, _plain, muc_fills.words),
    Slot("confidence", 11, _plain, muc_fills.element),
    Slot("target", 12, _plain, muc_fills.words),
    Slot("victim_name", 18, _plain, muc_fills.words),
    Slot("victim_number", 21, _count, muc_fills.number),
    Slot("victim_effect", 23, _plain, muc_fills.element),
)


def key_sheet(slots: Mapping[int, list[str]], *, optional: bool) -> Sheet:
    """Make a sheet of the fills of a key by slot number."""
    fills = {slot.name: fills_of(slots.get(slot.number, []), slot.read) for slot in SLOTS}
    quoted = [re.sub(r':\s*".*', "", line) for line in slots.get(19, [])]
    described = fills["victim_name"] + fills_of(quoted, _plain)
    return Sheet({**fills, DESCRIBED: described}, optional)


def sheet_of(incident: Incident) -> Sheet:
    """Make a sheet of an incident; of several mentions of a filler the first is the fill, as in 1992."""
    fills = {
        "date": _stated((incident.earliest, incident.latest)) if incident.latest or incident.earliest else (),
        "location": _stated(tuple(place.upper() for place in incident.places)) if incident.places else (),
        "type": _stated((incident.type.upper(),)),
        "victim_name": tuple(_string(e) for e in _entities(incident, "victim") if e.name),
        "victim_number": tuple(
            _number(e) for e in _entities(incident, "victim") if e.numbers != (None, None)
        ),
        "victim_effect": tuple(_set(e, e.effect) for e in _entities(incident, "victim") if e.effect),
        DESCRIBED: tuple(map(_string, _entities(incident, "victim"))),
    }
    for part in ("instrument", "perpetrator_individual", "perpetrator_organisation", "target"):
        fills[part] = tuple(map(_string, _entities(incident, part)))
    blamed = _entities(incident, "perpetrator_organisation")
    return Sheet({**fills, "confidence": tuple(_set(e, e.confidence) for e in blamed if e.confidence)})


def _entities(incident: Incident, part: str) -> list[Entity]:
    return [entity for name, entity in incident.parts if name == part and entity.mentions]


def _stated(value: Value) -> tuple[Fill, ...]:
    return (Fill((value,)),)


def _string(entity: Entity) -> Fill:
    return Fill(((entity.mentions[0],),))


def _set(entity: Entity, said: str) -> Fill:
    return Fill(((said.upper(),),), entity.mentions[:1])


def _number(entity: Entity) -> Fill:
    low, high = ("" if end is None else f"{end:g}" for end in entity.numbers)
    return Fill(((low, high),), entity.mentions[:1])
