"""Who a clause without a subject of its own is about: the first name of the sentence that nothing rules.

"The Front grew harsher; support in Norland began to fade" is about the Front's support. It holds for who is
in a group and for support, which say nothing of anybody alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.find.words.head_mentions import is_governed
from onrecord.records import Kind, MentionKind, Role, claim_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.words.frame import Frame, Placed
    from onrecord.records import Claim

__all__ = ["with_owner"]

_OWNED = {
    Kind.COMPOSITION: frozenset({"composition"}),
    Kind.CONDUCT: frozenset({"support_lost", "support_gained"}),
}


def with_owner(frame: Frame, claim: Claim) -> Claim:
    """Give the claim with the sentence's first actor, where it needs one and names none."""
    if claim.type not in _OWNED.get(claim.kind, ()) or any(role.name == "actor" for role in claim.roles):
        return claim
    first = frame.token_at(claim.evidence.start)
    owner = next(_free(frame, first), None)
    if owner is None:
        return claim
    roles = (Role("actor", owner.mention.span), *claim.roles)
    return replace(claim, id=claim_id(claim.kind, claim.evidence, roles), roles=roles)


def _free(frame: Frame, before: int) -> Iterator[Placed]:
    """Give the actors before a token that no preposition rules and that own nothing ("the Front's man")."""
    for at in range(before):
        for placed in frame.starting.get(at, ())[:1]:
            actor = placed.mention.kind is MentionKind.ACTOR and placed.last < before
            if actor and not is_governed(frame, at) and not frame.is_a(placed.last + 1, "possessive"):
                yield placed
