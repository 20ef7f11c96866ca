"""Which time words belong to a claim, and which of its three times they give.

Words inside the speech clause say when the source spoke; "as of" describes a moment; the rest say
when it happened. A time at the head of the sentence covers all of it, others only their own clause. A
relation told by a noun alone ("X, the head of Y") has no time of its own: the verb's time is not its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.event_words import event_words
from onrecord.find.words.wordforms import is_verb_here
from onrecord.records import Kind, TimeRole, Which

if TYPE_CHECKING:
    from onrecord.find.sentence import Attribution
    from onrecord.find.words.clauses import Clauses
    from onrecord.find.words.frame import Frame
    from onrecord.records import Claim, Mention

__all__ = ["times_of"]

_AS_OF = ("as of", "as at", "currently", "now", "today", "at present", "still", "to date")
_STATES = frozenset({Kind.ESTIMATE, Kind.COMPOSITION, Kind.ASSESSMENT})
_HEAD_TOKENS = 3
_INHERITING = frozenset({"participle", "relative"})


def times_of(
    frame: Frame, clauses: Clauses, claim: Claim, times: tuple[Mention, ...], over: tuple[Attribution, ...]
) -> tuple[TimeRole, ...]:
    """Give the claim's times: of its own clause, of the clause it hangs on, or of the sentence's head."""
    said = {m.span for attribution in over for m in attribution.said}
    free = [m for m in times if m.span not in said and not _in_speech(m, over)]
    own = _own(frame, clauses, claim, [m for m in free if not _of_report(frame, m)])
    roles = [TimeRole(_which(frame, claim, m), m.span) for m in own]
    roles += [TimeRole(Which.SAID, span) for span in sorted(said, key=lambda s: s.start)]
    return tuple(roles)


def _of_report(frame: Frame, mention: Mention) -> bool:
    """Tell "its figures of 12 December": the date of a report is not the event's."""
    at = frame.token_at(mention.span.start)
    if at < 2 or frame.tokens[at - 1].words.lower() not in {"of", "from", "on", "dated"}:  # noqa: PLR2004
        return False
    return frame.tokens[at - 2].lemma in event_words("report_noun")


def _in_speech(mention: Mention, over: tuple[Attribution, ...]) -> bool:
    """Tell whether a time stands outside what the source speaks for: it is no time of the content."""
    return any(not (a.start <= mention.span.start < a.end) for a in over) and bool(over)


def _own(frame: Frame, clauses: Clauses, claim: Claim, times: list[Mention]) -> list[Mention]:
    first, last = frame.token_at(claim.evidence.start), frame.token_at(claim.evidence.end - 1)
    held = {clauses.of_token[i] for i in range(first, min(last + 1, len(clauses.of_token)))}
    if claim.kind is Kind.RELATION and not any(is_verb_here(frame, i) for i in range(first, last + 1)):
        return [m for m in times if first <= frame.token_at(m.span.start) <= last]
    inside = [m for m in times if _clause(frame, clauses, m) in held]
    if inside:
        return inside
    for number in sorted(held):
        clause = clauses.clauses[number]
        if clause.kind in _INHERITING and clause.parent >= 0:
            held.add(clause.parent)
    inherited = [m for m in times if _clause(frame, clauses, m) in held]
    return (
        inherited
        or [m for m in times if _heads(frame, m)]
        or [m for m in times if _opens(frame, clauses, m, held)]
    )


def _clause(frame: Frame, clauses: Clauses, mention: Mention) -> int:
    at = frame.token_at(mention.span.start)
    return clauses.of_token[at] if at < len(clauses.of_token) else -1


def _heads(frame: Frame, mention: Mention) -> bool:
    return frame.token_at(mention.span.start) < _HEAD_TOKENS


def _opens(frame: Frame, clauses: Clauses, mention: Mention, held: set[int]) -> bool:
    """Take ", in early 2018, the group attacked ..." for a time of the clause right after it."""
    last = frame.token_at(mention.span.end - 1)
    return any(0 < clauses.clauses[number].first - last <= _HEAD_TOKENS for number in held)


def _which(frame: Frame, claim: Claim, mention: Mention) -> Which:
    words = mention.span.words.lower()
    at = frame.token_at(mention.span.start)
    before = " ".join(token.words.lower() for token in frame.tokens[max(0, at - 2) : at])
    if claim.kind is Kind.EVENT and words in {"today", "now"}:
        return Which.HAPPENED
    if words.startswith(_AS_OF) or before.endswith(("as of", "as at")):
        return Which.AS_OF
    return Which.AS_OF if claim.kind in _STATES else Which.HAPPENED
