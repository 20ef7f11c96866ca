"""Which attributions speak for a claim, and the chain of sources that they make, nearest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.find.sentence import Attribution
    from onrecord.records import Claim, Source

__all__ = ["chain_of", "over"]

_SHARE = 0.6  # a subject shared with the clause before may lie outside what the source speaks for


def over(claim: Claim, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Give the attributions that speak for most of a claim's evidence, narrowest first."""
    size = claim.evidence.end - claim.evidence.start
    covering = [a for a in attributions if _shared(claim, a) >= _SHARE * size and not _is_own_cue(claim, a)]
    return tuple(sorted(covering, key=lambda a: (a.end - a.start, a.start)))


def _shared(claim: Claim, attribution: Attribution) -> int:
    return min(claim.evidence.end, attribution.end) - max(claim.evidence.start, attribution.start)


def _is_own_cue(claim: Claim, attribution: Attribution) -> bool:
    """Tell whether the speech itself is the claim ("accused", "claimed responsibility"), not its content."""
    cues = [source.cue for source in attribution.sources if source.cue is not None]
    return any(claim.evidence.start <= cue.start and cue.end <= claim.evidence.end for cue in cues)


def chain_of(claim: Claim, attributions: tuple[Attribution, ...]) -> tuple[Source, ...]:
    """Give the sources of a claim: what its pattern says, then the attributions over it, each once."""
    chain = (*claim.sources, *(source for a in attributions for source in a.sources))
    return tuple(dict.fromkeys(chain))
