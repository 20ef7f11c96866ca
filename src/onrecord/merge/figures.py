"""Claims' casualties -> an event's figures: one an origin, low, best, high, and whose dead they are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from statistics import median_low

from onrecord.merge.fact import Fact
from onrecord.records import Bound, Casualty, Number

__all__ = ["bound_of", "dead_by_status", "figures_differ", "total_of"]


def bound_of(facts: Sequence[Fact], outcome: str) -> Bound:
    """Give low, best, high over origins: low and high are the least and the greatest that anybody states.

    Best is the middle figure (the lower of two), as recorders that keep all reports do. "At least 80"
    has no vote where another origin counts more: it says only that there are no fewer. "More than
    eighty" gives no high of its own.
    """
    numbers = list(figures_of(facts, outcome).values())
    lows = [n.low for n in numbers if n.low is not None]
    if not lows:
        return Bound()
    votes = [n.low for n in numbers if n.low is not None and (n.high is not None or n.low >= max(lows))]
    unbounded = all(n.high is None for n in numbers)
    highs = [n.high if n.high is not None else n.low or 0 for n in numbers]
    return Bound(min(lows), median_low(votes), None if unbounded else max(highs))


def figures_of(facts: Sequence[Fact], outcome: str) -> dict[str, Number]:
    """Give one figure an origin: the largest of its latest report.

    A report that gives an early count and a later one gives the later one second and larger; without
    its words for when each was made, nothing better is known.
    """
    found: dict[str, tuple[tuple[str, float], Number]] = {}
    for fact in facts:
        total = total_of(fact.claim.casualties, outcome)
        if total and (rank := (fact.published, total.low or 0)) >= found.get(fact.origin, (("", 0), None))[0]:
            found[fact.origin] = (rank, total)
    return {origin: total for origin, (_, total) in found.items()}


def dead_by_status(facts: Sequence[Fact], best: float | None) -> tuple[tuple[str, float], ...]:
    """Split the best figure by the victims' status, as the claim that states it does."""
    for fact in facts:
        total = total_of(fact.claim.casualties, "killed")
        if total and total.low == best:
            split: dict[str, float] = {}
            for row in _whole(fact.claim.casualties, "killed"):
                split[row.status] = split.get(row.status, 0) + (row.number.low or 0)
            return tuple(sorted(split.items()))
    return ()


def _whole(casualties: Sequence[Casualty], outcome: str) -> list[Casualty]:
    """Give the rows that add up to a claim's figure: parts of a total stay out of it."""
    rows = [c for c in casualties if c.outcome == outcome and c.number.low is not None]
    whole = [c for c in rows if c.scope != "part"] or rows
    if any(c.scope == "cumulative" for c in whole):
        return [max(whole, key=lambda c: c.number.low or 0)]
    return whole


def total_of(casualties: Sequence[Casualty], outcome: str) -> Number | None:
    """Give one claim's figure: its total rows added up, or the largest cumulative one."""
    whole = _whole(casualties, outcome)
    if not whole:
        return None
    first = whole[0].number
    low = sum(c.number.low or 0 for c in whole)
    highs = [c.number.high for c in whole]
    high = None if None in highs else sum(h for h in highs if h is not None)
    return Number(low, high, first.hedge, first.span)


def figures_differ(facts: Sequence[Fact]) -> bool:
    """Say whether two origins state figures of killed or injured that cannot both hold."""
    return any(_apart(figures_of(facts, outcome).values()) for outcome in ("killed", "injured"))


def _apart(numbers: Collection[Number]) -> bool:
    low = max((n.low for n in numbers if n.low is not None), default=None)
    high = min((n.high for n in numbers if n.high is not None), default=None)
    return low is not None and high is not None and low > high
