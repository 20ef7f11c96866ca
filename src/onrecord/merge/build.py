"""A cluster of claims -> one event: its values by rules that one can read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from onrecord.merge.fact import OPEN, Fact, Where
from onrecord.merge.figures import bound_of, dead_by_status, figures_differ
from onrecord.records import Anchor, Event, Precision, When

__all__ = ["build_event", "join_intervals"]

FINEST = (
    Precision.DAY,
    Precision.WEEK,
    Precision.MONTH,
    Precision.SEASON,
    Precision.QUARTER,
    Precision.HALF,
    Precision.RANGE,
    Precision.YEAR,
    Precision.DECADE,
    Precision.OPEN,
)


def build_event(event_id: str, facts: Sequence[Fact], why: str) -> Event:
    """Give the event that these facts add up to; they hold one at least that counts."""
    asserted = sorted((f for f in facts if f.counts), key=lambda f: (f.origin, f.claim.id))
    where = _best_place(asserted)
    killed = bound_of(asserted, "killed")
    return Event(
        id=event_id,
        claim_ids=tuple(sorted(f.claim.id for f in facts)),
        type=_most(f.claim.type for f in asserted),
        method=_most(f.claim.method for f in asserted if f.claim.method != "none_stated") or "none_stated",
        target=_most(f.claim.target for f in asserted if f.claim.target != "none_stated") or "none_stated",
        scale=_most(f.claim.scale for f in asserted),
        when=join_intervals([f.when for f in asserted]),
        place_id=where.place.id if where else "",
        place=where.place.name if where else "",
        where_precision=where.precision if where else 0,
        country=_country(where, asserted),
        sides=_sides(asserted),
        killed=killed,
        injured=bound_of(asserted, "injured"),
        origins=len({f.origin for f in asserted}),
        documents=len({f.document_id for f in asserted}),
        disputed=any(f.against for f in facts) or figures_differ(asserted),
        why=why,
        dead=dead_by_status(asserted, killed.best),
    )


def _most(values: Iterable[str]) -> str:
    """Give the commonest value; ties go by the alphabet, so that order does not matter."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value), default="")


def join_intervals(whens: Sequence[When]) -> When:
    """Give what all intervals share, with the finest one's precision; their hull as a range when they do not.

    Open intervals say nothing. The flag of a fallback (publication, text) stays unless one stated it.
    """
    known = sorted(
        (when for when in whens if when.earliest or when.latest),
        key=lambda w: (
            FINEST.index(w.precision),
            w.anchor is not Anchor.STATED,
            w.earliest or "",
            w.latest or "",
            w.words,
        ),
    )
    if not known:
        return OPEN
    earliest = max((w.earliest for w in known if w.earliest), default=None)
    latest = min((w.latest for w in known if w.latest), default=None)
    if earliest and latest and earliest > latest:
        return _hull(known)
    return When(earliest, latest, known[0].precision, _anchor(known), known[0].words)


def _hull(known: Sequence[When]) -> When:
    earliest = None if any(not w.earliest for w in known) else min(w.earliest or "" for w in known)
    latest = None if any(not w.latest for w in known) else max(w.latest or "" for w in known)
    return When(earliest, latest, Precision.RANGE, _anchor(known), known[0].words)


def _anchor(known: Sequence[When]) -> Anchor:
    anchors = {when.anchor for when in known}
    return Anchor.STATED if Anchor.STATED in anchors else min(anchors)


def _best_place(facts: Sequence[Fact]) -> Where | None:
    """Give the place of the finest precision; among those the one that most origins name."""
    votes = {(where, fact.origin) for fact in facts for where in fact.where}
    counts = Counter(where for where, _ in votes)
    return min(counts, key=lambda w: (w.precision, -counts[w], w.place.id), default=None)


def _country(where: Where | None, facts: Sequence[Fact]) -> str:
    if where:
        return where.place.country
    return _most(w.place.country for f in facts for w in f.where)


def _sides(facts: Sequence[Fact]) -> tuple[tuple[str, str, str], ...]:
    """Give (role, actor id, name) once each; a bare name gives way to a linked one of its role."""
    parties = {(p.role, p.actor_id, p.name) for f in facts for p in f.parties}
    linked = {role for role, actor_id, _ in parties if actor_id}
    kept = {(r, i, n) for r, i, n in parties if i or r not in linked}
    by_actor: dict[tuple[str, str], tuple[str, str, str]] = {}
    for role, actor_id, name in sorted(kept):
        by_actor.setdefault((role, actor_id or name), (role, actor_id, name))
    return tuple(sorted(by_actor.values()))
