"""What a person put in place of a machine's reading of words, and how it takes that place.

A correction is a standing judgement with the verdict `correct`. It never edits a fact: links and moments are
derived with it, and a claim's figure is replaced each time that the claim is handed out. So undoing it
gives back what the machine had read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from onrecord.records import (
    Alternative,
    Anchor,
    Casualty,
    Claim,
    Judgement,
    Link,
    Moment,
    Number,
    Precision,
    Target,
    When,
)
from onrecord.store.decided_values import read_figure, read_interval

__all__ = [
    "CORRECT", "OPEN", "Correction", "correct_claim", "correct_links", "correct_moments", "told",
]  # fmt: skip

CORRECT = "correct"
"""The verdict that puts a value in the place of a machine's."""

OPEN = "open"
"""The value that says that the words lead nowhere, or to no date."""

ACTOR = "act:"
CERTAIN = 1.0
"""The score of what a person decided: nothing else was left to weigh."""

NameOf = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Correction:
    """A judgement with the id that it is about in the reading that counts now."""

    judgement: Judgement
    target_id: str

    @property
    def by(self) -> str:
        """Give the name under which what it decides stands among derived rows."""
        return f"judgement {self.judgement.seq}"

    @property
    def why(self) -> str:
        """Give who decided and why."""
        return f"{self.judgement.who} decided: {self.judgement.reason}"


def told(corrections: Sequence[Correction]) -> str:
    """Name the corrections under which a text was resolved, so that others resolve it anew; "" without."""
    numbers = ", ".join(str(one.judgement.seq) for one in corrections)
    return f" corrected by {numbers}" if numbers else ""


def correct_links(
    links: Sequence[Link], corrections: Sequence[Correction], name_of: NameOf
) -> tuple[Link, ...]:
    """Put what people decided in the place of links; the machine's answer stays as the first alternative.

    `name_of` gives the name of an entry by its id, None for one that is no more: then the machine's link
    stays and says so.
    """
    found = {link.mention_id: link for link in links}
    for mention_id, one in _latest(corrections, "link").items():
        decided = _link(found.get(mention_id), one, name_of)
        if decided:
            found[mention_id] = decided
    return tuple(found.values())


def correct_moments(moments: Sequence[Moment], corrections: Sequence[Correction]) -> tuple[Moment, ...]:
    """Put what people decided in the place of moments; `why` says what the machine had read."""
    latest = _latest(corrections, "moment")
    return tuple(_moment(m, latest[m.mention_id]) if m.mention_id in latest else m for m in moments)


def correct_claim(claim: Claim, corrections: Sequence[Correction]) -> Claim:
    """Put the figures that people decided in the place of the claim's; its words stay."""
    casualties = claim.casualties
    for one in corrections:
        if one.judgement.target == "claim" and one.target_id == claim.id:
            outcome, low, high = read_figure(one.judgement.value)
            casualties = tuple(
                _figure(row, low, high) if row.outcome == outcome else row for row in casualties
            )
    return claim if casualties == claim.casualties else replace(claim, casualties=casualties)


def _latest(corrections: Sequence[Correction], target: str) -> dict[str, Correction]:
    """Give the newest correction of each mention: one who corrects again changes their mind."""
    return {one.target_id: one for one in corrections if one.judgement.target == target}


def _link(machine: Link | None, one: Correction, name_of: NameOf) -> Link | None:
    value = "" if one.judgement.value == OPEN else one.judgement.value
    name = name_of(value) if value else ""
    if name is None:
        lost = f"{one.by} names {value}, which is known no more"
        return replace(machine, why=f"{machine.why}; {lost}") if machine else None
    if machine is None:
        target = Target.ACTOR if value.startswith(ACTOR) else Target.PLACE
        return Link(one.target_id, target, value, name, CERTAIN, one.why, one.by) if value else None
    before = Alternative(
        machine.target_id, machine.name or OPEN, machine.score, f"the machine: {machine.why}"
    )
    weighed = (before, *machine.alternatives)
    return Link(machine.mention_id, machine.target, value, name, CERTAIN, one.why, one.by, weighed)


def _moment(machine: Moment, one: Correction) -> Moment:
    value = one.judgement.value
    before = machine.when
    read = f"{before.earliest or '..'} to {before.latest or '..'}, {before.precision}, {before.anchor}"
    if before.precision is Precision.OPEN:
        read = OPEN
    why = f"{one.why}; the machine had read: {read}: {machine.why}"
    if value == OPEN:
        when = When(None, None, Precision.OPEN, Anchor.NONE, before.words)
    else:
        when = When(*read_interval(value), Anchor.NONE, before.words)
    return Moment(machine.mention_id, when, why, one.by)


def _figure(row: Casualty, low: float | None, high: float | None) -> Casualty:
    hedge = "exact" if low == high else "at least" if high is None else "up to" if low is None else "range"
    return replace(row, number=Number(low, high, hedge, row.number.span))
