"""A pronoun that does what its own sentence reports is who reports it: "the army said it had killed ten".

Only an organisation is put in its place, only where it speaks first hand, and only for what it is said to do.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.records import Kind, MentionKind, claim_id

if TYPE_CHECKING:
    from onrecord.records import Claim, Mention, Span

__all__ = ["with_speaker"]

_PRONOUNS = frozenset({"it", "they", "we"})
_DOING = frozenset({"agent", "side"})


def with_speaker(claim: Claim, names: tuple[Mention, ...]) -> Claim:
    """Give the claim with the speaker's words in the place of the pronoun that stands for it."""
    speaker = _organisation(claim, names)
    doing = [r for r in claim.roles if r.name in _DOING and r.span.words.lower() in _PRONOUNS]
    if (
        claim.kind is not Kind.EVENT
        or speaker is None
        or len(doing) != 1
        or doing[0].span.start < speaker.end
    ):
        return claim
    if any(role.span == speaker for role in claim.roles):
        return claim
    pronoun = doing[0].span
    roles = tuple(replace(role, span=speaker) if role == doing[0] else role for role in claim.roles)
    casualties = tuple(
        replace(c, inflicted_by=speaker) if c.inflicted_by == pronoun else c for c in claim.casualties
    )
    ident = claim_id(claim.kind, claim.evidence, roles)
    return replace(claim, id=ident, roles=roles, casualties=casualties)


def _organisation(claim: Claim, names: tuple[Mention, ...]) -> Span | None:
    """Give the actor that is the claim's one source; "a spokesman of X" is not X."""
    who = claim.sources[0].who if len(claim.sources) == 1 else None
    if who is None:
        return None
    inside = [m for m in names if who.start <= m.span.start and m.span.end <= who.end]
    actors = [m for m in inside if m.kind is MentionKind.ACTOR and m.span.end == who.end]
    others = [m for m in inside if m.kind in {MentionKind.PERSON, MentionKind.GROUP}]
    return actors[0].span if len(actors) == 1 and not others else None
