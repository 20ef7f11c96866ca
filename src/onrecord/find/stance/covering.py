"""Which attributions speak for a claim, and the chain of sources that they make, nearest first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.records import Kind

if TYPE_CHECKING:
    from onrecord.find.sentence import Attribution, Sentence
    from onrecord.records import Claim, Source

__all__ = ["chain_of", "over", "without_asides"]

# Acts of events that are speech themselves: their own verb is no source of them.
_SPOKEN = frozenset(
    {
        "accusation",
        "announcement",
        "claim_of_responsibility",
        "concession",
        "declaration",
        "denial",
        "rejection",
        "request",
        "threat",
    }
)
_ASIDE = re.compile(r"\w, (?:the|a|an|its|their|former)\b")
_QUOTE = re.compile(r"[\"“„«]")
_SHARE = 0.6  # a subject shared with the clause before may lie outside what the source speaks for


def over(claim: Claim, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Give the attributions that speak for most of a claim's evidence, narrowest first."""
    covering = [
        a for a in attributions if _shared(claim, a) >= _SHARE * _told(claim, a) and not _is_own(claim, a)
    ]
    return tuple(sorted(covering, key=lambda a: (a.end - a.start, a.start)))


def without_asides(
    sentence: Sentence, claim: Claim, attributions: tuple[Attribution, ...]
) -> tuple[Attribution, ...]:
    """Leave out who does not speak for an aside: "X, head of the Front" is the writer's, unless quoted."""
    if claim.kind is not Kind.RELATION or _ASIDE.search(claim.evidence.words) is None:
        return attributions
    content = sentence.text.content
    return tuple(a for a in attributions if _QUOTE.search(content, max(a.start - 1, 0), a.start + 1))


def _shared(claim: Claim, attribution: Attribution) -> int:
    return min(claim.evidence.end, attribution.end) - max(claim.evidence.start, attribution.start)


def _told(claim: Claim, attribution: Attribution) -> int:
    """Give the length of the evidence without source, cue and the words between: "X, a lawyer, denies"."""
    evidence, (source, *_) = claim.evidence, attribution.sources
    spans = [(span.start, span.end) for span in (source.who, source.cue) if span is not None]
    if source.who and source.cue and source.who.end <= source.cue.start < attribution.start:
        spans = [(source.who.start, source.cue.end)]
    spoken = (max(min(evidence.end, end) - max(evidence.start, start), 0) for start, end in spans)
    return evidence.end - evidence.start - sum(spoken)


def _is_own(claim: Claim, attribution: Attribution) -> bool:
    """Tell whether the speech itself is the claim ("accused", "claimed responsibility"), not its content."""
    spoken = claim.kind is Kind.STATEMENT or claim.type in _SPOKEN
    cues = [source.cue for source in attribution.sources if source.cue is not None]
    return spoken and any(claim.evidence.start <= cue.start and cue.end <= claim.evidence.end for cue in cues)


def chain_of(claim: Claim, attributions: tuple[Attribution, ...]) -> tuple[Source, ...]:
    """Give the sources of a claim: what its pattern says, then the attributions over it, each once."""
    chain = (*claim.sources, *(source for a in attributions for source in a.sources))
    return tuple(dict.fromkeys(chain))
