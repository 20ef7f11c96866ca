"""Parts that one act lends another: the doer in "raids, including a bombing", the target in a halt."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.find.acts.facets import VIOLENT
from onrecord.find.words.event_words import event_words

if TYPE_CHECKING:
    from onrecord.find.acts.drafts import Draft
    from onrecord.find.words.clauses import Clauses
    from onrecord.find.words.frame import Frame

__all__ = ["share_parts"]

_MOVING = frozenset({"advance", "offensive"})
_INCLUDING = event_words("including")
_TOLD_OF = frozenset({"relative", "complement"})
_NEAR, _BACK = 4, 6


def share_parts(frame: Frame, clauses: Clauses, drafts: list[Draft]) -> None:
    """Fill parts of drafts from their neighbours' in place: the doer of an example, the target of a halt."""
    for before, draft in pairwise(drafts):
        if _is_example(frame, before, draft):
            draft.lend("agent", [placed for name, placed in before.roles if name == "agent"])
    for draft in drafts:
        verb = _halting(frame, draft)
        moving = [placed for name, placed in draft.roles if name == "agent"]
        if verb is None or not moving:
            continue
        for other in drafts:
            if _halts(clauses, other, verb):
                other.lend("target", moving)


def _is_example(frame: Frame, before: Draft, draft: Draft) -> bool:
    """Tell "attacks, including a bombing": the second is one of the first, with no doer of its own."""
    if (
        draft.has("agent", "side")
        or not (before.nominal and draft.nominal)
        or draft.row["act"] not in VIOLENT
    ):
        return False
    opening = range(max(before.last + 1, draft.first - _NEAR), draft.first)
    return any(frame.tokens[at].words.lower() in _INCLUDING for at in opening)


def _halting(frame: Frame, draft: Draft) -> int | None:
    """Give the verb that stops a move: "stalled" in "stalled the rebels' advance"."""
    if draft.row["act"] not in _MOVING or not draft.nominal:
        return None
    back = range(draft.first - 1, max(-1, draft.first - 1 - _BACK), -1)
    return next((at for at in back if frame.is_a(at, "halting")), None)


def _halts(clauses: Clauses, other: Draft, verb: int) -> bool:
    """Tell whether an act before the verb is what does the stopping: it has no target and stands in reach."""
    if other.row["act"] not in VIOLENT or other.last >= verb or other.has("target", "victim", "side"):
        return False
    here, reach = clauses.of_token[verb], {clauses.of_token[verb]}
    if (
        clauses.clauses[here].kind in _TOLD_OF
    ):  # "an assault that stalled ...": the noun stands in the clause before
        reach.add(clauses.clauses[here].parent)
    return bool(other.clauses & reach)
