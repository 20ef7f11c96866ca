"""Event claims -> clusters that are one incident each, with the reasons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from onrecord.match import ACCEPTED, cluster
from onrecord.merge.compare import THRESHOLD, compare_claims
from onrecord.merge.fact import Fact
from onrecord.records import Kind

__all__ = ["Decided", "Incident", "find_incidents"]

BUCKET = 60
"""Claims compared with each other under one key; in a larger bucket each meets its next 60 by date and id."""


REASONS = 50
"""Pairs whose reasons are written out for an event."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided: claims that are one incident, claims that are not, claims that do not count."""

    same: frozenset[tuple[str, str]] = frozenset()
    different: frozenset[tuple[str, str]] = frozenset()
    rejected: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Incident:
    """The facts of one incident and why they were put together."""

    facts: tuple[Fact, ...]
    why: str


def find_incidents(facts: Iterable[Fact], decided: Decided = Decided()) -> tuple[Incident, ...]:
    """Give the incidents that actual event claims add up to; a claim against one joins it and founds none."""
    events = {f.claim.id: f for f in facts if f.claim.kind is Kind.EVENT and (f.counts or f.against)}
    scored = {
        (a.claim.id, b.claim.id): compare_claims(a, b)
        for a, b in _pairs(sorted(events.values(), key=lambda f: (f.when.earliest or "", f.claim.id)))
    }
    links = [(a, b, score) for (a, b), (score, _) in scored.items() if score >= THRESHOLD]
    links += [(a, b, ACCEPTED) for a, b in decided.same if a in events and b in events]
    clusters = cluster(events, links, decided.different, THRESHOLD)
    reasons = _reasons(clusters, scored, decided)
    found = (
        Incident(tuple(events[i] for i in sorted(members)), _told(reasons[members])) for members in clusters
    )
    return tuple(
        sorted((i for i in found if any(f.counts for f in i.facts)), key=lambda i: i.facts[0].claim.id)
    )


def _told(reasons: Sequence[str]) -> str:
    """Write the first reasons out; a cluster of a hundred claims has thousands of pairs."""
    rest = len(reasons) - REASONS
    more = [f"and {rest} more pairs"] if rest > 0 else []
    return "; ".join([*reasons[:REASONS], *more]) or "one claim"


def _reasons(
    clusters: Sequence[frozenset[str]],
    scored: Mapping[tuple[str, str], tuple[float, str]],
    decided: Decided,
) -> dict[frozenset[str], list[str]]:
    """Give each cluster the pairs that speak for it, people's first; every pair is looked at once."""
    home = {name: members for members in clusters for name in members}
    reasons: dict[frozenset[str], list[str]] = defaultdict(list)
    for a, b in sorted(decided.same):
        if a in home and home[a] is home.get(b):
            reasons[home[a]].append(f"a person decided that {a} and {b} are one")
    for (a, b), (score, why) in sorted(scored.items()):
        if score >= THRESHOLD and home[a] is home[b]:
            reasons[home[a]].append(f"{a} = {b}: {score:.2f} ({why})")
    return reasons


def _pairs(facts: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    """Give each pair that shares a key once: its text, or a place or actor within a month."""
    buckets: dict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        for key in _keys(fact):
            buckets[key].append(fact)
    seen: set[tuple[str, str]] = set()
    for bucket in buckets.values():
        for a, b in _near(bucket):
            ids = (a.claim.id, b.claim.id)
            if ids not in seen:
                seen.add(ids)
                yield (a, b) if ids[0] < ids[1] else (b, a)


def _near(bucket: Sequence[Fact]) -> Iterator[tuple[Fact, Fact]]:
    if len(bucket) <= BUCKET:
        yield from combinations(bucket, 2)
        return
    for i, fact in enumerate(bucket):
        yield from ((fact, other) for other in bucket[i + 1 : i + 1 + BUCKET])


def _keys(fact: Fact) -> Iterator[tuple[str, ...]]:
    yield ("text", fact.claim.text_id)
    months = {day[:7] for day in (fact.when.earliest, fact.when.latest) if day}
    names = {w.place.country for w in fact.where} | {p.actor_id for p in fact.parties}
    for month in months:
        for name in names - {""}:
            yield (month, name)
