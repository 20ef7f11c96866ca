"""Event ids: minted once, kept by the oldest through joins, by the founding claim through splits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.records import hash_id

__all__ = ["Minted", "mint"]

Row = tuple[str, int, str]
Cluster = frozenset[str]


@dataclass(frozen=True, slots=True)
class Minted:
    """Which cluster has which id; the rows to add to the table of ids; who gave way to whom."""

    events: Mapping[str, Cluster]
    rows: tuple[Row, ...]
    redirects: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """The table of ids, read: each event's age and founding claim, each claim's event."""

    age: Mapping[str, int]
    founder: Mapping[str, str]
    home: Mapping[str, str]


def mint(
    clusters: Sequence[Cluster], minted: Sequence[Row], equivalents: Mapping[str, Iterable[str]] | None = None
) -> Minted:
    """Give each cluster of claims its event id.

    `minted` holds (event id, age, claim) in the order in which rows were added; an event's first row names
    its founding claim. `equivalents` names, for a claim of a newer reading, the older claims that it stands
    for. An id follows its founding claim and, where that is gone, the most of its claims. Where several
    ids meet in one cluster the oldest stays and the others redirect to it; they come back when the cluster
    is split again, so that undoing a join undoes it whole. The order of the clusters does not matter.
    """
    known = _read(minted)
    events, redirects = _settle(_followed(clusters, known, equivalents or {}), known)
    rows = [
        (event_id, known.age[event_id], claim)
        for event_id, members in events.items()
        for claim in sorted(members)
        if claim not in known.home
    ]
    taken = set(events.values())
    fresh = sorted((members for members in clusters if members not in taken), key=min)
    for age, members in enumerate(fresh, start=max(known.age.values(), default=0) + 1):
        event_id = hash_id("evt", min(members))
        events[event_id] = members
        rows += [(event_id, age, claim) for claim in sorted(members)]
    return Minted(events, tuple(rows), redirects)


def _read(minted: Sequence[Row]) -> Known:
    age: dict[str, int] = {}
    founder: dict[str, str] = {}
    home: dict[str, str] = {}
    for event_id, seq, claim in minted:
        age.setdefault(event_id, seq)
        founder.setdefault(event_id, claim)
        home[claim] = event_id
    return Known(age, founder, home)


def _followed(
    clusters: Sequence[Cluster], known: Known, equivalents: Mapping[str, Iterable[str]]
) -> dict[Cluster, list[str]]:
    """Give the ids that belong to each cluster, oldest first."""
    ties: dict[str, dict[Cluster, tuple[int, int, int]]] = defaultdict(dict)
    for members in clusters:
        for claim in members | {older for new in members for older in equivalents.get(new, ())}:
            event_id = known.home.get(claim)
            if event_id is not None:
                founds = known.founder[event_id] == claim
                here, stood_for, count = ties[event_id].get(members, (0, 0, 0))
                ties[event_id][members] = (
                    here + (founds and claim in members), stood_for + founds, count + 1
                )  # fmt: skip
    followed: dict[Cluster, list[str]] = defaultdict(list)
    for event_id in sorted(ties, key=lambda i: (known.age[i], i)):
        best = max(ties[event_id].values())
        followed[min((m for m, tie in ties[event_id].items() if tie == best), key=min)].append(event_id)
    return followed


def _settle(
    followed: Mapping[Cluster, Sequence[str]], known: Known
) -> tuple[dict[str, Cluster], tuple[tuple[str, str], ...]]:
    """Let the oldest id keep each cluster; the others redirect to it."""
    events = {ids[0]: members for members, ids in followed.items()}
    redirects = [(loser, ids[0]) for ids in followed.values() for loser in ids[1:]]
    by_age = sorted(events, key=lambda i: (known.age[i], i))
    return {event_id: events[event_id] for event_id in by_age}, tuple(sorted(redirects))
