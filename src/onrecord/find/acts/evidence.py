"""The smallest words that carry a claim: from the first to the last of trigger, roles and casualties."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.find.acts.drafts import Draft
    from onrecord.find.words.clauses import Clauses
    from onrecord.find.words.frame import Frame
    from onrecord.records import Casualty, Span

__all__ = ["MAX_EVIDENCE", "extent_of"]

MAX_EVIDENCE = 40


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
    stretches = [(p.first, p.last) for _, p in draft.roles if clauses.of_token[p.first] in draft.clauses]
    for casualty in casualties:
        spans: tuple[Span | None, ...] = (casualty.number.span, casualty.victims)
        stretches.extend((frame.token_at(s.start), frame.token_at(s.end - 1)) for s in spans if s)
    for begin, end in sorted(stretches, key=lambda s: max(first - s[0], s[1] - last)):
        wide = min(first, begin), max(last, end)
        if wide[1] - wide[0] < MAX_EVIDENCE:
            first, last = wide
    return first, last
