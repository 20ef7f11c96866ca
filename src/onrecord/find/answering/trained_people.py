"""People without a name whom a text tells to be victims: fillers of MUC-4 with their number and effect.

Phrases with one noun name the same people. They are as likely victims as the likeliest of these phrases is,
by a logistic regression over traits (`people_traits.py`), whose weights are vocabulary/muc_people_weights
(`training/fit_people.py` fits them on the keys of the development part).

Source: MUC-4 template documentation part 1, sections 7.19 and 7.22 to 7.24 (1992): a victim is described
where the text has no name for it, a number is given for each description.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import log, log1p
from typing import NamedTuple

from onrecord.answers import Entity
from onrecord.find.answering.people_names import Names
from onrecord.find.answering.people_traits import HARMED, Seen, Traits, seen_in
from onrecord.find.models.trained.incident_sure import Rule, likelihood
from onrecord.find.sentence import Sentence
from onrecord.vocabulary import rows

__all__ = ["Described", "described", "groups_of", "traits_of"]

LEAST = 0.35
"""Likelihood from which on people are victims: best for F of all slots in folds of the development part."""
MOST = 12
"""Phrases with one noun that are looked at."""
SHARED = ("by", "says", "acts")
"""Signs of which it counts in how many of the phrases they are seen."""
_ABOVE = "more than"
_ONE, _SEVERAL = (1.0, 1.0), (2.0, None)
Numbers = tuple[float | None, float | None]


class Described(NamedTuple):
    """Victims without a name and where in the text they stand."""

    start: int
    entity: Entity


def described(sentences: Iterable[Sentence], names: Names) -> Iterator[Described]:
    """Give the people without a name who are likely victims, in the order of the text."""
    found: list[Described] = []
    for group in groups_of(sentences, names):
        judged = [
            (likelihood(traits, _weights()), seen)
            for traits, seen in zip(traits_of(group), group, strict=True)
        ]
        judged.sort(key=lambda pair: -pair[0])
        if judged[0][0] >= LEAST:
            found += _told_of(judged)
    yield from sorted(found, key=lambda one: one.start)


def groups_of(sentences: Iterable[Sentence], names: Names) -> list[list[Seen]]:
    """Give the first phrases for people with each noun."""
    groups: defaultdict[str, list[Seen]] = defaultdict(list)
    for place, sentence in enumerate(sentences):
        for seen in seen_in(sentence, place, names):
            group = groups[seen.phrase.noun]
            if len(group) < MOST:
                group.append(seen)
    return list(groups.values())


def traits_of(group: Sequence[Seen]) -> list[Traits]:
    """Give the traits of each phrase of a group, with what the others say."""
    counted = [one.outcome != "" for one in group]
    shared = {f"share {sign}": sum(sign in one.traits for one in group) / len(group) for sign in SHARED}
    return [
        one.traits
        | shared
        | {"phrases": log(len(group)), "others counted": log1p(sum(counted) - counted[at])}
        for at, one in enumerate(group)
    ]


def _told_of(judged: Sequence[tuple[float, Seen]]) -> list[Described]:
    """Give the people of a group once; twice where the text counts some killed and others injured."""
    rows_of: dict[str, Seen] = {}
    for share, seen in judged:
        if share >= LEAST and seen.phrase.number and seen.outcome in HARMED:
            rows_of.setdefault(seen.effect, seen)
    if len({_numbers(seen) for seen in rows_of.values()}) > 1:
        return [_entity(seen, _numbers(seen), effect) for effect, seen in rows_of.items()]
    best = judged[0][1]
    numbered = sorted(
        (seen for share, seen in judged if share >= LEAST / 2 and seen.phrase.number), key=_is_vague
    )
    effect = next((seen.effect for _, seen in judged if seen.effect), "")
    return [_entity(best, _numbers(next(iter(numbered), best)), effect)]


def _entity(seen: Seen, numbers: Numbers, effect: str) -> Described:
    return Described(seen.start, Entity((seen.words,), numbers, effect))


def _numbers(seen: Seen) -> Numbers:
    """Give least and greatest number as the keys have them: "several" is 2-, "more than 30" is 30-."""
    number = seen.phrase.number
    if number is None or _is_vague(seen):
        return _SEVERAL if seen.phrase.several or number else _ONE
    return (number.low - 1 if number.hedge == _ABOVE and number.low else number.low, number.high)


def _is_vague(seen: Seen) -> bool:
    """Tell "several" and "dozens", which the keys take for more than one and no more."""
    number = seen.phrase.number
    return number is not None and number.high is None and number.hedge not in {_ABOVE, "at least"}


@cache
def _weights() -> Rule:
    return {row["trait"]: float(row["weight"]) for row in rows("muc_people_weights")}
