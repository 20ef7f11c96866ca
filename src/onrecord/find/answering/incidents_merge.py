"""Incidents of one text that are one and the same, joined by a rule that can be read.

Two are the same when their type is, no day of one contradicts the other's, and neither do places
below the country. A long text that tells one attack five times gives one incident.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.answers import Entity, Incident

__all__ = ["joined", "same_entity"]

Part = tuple[str, Entity]


def joined(incidents: Iterable[Incident]) -> tuple[Incident, ...]:
    """Join each incident to the first before it that is the same one, in the order of the text.

    Within an incident too, fillers of a part whose words hold each other become one.
    """
    kept: list[Incident] = []
    for incident in incidents:
        place = next((i for i, other in enumerate(kept) if _same(other, incident)), None)
        if place is None:
            kept.append(replace(incident, parts=_parts(incident.parts)))
        else:
            kept[place] = _join(kept[place], incident)
    return tuple(kept)


def same_entity(one: Entity, other: Entity) -> bool:
    """Tell whether the words of one filler hold the words of the other."""
    mine, theirs = _words(one), _words(other)
    return mine <= theirs or theirs <= mine


def _words(entity: Entity) -> frozenset[str]:
    return frozenset(word for word in entity.mentions[0].lower().split() if word not in ("the", "a", "an"))


def _same(one: Incident, other: Incident) -> bool:
    return one.type == other.type and not _apart(one, other) and not _elsewhere(one, other)


def _apart(one: Incident, other: Incident) -> bool:
    if not (one.earliest and other.earliest):
        return False
    return one.earliest > (other.latest or "9") or other.earliest > (one.latest or "9")


def _elsewhere(one: Incident, other: Incident) -> bool:
    shorter = min(len(one.places), len(other.places))
    return one.places[:shorter] != other.places[:shorter]


def _join(one: Incident, other: Incident) -> Incident:
    dated = one if one.earliest or not other.earliest else other
    return replace(
        one,
        parts=_parts((*one.parts, *other.parts)),
        earliest=dated.earliest,
        latest=dated.latest,
        places=max(one.places, other.places, key=len),
        score=max(one.score, other.score),
    )


def _parts(parts: Iterable[Part]) -> tuple[Part, ...]:
    kept: list[Part] = []
    for part, entity in parts:
        at = next((i for i, (p, e) in enumerate(kept) if p == part and same_entity(e, entity)), None)
        if at is None:
            kept.append((part, entity))
        else:
            kept[at] = part, _fuller(kept[at][1], entity)
    return tuple(kept)


def _fuller(one: Entity, other: Entity) -> Entity:
    """Keep the longer words and whatever either states."""
    longer = max(one, other, key=lambda entity: (entity.name, len(_words(entity))))
    return replace(
        longer,
        numbers=one.numbers if one.numbers != (None, None) else other.numbers,
        effect=one.effect or other.effect,
        confidence=one.confidence or other.confidence,
    )
