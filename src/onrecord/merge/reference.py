"""Which claims of a text go back to one before: "the attack", or dead without time and place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from onrecord.merge.acts import violent_acts
from onrecord.merge.fact import Fact
from onrecord.records import Kind, Precision

__all__ = ["is_another", "refer_back"]

ANOTHER = frozenset({"another", "second", "third", "separate", "separately", "other", "later", "similar"})
"""Words by which a text says that this is not the incident that it told of before."""

DEFINITE = ("the", "this", "that", "these", "those", "its", "their")
"""Words before a noun by which a text says that it was spoken of before."""

REACH = 1_500
"""Code points to look back: about three paragraphs; further away "the attack" may be another."""


def refer_back(facts: Sequence[Fact], content: str) -> tuple[Fact, ...]:
    """Give the facts of one text in order, each with the one before that it goes back to.

    Only acts of violence go back, to the nearest one of their scale that has a time or a place.
    """
    ordered = sorted(facts, key=lambda f: (f.claim.evidence.start, f.claim.evidence.end, f.claim.id))
    longest = max((len(fact.claim.evidence.words) for fact in ordered), default=0)
    told: list[Fact] = []
    meant: list[Fact] = []  # those that a later one may go back to
    for fact in ordered:
        if _violent(fact) and _goes_back(fact, content):
            oldest = fact.claim.evidence.start - REACH - longest
            near = takewhile(lambda f: f.claim.evidence.start >= oldest, reversed(meant))  # noqa: B023 - used here
            before = next((f for f in near if _may_be_meant(f, fact)), None)
            told.append(replace(fact, refers_to=before.claim.id) if before else fact)
        else:
            told.append(fact)
        if _violent(fact) and not _bare(fact):
            meant.append(told[-1])
    return tuple(told)


def _violent(fact: Fact) -> bool:
    return fact.claim.kind is Kind.EVENT and fact.claim.type in violent_acts()


def is_another(fact: Fact) -> bool:
    """Say whether the words tell of a further incident: "killed in a second bombing"."""
    return bool(ANOTHER & set(fact.claim.evidence.words.casefold().split()))


def _goes_back(fact: Fact, content: str) -> bool:
    return not is_another(fact) and (_bare(fact) or _definite(fact, content))


def _bare(fact: Fact) -> bool:
    return not fact.where and fact.when.precision is Precision.OPEN


def _definite(fact: Fact, content: str) -> bool:
    """Say whether the evidence begins with "the", or "the" stands right before it."""
    start = fact.claim.evidence.start
    words = content[max(0, start - 8) : start].casefold().split()[-1:]
    words += fact.claim.evidence.words.casefold().split()[:1]
    return any(word in DEFINITE for word in words)


def _may_be_meant(before: Fact, fact: Fact) -> bool:
    near = fact.claim.evidence.start - before.claim.evidence.end <= REACH
    return near and before.claim.scale == fact.claim.scale
