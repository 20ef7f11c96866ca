"""Claims, links and judgements -> events, relations, presence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.merge.build import build_event
from onrecord.merge.fact import Fact
from onrecord.merge.incidents import Decided, find_incidents
from onrecord.merge.mint import Minted, mint
from onrecord.merge.relations import build_presences, build_relations
from onrecord.records import Event, Presence, Relation

__all__ = ["Decided", "Merged", "merge_claims"]


@dataclass(frozen=True, slots=True)
class Merged:
    """What claims add up to, and the event ids that were minted or redirected on the way."""

    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    presences: tuple[Presence, ...]
    minted: Minted


def merge_claims(
    facts: Iterable[Fact],
    decided: Decided,
    known: Sequence[tuple[str, int, str]] = (),
    successors: Mapping[str, Iterable[str]] | None = None,
) -> Merged:
    """Give the events, relations and presences of these facts; `known` are the event ids minted so far.

    `successors` names the older claims that a newer reading's claim stands for, so that an event keeps
    its id. Claims that a person rejected take no part. The order of the facts does not matter.
    """
    kept = [fact for fact in facts if fact.claim.id not in decided.rejected]
    incidents = find_incidents(kept, decided)
    clusters = tuple(frozenset(f.claim.id for f in incident.facts) for incident in incidents)
    minted = mint(clusters, known, successors)
    by_cluster = {members: event_id for event_id, members in minted.events.items()}
    events = tuple(
        build_event(by_cluster[members], incident.facts, incident.why)
        for members, incident in zip(clusters, incidents, strict=True)
    )
    return Merged(events, build_relations(kept), build_presences(kept), minted)
