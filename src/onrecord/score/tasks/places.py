"""Place names found and resolved: GeoVirus and LGL, right within 161 km (100 miles).

`places-gold` gives the names' spans: the mark is accuracy at 161 km, and a name without an answer is wrong
(as Gritta et al. 2020 count; recall and F1 are that accuracy, precision is over answered names alone).
`places` gives the text alone: a given name pairs with the gold name that it overlaps most, one to one, and is
right when it lies within 161 km; names that gold leaves without coordinates neither count for nor against.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from statistics import fmean
from typing import cast

from onrecord.answers import Answer, Located, Name, Question, Stretch
from onrecord.score.pairing import pair_up
from onrecord.score.task import Figures, Item, Tally, Task, prf
from onrecord.score.tasks.places_files import Marked, Toponym, read_articles

__all__ = ["TASKS", "kilometres", "within"]

NEAR_KM = 161.0
EARTH_KM = 6371.0
FURTHEST_KM = 20_015.0
"""Half the earth's girth: what a name without an answer is off."""


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Give the great-circle distance of two points in degrees (north, east), by the haversine formula."""
    north, east, far_north, far_east = map(radians, (*one, *other))
    half = sin((far_north - north) / 2) ** 2 + cos(north) * cos(far_north) * sin((far_east - east) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(half)))


def within(given: Located, gold: Toponym) -> float:
    """Give how many kilometres an answer is off; half the earth's girth where it gives no point."""
    if given.latitude is None or given.longitude is None or gold.point is None:
        return FURTHEST_KM
    return kilometres((given.latitude, given.longitude), gold.point)


def _judge_gold(item: Item, answer: Answer) -> Tally:
    given = {one.at: one for one in answer.places}
    asked = [one for one in cast("Marked", item.gold).toponyms if one.point]
    off = [within(given[one.at], one) if one.at in given else FURTHEST_KM for one in asked]
    return Tally(
        {
            "asked": len(asked),
            "given": sum(distance < FURTHEST_KM for distance in off),
            "right": sum(distance <= NEAR_KM for distance in off),
            "settled": sum(one.at in given and bool(given[one.at].id) for one in asked),
            "settled right": sum(
                one.at in given and bool(given[one.at].id) and distance <= NEAR_KM
                for one, distance in zip(asked, off, strict=True)
            ),
            "km": sum(off),
        }
    )


def _figures_gold(tally: Tally) -> Figures:
    precision, accuracy, _ = prf(tally["right"], tally["given"], tally["asked"])
    settled = prf(tally["settled right"], tally["settled"], tally["asked"])
    named = zip(("precision", "recall", "f1"), settled, strict=True)
    parts = {f"settled_{what}": share for what, share in named}
    parts |= {"answered": _share(tally["given"], tally), "mean_km": _share(tally["km"], tally)}
    return Figures(precision, accuracy, accuracy, {"accuracy_161": accuracy, **parts})


def _share(count: float, tally: Tally) -> float:
    return count / tally["asked"] if tally["asked"] else 0.0


def _judge(item: Item, answer: Answer) -> Tally:
    gold = cast("Marked", item.gold).toponyms
    given = answer.places
    shared = {
        (i, j): _common(one.at, other.at)
        for i, one in enumerate(given)
        for j, other in enumerate(gold)
        if one.at.start < other.at.end and other.at.start < one.at.end
    }
    met = [(given[i], gold[j]) for i, j in pair_up(shared)]
    unasked = sum(other.point is None for _, other in met)
    asked = [(one, other) for one, other in met if other.point]
    return Tally(
        {
            "asked": sum(other.point is not None for other in gold),
            "given": len(given) - unasked,
            "found": len(asked),
            "right": sum(within(*pair) <= NEAR_KM for pair in asked),
            "exact": sum(one.at == other.at and within(one, other) <= NEAR_KM for one, other in asked),
        }
    )


def _common(one: Stretch, other: Stretch) -> float:
    """Give the share of code points that two stretches have in common."""
    both = max(0, min(one.end, other.end) - max(one.start, other.start))
    return fmean((both / (one.end - one.start), both / (other.end - other.start))) if both else 0.0


def _figures(tally: Tally) -> Figures:
    parts: dict[str, float] = {}
    for name in ("found", "exact"):
        parts |= {
            f"{name}_{what}": share
            for what, share in zip(
                ("precision", "recall", "f1"), prf(tally[name], tally["given"], tally["asked"]), strict=True
            )
        }
    parts["right_of_found"] = tally["right"] / tally["found"] if tally["found"] else 0.0
    return Figures(*prf(tally["right"], tally["given"], tally["asked"]), parts)


def _items(path: Path, *, task: str) -> Iterator[Item]:
    for marked in read_articles(path):
        names = tuple(Name(one.at, "place") for one in marked.toponyms) if task == "places-gold" else ()
        yield Item(marked.id, Question(task, marked.text, names=names), marked)


TASKS: tuple[Task, ...] = (
    Task(
        "places-gold",
        "GeoVirus, LGL: given place names resolved within 161 km; no answer counts as wrong",
        partial(_items, task="places-gold"),
        _judge_gold,
        _figures_gold,
    ),
    Task(
        "places",
        "GeoVirus, LGL: place names found and resolved within 161 km, F1",
        partial(_items, task="places"),
        _judge,
        _figures,
    ),
)
