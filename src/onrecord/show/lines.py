"""Everything but a claim as one JSON line: events, relations, presence, actors, places, documents, ledger."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from onrecord.records import When
from onrecord.show.names import event_title, presence_title, relation_title
from onrecord.show.shapes import figure, time_shape

if TYPE_CHECKING:
    from onrecord.records import Bound, Event, Place, Presence, Relation
    from onrecord.show.names import event_title, presence_title, relation_title
from onrecord.show.shapes import Shape

__all__ = ["bound_shape", "event_line", "place_line", "plain", "presence_line", "relation_line"]


def plain(record: object) -> Any:  # noqa: ANN401 - JSON has no narrower name
    """Give any record as JSON values: dataclasses as objects, tuples as lists, names as strings."""
    if isinstance(record, When):
        return time_shape(record)
    if dataclasses.is_dataclass(record) and not isinstance(record, type):
        return {field.name: plain(getattr(record, field.name)) for field in dataclasses.fields(record)}
    if isinstance(record, dict):
        return {str(key): plain(value) for key, value in record.items()}
    if isinstance(record, (list, tuple, set, frozenset)):
        return [plain(value) for value in record]
    if isinstance(record, float):
        return figure(record)
    return str(record) if isinstance(record, str) else record


def bound_shape(bound: Bound) -> Shape:
    """Give low, best and high; null where nothing is stated."""
    return {"low": figure(bound.low), "best": figure(bound.best), "high": figure(bound.high)}


def event_line(event: Event) -> Shape:
    """Give an event; `status` says that a machine put it together."""
    return {
        "id": event.id,
        "title": event_title(event),
        "act": event.type,
        "method": event.method,
        "target": event.target,
        "scale": event.scale,
        "when": time_shape(event.when),
        "place": {"id": event.place_id or None, "name": event.place, "precision": event.where_precision},
        "country": event.country,
        "sides": [{"role": role, "id": id_ or None, "name": name} for role, id_, name in event.sides],
        "killed": bound_shape(event.killed),
        "injured": bound_shape(event.injured),
        "origins": event.origins,
        "documents": event.documents,
        "modality": str(event.modality),
        "disputed": event.disputed,
        "why": event.why,
        "claims": list(event.claim_ids),
        "status": "machine reading, not verified",
    }


def relation_line(relation: Relation) -> Shape:
    """Give a relation of two actors."""
    return {
        "id": relation.id,
        "title": relation_title(relation),
        "subject": {"id": relation.subject_id or None, "name": relation.subject},
        "type": relation.type,
        "object": {"id": relation.object_id or None, "name": relation.object},
        "when": time_shape(relation.when),
        "scope": relation.scope,
        "origins": relation.origins,
        "disputed": relation.disputed,
        "claims": list(relation.claim_ids),
    }


def presence_line(presence: Presence) -> Shape:
    """Give an actor's presence in an area."""
    return {
        "id": presence.id,
        "title": presence_title(presence),
        "actor": {"id": presence.actor_id or None, "name": presence.actor},
        "place": {"id": presence.place_id or None, "name": presence.place, "parts": presence.parts},
        "degree": presence.degree,
        "when": time_shape(presence.when),
        "origins": presence.origins,
        "claims": list(presence.claim_ids),
    }


def place_line(place: Place) -> Shape:
    """Give a place; only a settlement has a point."""
    country, first, second = place.admin
    return {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country or country,
        "adm_1": first,
        "adm_2": second,
        "latitude": place.latitude,
        "longitude": place.longitude,
    }
