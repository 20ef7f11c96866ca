"""Links between claims of one sentence: a bombing is part of attacks it exemplifies; news revises doubt."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.records import Kind, SpeechAct, Tie

if TYPE_CHECKING:
    from onrecord.find.sentence import Sentence
    from onrecord.records import Claim

__all__ = ["ties_of"]

_INCLUDING = re.compile(r"\b(?:including|such as|among them|the latest of)\b", re.IGNORECASE)
_PART_OF = re.compile(r"\b(?:as part of|part of|in the course of)\b", re.IGNORECASE)
_AT_FIRST = re.compile(
    r"\b(?:at first|initially|originally|first (?:denied|dismissed|reported))\b", re.IGNORECASE
)
_LATER = re.compile(r"\b(?:but|however|later|then)\b", re.IGNORECASE)
_LARGE = frozenset({"series", "campaign"})
_REVISING = frozenset({SpeechAct.DENY, SpeechAct.DISMISS, SpeechAct.DOUBT})
_MAX_CLAIMS = 40


def ties_of(sentence: Sentence, claims: tuple[Claim, ...]) -> tuple[Tie, ...]:
    """Give the ties among the claims of one sentence, by the words between them."""
    ordered = sorted(claims, key=lambda c: (c.evidence.start, c.evidence.end))[:_MAX_CLAIMS]
    words = sentence.text.content[sentence.start : sentence.end]
    revises = bool(_AT_FIRST.search(words)) and bool(_LATER.search(words))
    ties = []
    for one, other in combinations(ordered, 2):
        between = sentence.text.content[one.evidence.start : other.evidence.start]
        if one.kind is other.kind is Kind.EVENT:
            if one.scale in _LARGE and _INCLUDING.search(between):
                ties.append(Tie(other.id, one.id, "part_of"))
            elif other.scale in _LARGE and _PART_OF.search(between):
                ties.append(Tie(one.id, other.id, "part_of"))
        if revises and one.kind is other.kind and _doubted(one) and not _doubted(other):
            ties.append(Tie(other.id, one.id, "revises"))
    return tuple(ties)


def _doubted(claim: Claim) -> bool:
    return any(source.act in _REVISING for source in claim.sources)
