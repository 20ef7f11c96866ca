"""Which time words belong to a claim, and which of its three times they give.

Words inside the speech clause say when the source spoke; "as of" describes a moment; the rest say
when it happened. A time at the head of the sentence covers all of it, others only their own clause. A
relation told by a noun alone ("X, the head of Y") has no time of its own: the verb's time is not its time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.event_words import event_words
from onrecord.find.words.wordforms import is_verb_here
from onrecord.records import Kind, SpeechAct, TimeRole, Which

if TYPE_CHECKING:
    from onrecord.find.sentence import Attribution
    from onrecord.find.words.clauses import Clauses
    from onrecord.find.words.frame import Frame
    from onrecord.records import Claim, Mention, Span

__all__ = ["times_of"]

_AS_OF = ("as of", "as at", "currently", "now", "today", "at present", "still", "to date")
_STATES = frozenset({Kind.ESTIMATE, Kind.COMPOSITION, Kind.ASSESSMENT})
_STANDING = frozenset({"territorial_claim"})
_HEAD_TOKENS = 3
_SEQUENCE = 6
_INHERITING = frozenset({"participle", "relative"})


def times_of(
    frame: Frame, clauses: Clauses, claim: Claim, times: tuple[Mention, ...], over: tuple[Attribution, ...]
) -> tuple[TimeRole, ...]:
    """Give the claim's times: of its own clause, of the clause it hangs on, or of the sentence's head."""
    said = {m.span for attribution in over for m in attribution.said}
    told = tuple(a for a in over if a.sources[0].who is not None)
    free = [m for m in times if m.span not in said and not _in_speech(m, told)]
    known = {clauses.of_token[frame.token_at(cue.start)] for a in over for cue in _known_cues(a)}
    own = _own(frame, clauses, claim, [m for m in free if not _of_report(frame, m)], known)
    roles = [TimeRole(_which(frame, claim, m), m.span) for m in own]
    if claim.kind is Kind.ESTIMATE and not own:  # a count that is told at a time holds at that time
        roles += [TimeRole(Which.AS_OF, span) for span in sorted(said, key=lambda s: s.start)]
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


def _known_cues(attribution: Attribution) -> tuple[Span, ...]:
    """Give the cue of "in 2015 it became clear that": nobody speaks then, the time is that of what was so."""
    sources = attribution.sources
    if any(source.who is not None or source.act is not SpeechAct.CONFIRM for source in sources):
        return ()
    return tuple(source.cue for source in sources if source.cue is not None)


def _own(
    frame: Frame, clauses: Clauses, claim: Claim, times: list[Mention], known: set[int]
) -> list[Mention]:
    first, last = frame.token_at(claim.evidence.start), frame.token_at(claim.evidence.end - 1)
    held = {clauses.of_token[i] for i in range(first, min(last + 1, len(clauses.of_token)))}
    if _is_timeless(frame, claim, first, last):
        return [m for m in times if first <= frame.token_at(m.span.start) <= last]
    inside = [m for m in times if _clause(frame, clauses, m) in held]
    if inside:
        return inside
    for number in sorted(held):
        clause = clauses.clauses[number]
        if clause.kind in _INHERITING and clause.parent >= 0:
            held.add(clause.parent)
    held |= known
    inherited = [m for m in times if _clause(frame, clauses, m) in held]
    return (
        inherited
        or [m for m in times if _heads(frame, m)]
        or [m for m in times if _opens(frame, clauses, m, held)]
    )


def _is_timeless(frame: Frame, claim: Claim, first: int, last: int) -> bool:
    """Tell what the verb's time does not date: an apposition, a standing claim, a step of a sequence.

    "With X as its leader" is said of the clause's time; "by first waiting" of some part of it, which is open.
    """
    if claim.kind is Kind.RELATION and frame.tokens[first].lemma != "with":
        return not any(is_verb_here(frame, i) for i in range(first, last + 1))
    return claim.type in _STANDING or (claim.kind is Kind.CONDUCT and _is_step(frame, first))


def _is_step(frame: Frame, first: int) -> bool:
    """Tell "by first waiting and courting clans and later attacking": steps without a time of their own."""
    if not frame.tokens[first].words.endswith("ing"):
        return False
    before = range(max(0, first - _SEQUENCE), first + 1)
    return any(frame.tokens[at].words.lower() in {"first", "initially"} for at in before)


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
