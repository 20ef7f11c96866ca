"""Whether a judgement on a claim or a mention still holds on a newer reading of the same text."""

from __future__ import annotations

import json
from collections.abc import Sequence

from onrecord.records import Claim, Judgement, Span

__all__ = ["KINDS_OF", "carry", "carry_mention", "kind_seen", "overlap_enough"]

KINDS_OF = {"actor": ("actor", "person", "group"), "place": ("place",), "time": ("time",)}
"""The kinds of mentions that can lead to an actor, to a place, to a date."""


def carry(judgement: Judgement, claims: Sequence[Claim]) -> str | None:
    """Give the id of the claim that a judgement is about among the claims of the reading that counts.

    The same id, else the only claim of the same kind whose evidence shares half of the longer of the two
    spans. None says that the judgement is orphaned.
    """
    if any(claim.id == judgement.target_id for claim in claims):
        return judgement.target_id
    span, kind = judgement.span, kind_seen(judgement)
    if span is None or not kind:
        return None
    near = {c.id for c in claims if c.kind == kind and overlap_enough(span, c.evidence)}
    return near.pop() if len(near) == 1 else None


def carry_mention(judgement: Judgement, there: Sequence[tuple[str, str]]) -> str | None:
    """Give the mention that a judgement is about among those (id, kind) of the very same words.

    The only one whose kind leads to what the judged one's does; None says that the judgement is orphaned.
    """
    fitting = next((kinds for kinds in KINDS_OF.values() if kind_seen(judgement) in kinds), ())
    near = [id_ for id_, kind in there if kind in fitting]
    return near[0] if len(near) == 1 else None


def kind_seen(judgement: Judgement) -> str:
    """Give the kind of what the person saw: the "kind" of the JSON object in `seen`, or ""."""
    try:
        seen = json.loads(judgement.seen or "{}")
    except ValueError:
        return ""
    kind = seen.get("kind", "") if isinstance(seen, dict) else ""
    return kind if isinstance(kind, str) else ""


def overlap_enough(a: Span, b: Span) -> bool:
    """Say whether two spans of one text share at least half of the longer one."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return a.text_id == b.text_id and 2 * shared >= max(a.end - a.start, b.end - b.start)
