"""How sure the rules are of a claim: a start value from the tables, and what the words around it add."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.records import Modality, Polarity, Which

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.find.sentence import Sentence
    from onrecord.records import Claim

__all__ = ["FEATURES", "Feature", "confidence_of"]

_LONG = 60
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "them"})
_PARTIES = frozenset({"agent", "side", "speaker", "subject"})
_SUFFERERS = frozenset({"target", "victim", "object", "recipient"})


@dataclass(frozen=True, slots=True)
class Feature:
    """Something that a claim has, and how much surer or less sure that makes it."""

    name: str
    holds: Callable[[Claim, Sentence], bool]
    weight: float


def _filled(claim: Claim, names: frozenset[str]) -> bool:
    return any(role.name in names for role in claim.roles)


# Weights were set by reading what the rules find on texts of several outlets; no gold was fitted.
FEATURES = (
    Feature("says who", lambda c, _: _filled(c, _PARTIES), 0.05),
    Feature("says to whom", lambda c, _: _filled(c, _SUFFERERS), 0.04),
    Feature("says where", lambda c, _: _filled(c, frozenset({"place"})), 0.03),
    Feature("says when", lambda c, _: any(t.which is Which.HAPPENED for t in c.times), 0.03),
    Feature("counts casualties", lambda c, _: bool(c.casualties), 0.05),
    Feature("who is a pronoun", lambda c, _: any(r.span.words.lower() in _PRONOUNS for r in c.roles), -0.08),
    Feature("nobody and nowhere", lambda c, _: not c.roles, -0.2),
    Feature("not stated as actual", lambda c, _: c.modality is not Modality.ACTUAL, -0.05),
    Feature("denied in the words", lambda c, _: c.polarity is Polarity.NEGATIVE, -0.05),
    Feature("long sentence", lambda _, s: len(s.tokens) > _LONG, -0.08),
    Feature("not English", lambda _, s: s.language not in {"en", "und", ""}, -0.2),
)


def confidence_of(claim: Claim, sentence: Sentence) -> float:
    """Give the claim's confidence between 0.05 and 0.95, in steps of a hundredth."""
    value = claim.confidence + sum(f.weight for f in FEATURES if f.holds(claim, sentence))
    return round(min(0.95, max(0.05, value)), 2)
