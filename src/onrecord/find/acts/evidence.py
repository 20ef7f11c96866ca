"""The smallest words that carry a claim: from the first to the last of trigger, roles and casualties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.phrases import ends_phrase
from onrecord.find.words.wordforms import is_verb_here

if TYPE_CHECKING:
    from onrecord.find.acts.drafts import Draft
    from onrecord.find.words.clauses import Clauses
    from onrecord.find.words.frame import Frame
    from onrecord.records import Casualty, Span

__all__ = ["MAX_EVIDENCE", "extent_of"]

MAX_EVIDENCE = 40
_PHRASE = 8


def extent_of(
    frame: Frame, clauses: Clauses, draft: Draft, casualties: tuple[Casualty, ...]
) -> tuple[int, int]:
    """Give first and last token of the evidence: never over MAX_EVIDENCE, never another clause's words.

    A subject that the clause shares with the one before it is a role, yet not part of the evidence
    unless it is near enough.
    """
    first = min(min(t.tokens) for t in draft.triggers)
    last = max(max(t.tokens) for t in draft.triggers)
    if last - first >= MAX_EVIDENCE:
        return draft.first, draft.last
    own = (p for _, p in draft.roles if p.mention.id not in draft.lent)
    stretches = [
        (p.first, p.last)
        for p in own
        if clauses.of_token[p.first] in draft.clauses and not _is_parted(frame, p.last, first)
    ]
    stretches += _brought(frame, draft)
    for casualty in casualties:
        spans: tuple[Span | None, ...] = (casualty.number.span, casualty.victims)
        stretches.extend((frame.token_at(s.start), frame.token_at(s.end - 1)) for s in spans if s)
    for begin, end in sorted(stretches, key=lambda s: max(first - s[0], s[1] - last)):
        wide = min(first, begin), max(last, end)
        if wide[1] - wide[0] < MAX_EVIDENCE:
            first, last = wide
    return first, last


def _is_parted(frame: Frame, subject: int, first: int) -> bool:
    """Tell a subject that another verb took first: "they discussed the threat and agreed on a plan"."""
    between = range(subject + 1, first)
    joint = next((at for at in between if frame.is_a(at, "coordinator")), None)
    return joint is not None and any(is_verb_here(frame, at) for at in range(subject + 1, joint))


def _brought(frame: Frame, draft: Draft) -> list[tuple[int, int]]:
    """Give the phrase behind a trigger that ends in a preposition: "agreed on a joint plan"."""
    last = draft.last
    if draft.nominal or not frame.is_a(last, "preposition"):
        return []
    end = last
    while end + 1 < len(frame.tokens) and end - last < _PHRASE and not ends_phrase(frame, end + 1):
        end += 1
    return [(last, end)] if end > last else []
