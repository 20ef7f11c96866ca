"""How much two event claims look like one incident: a visible table of features and weights."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from onrecord.merge.acts import violent_acts
from onrecord.merge.fact import Fact
from onrecord.merge.reference import is_another
from onrecord.records import Place, Precision

__all__ = ["FEATURES", "THRESHOLD", "Feature", "compare_claims"]

THRESHOLD = 0.65
"""Claims at or above are one incident; three of act, time, place, sides, toll, text must agree."""

LONGEST_MONTH = 30


@dataclass(frozen=True, slots=True)
class Feature:
    """A test of two facts, its weight, and what it says in words when it holds."""

    holds: Callable[[Fact, Fact], bool]
    weight: float
    words: str


def _violent(fact: Fact) -> bool:
    return fact.claim.type in violent_acts()


def _same_act(a: Fact, b: Fact) -> bool:
    return a.claim.type == b.claim.type


def _akin(a: Fact, b: Fact) -> bool:
    return not _same_act(a, b) and _violent(a) and _violent(b)


def _other_act(a: Fact, b: Fact) -> bool:
    return not _same_act(a, b) and not (_violent(a) and _violent(b))


def _days(fact: Fact) -> tuple[date, date] | None:
    """Give the interval when both ends are known."""
    if not fact.when.earliest or not fact.when.latest:
        return None
    return date.fromisoformat(fact.when.earliest), date.fromisoformat(fact.when.latest)


def _gap(a: Fact, b: Fact) -> int | None:
    """Give the days between two intervals, 0 when they touch, None when one is open."""
    one, other = _days(a), _days(b)
    if not one or not other:
        return None
    return max(0, (max(one[0], other[0]) - min(one[1], other[1])).days)


def _fine(fact: Fact) -> bool:
    return fact.when.precision in (Precision.DAY, Precision.WEEK)


def _same_day(a: Fact, b: Fact) -> bool:
    gap = _gap(a, b)
    return gap is not None and gap <= 1 and _fine(a) and _fine(b)


def _same_period(a: Fact, b: Fact) -> bool:
    return _gap(a, b) == 0 and not (_fine(a) and _fine(b)) and _short(a) and _short(b)


def _short(fact: Fact) -> bool:
    """Say whether the interval is a month or less: longer ones overlap by chance."""
    days = _days(fact)
    return days is not None and (days[1] - days[0]).days <= LONGEST_MONTH


def _apart(a: Fact, b: Fact) -> bool:
    gap = _gap(a, b)
    return gap is not None and gap > 1


def _shared_places(a: Fact, b: Fact) -> set[str]:
    kinds = {w.place.id: w.place.kind for w in a.where}
    return {kinds[w.place.id] for w in b.where if w.place.id in kinds}


def _same_place(a: Fact, b: Fact) -> bool:
    return bool(_shared_places(a, b) - {"country", "region"})


def _same_country(a: Fact, b: Fact) -> bool:
    return bool(_shared_places(a, b)) and not _same_place(a, b)


def _inside(a: Fact, b: Fact) -> bool:
    """One place holds the other: a first-level area and a town in it, a country and its area."""
    return not _shared_places(a, b) and any(
        x.place.name in y.place.admin or y.place.name in x.place.admin for x in a.where for y in b.where
    )


def _elsewhere(a: Fact, b: Fact) -> bool:
    apart = [_apart_in_space(x.place, y.place) for x in a.where for y in b.where]
    return bool(apart) and all(apart) and not _shared_places(a, b) and not _inside(a, b)


def _apart_in_space(one: Place, other: Place) -> bool:
    """Say whether two places differ for sure: a town may lie in a district that its entry does not name."""
    unsure = {one.kind, other.kind} == {"settlement", "adm2"} and "" in {one.admin[2], other.admin[2]}
    return not (unsure and one.admin[:2] == other.admin[:2])


def _actors(fact: Fact) -> set[str]:
    return {party.actor_id for party in fact.parties if party.actor_id}


def _shared_actor(a: Fact, b: Fact) -> bool:
    return bool(_actors(a) & _actors(b))


def _other_actors(a: Fact, b: Fact) -> bool:
    return bool(_actors(a) and _actors(b)) and not _shared_actor(a, b)


def _killed(fact: Fact) -> list[tuple[float, float]]:
    rows_ = [c.number for c in fact.claim.casualties if c.outcome == "killed"]
    return [(n.low, n.high if n.high is not None else n.low) for n in rows_ if n.low is not None]


def _close_toll(a: Fact, b: Fact) -> bool:
    return any(
        low <= high2 * 1.25 and low2 <= high * 1.25
        for low, high in _killed(a)
        for low2, high2 in _killed(b)
        if min(high, high2) > 0
    )


def _same_method(a: Fact, b: Fact) -> bool:
    return a.claim.method == b.claim.method not in {"", "none_stated"}


def _other_method(a: Fact, b: Fact) -> bool:
    stated = {a.claim.method, b.claim.method} - {"", "none_stated"}
    return len(stated) == 2  # noqa: PLR2004 - both are stated and they differ


def _same_text(a: Fact, b: Fact) -> bool:
    return a.claim.text_id == b.claim.text_id


def _title_and_body(a: Fact, b: Fact) -> bool:
    """Say whether one is the title of the other: it tells what its text tells unless something differs."""
    return _same_text(a, b) and a.titled != b.titled


def _refers(a: Fact, b: Fact) -> bool:
    return b.claim.id == a.refers_to or a.claim.id == b.refers_to


def _another(a: Fact, b: Fact) -> bool:
    return _same_text(a, b) and is_another(a) != is_another(b)


def _other_scale(a: Fact, b: Fact) -> bool:
    return a.claim.scale != b.claim.scale


FEATURES: tuple[Feature, ...] = (
    Feature(_same_act, 0.25, "same act"),
    Feature(_akin, 0.10, "both acts of violence"),
    Feature(_other_act, -0.60, "different acts"),
    Feature(_same_day, 0.30, "same day or the next"),
    Feature(_same_period, 0.15, "intervals overlap"),
    Feature(_apart, -0.80, "different days"),
    Feature(_same_place, 0.25, "same place"),
    Feature(_same_country, 0.05, "same country or region"),
    Feature(_inside, 0.15, "one place lies in the other"),
    Feature(_elsewhere, -0.50, "different places"),
    Feature(_shared_actor, 0.15, "an actor in common"),
    Feature(_other_actors, -0.20, "other actors"),
    Feature(_close_toll, 0.20, "close death tolls"),
    Feature(_same_method, 0.10, "same method"),
    Feature(_other_method, -0.15, "different methods"),
    Feature(_same_text, 0.10, "same text"),
    Feature(_refers, 0.35, "one goes back to the other"),
    Feature(_title_and_body, 0.15, "a title and its text"),
    Feature(_another, -0.60, "one is told as another incident"),
    Feature(_other_scale, -0.60, "an incident beside a series or campaign"),
)
"""The whole policy of merging on one screen; first setting by judgement, to be learned from people's."""


def compare_claims(a: Fact, b: Fact) -> tuple[float, str]:
    """Give the score of two event claims as one incident and the features that hold, in words."""
    held = [feature for feature in FEATURES if feature.holds(a, b)]
    why = ", ".join(f"{feature.words} {feature.weight:+.2f}" for feature in held)
    return round(sum(feature.weight for feature in held), 4), why
