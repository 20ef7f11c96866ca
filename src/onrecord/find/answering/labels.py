"""Labels of whole texts from claims and words, by the rows of vocabulary/label_rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.answers import Question, Stretch
from onrecord.records import Claim, Reading, Role
from onrecord.vocabulary import Row, rows

__all__ = ["labels_of"]

DOERS = frozenset({"agent", "side", "subject", "speaker", "actor"})
DONE_TO = frozenset({"target", "victim", "object", "recipient", "side", "place"})
APART = 0.6
"""What is left of a row's trust where the question names two parties and the claim is about neither."""

_ANYTHING = re.compile("")


@dataclass(frozen=True, slots=True)
class _Rule:
    """A row; an empty set of alternatives asks for nothing."""

    labels: tuple[str, ...]
    types: frozenset[str]
    polarity: str
    modality: str
    methods: frozenset[str]
    agent: re.Pattern[str]
    words: re.Pattern[str]
    trust: float


def labels_of(question: Question, reading: Reading) -> tuple[tuple[str, float], ...]:
    """Give the labels of the question's scheme that rows speak for, each with the row's trust, surest first.

    Where the question names a source and a target, claims about others count less.
    """
    found: dict[str, float] = {}
    for rule in _rules(question.task):
        trust = _speaks(rule, question, reading)
        for label in rule.labels if trust else ():
            found[label] = max(trust, found.get(label, 0.0))
    return tuple(sorted(found.items(), key=lambda given: -given[1]))


def _speaks(rule: _Rule, question: Question, reading: Reading) -> float:
    """Give how surely a row speaks for its label, 0 where it does not."""
    if not rule.types:
        return rule.trust if rule.words.search(question.text.lower()) else 0.0
    claims = (claim for claim in reading.claims if _holds(rule, claim))
    return max((rule.trust * _weight(question, claim) for claim in claims), default=0.0)


def _holds(rule: _Rule, claim: Claim) -> bool:
    return (
        claim.type in rule.types
        and rule.polarity in ("", claim.polarity)
        and rule.modality in ("", claim.modality)
        and (not rule.methods or claim.method in rule.methods)
        and (rule.agent is _ANYTHING or any(rule.agent.search(words) for words in _doers(claim)))
        and rule.words.search(claim.evidence.words.lower()) is not None
    )


def _doers(claim: Claim) -> Iterable[str]:
    return (role.span.words.lower() for role in claim.roles if role.name in DOERS)


def _weight(question: Question, claim: Claim) -> float:
    if question.source is None or question.target is None:
        return 1.0
    near = _touches(claim.roles, DOERS, question.source) or _touches(claim.roles, DONE_TO, question.target)
    return 1.0 if near else APART


def _touches(roles: tuple[Role, ...], names: frozenset[str], at: Stretch) -> bool:
    return any(r.name in names and r.span.start < at.end and at.start < r.span.end for r in roles)


@cache
def _rules(task: str) -> tuple[_Rule, ...]:
    return tuple(_rule(row) for row in rows("label_rules") if task in row["task"].split("|"))


def _rule(row: Row) -> _Rule:
    return _Rule(
        tuple(row["label"].split("|")),
        _set(row["type"]),
        row["polarity"],
        row["modality"],
        _set(row["method"]),
        _pattern(row["agent"]),
        _pattern(row["words"]),
        float(row["trust"]),
    )


def _set(cell: str) -> frozenset[str]:
    return frozenset(filter(None, cell.split("|")))


def _pattern(cell: str) -> re.Pattern[str]:
    """Compile words separated by |, where * is any ending and a blank any gap; "" is found anywhere."""
    if not cell:
        return _ANYTHING
    words = (re.escape(word).replace(r"\ ", r"\W+").replace(r"\*", r"\w*") for word in cell.split("|"))
    return re.compile(rf"\b(?:{'|'.join(words)})\b")
