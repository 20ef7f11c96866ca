"""How likely words fill a part: a logistic regression over what the network says of them.

One rule is for all parts, with a weight of its own for each part, since texts kept back are few. The weights
are settings that come with the network (`training/tuning/incidents.py` fits them on those texts); without
any, a filler is as likely as its words are inside the part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from math import exp, log

from onrecord.find.models.trained.features import alike
from onrecord.find.models.trained.incident_fillers import PARTS, SAME, Filler
from onrecord.find.models.trained.incident_places import Place

__all__ = ["BIAS", "PLAIN", "Rule", "judged", "likelihood", "odds", "tell_traits"]

Rule = Mapping[str, float]
"""A weight for each trait."""
BIAS = "bias"
PLAIN: Rule = {"inside": 1.0}
EDGE = 1e-4
NEAR = 200
"""Characters within which what fills another part speaks for a filler."""
MOST = 5
"""Places that are counted together."""

OF_PLACE: Mapping[str, Callable[[Place], float]] = {
    "inside": lambda place: odds(place.inside),
    "least": lambda place: odds(place.least),
    "begins": lambda place: odds(place.begins),
    "before": lambda place: odds(place.before),
    "behind": lambda place: odds(place.behind),
    "broken": lambda place: odds(place.broken),
    "other": lambda place: odds(place.other),
    "person": lambda place: odds(place.person),
    "organisation": lambda place: odds(place.organisation),
    "length": lambda place: log(place.words),
    "single": lambda place: float(place.words == 1),
}
"""What is judged of the best place of a filler; shares count by their log odds."""


def odds(share: float) -> float:
    """Give log odds, of shares no nearer to 0 and 1 than EDGE."""
    held = min(1 - EDGE, max(EDGE, share))
    return log(held / (1 - held))


def likelihood(traits: Rule, rule: Rule) -> float:
    """Give the share that a rule gives to traits; a trait without a weight counts nothing."""
    total = rule.get(BIAS, 0.0) + sum(rule.get(name, 0.0) * value for name, value in traits.items())
    return 1 / (1 + exp(-min(30.0, max(-30.0, total))))


def judged(fillers: Iterable[Filler], rule: Rule) -> list[Filler]:
    """Give fillers that have traits with their scores by a rule, likeliest first."""
    scored = (replace(filler, score=likelihood(filler.traits, rule)) for filler in fillers)
    return sorted(scored, key=lambda filler: (-filler.score, filler.words))


def tell_traits(text: str, labels: Mapping[str, float], fillers: Sequence[Filler]) -> None:
    """Fill in the traits of the fillers of a text, which stand beside each other in it."""
    best = [max(one.places, key=lambda place: place.inside * _edges(place)) for one in fillers]
    tops: dict[str, float] = {}
    for one, place in zip(fillers, best, strict=True):
        tops[one.part] = max(tops.get(one.part, 0.0), place.inside)
    text_alone = {
        "relevant": odds(max(labels.values(), default=0.0)),
        "greatest": odds(max(tops.values(), default=0.0)),
    }
    for one, place in zip(fillers, best, strict=True):
        one.traits = {name: trait(place) for name, trait in OF_PLACE.items()} | text_alone
        one.traits |= {part: float(part == one.part) for part in PARTS} | {
            "places": log(len(one.places)),
            "position": min(p.start for p in one.places) / len(text),
            "behind_top": odds(tops[one.part]) - odds(place.inside),
            "clean": max(_edges(p) * (1 - p.before) for p in one.places),
            "type": odds(max(one.types.values(), default=0.0)),
            "together": odds(_together(one, fillers)),
            "near": odds(_near(one, fillers)),
        }


def _edges(place: Place) -> float:
    return place.begins * (1 - place.behind)


def _together(one: Filler, fillers: Sequence[Filler]) -> float:
    """Give how sure the places of all fillers alike are together: each further one counts for less."""
    like = (o for o in fillers if o.part == one.part and alike(o.words, one.words) >= SAME)
    doubt = 1.0
    for rank, share in enumerate(sorted((p.inside for o in like for p in o.places), reverse=True)[:MOST]):
        doubt *= 1 - share / (1 + rank)
    return 1 - doubt


def _near(one: Filler, fillers: Sequence[Filler]) -> float:
    starts = [place.start for place in one.places]
    others = (place for other in fillers if other.part != one.part for place in other.places)
    return max(
        (p.inside for p in others if any(abs(p.start - start) < NEAR for start in starts)), default=0.0
    )
