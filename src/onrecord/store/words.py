"""No words, no value: every span of a reading stands in its text, word for word."""

from __future__ import annotations

import math
from collections.abc import Iterator

from onrecord.errors import EvidenceError, StoreError
from onrecord.records import Casualty, Claim, Number, Reading, Span, Text

__all__ = ["JOINED", "check_reading", "claim_spans"]

JOINED = ("rules", "trained", "rules+trained")
"""Who of several engines found a claim: what may stand behind its reading's `by` and a colon."""


def check_reading(text: Text, reading: Reading) -> None:
    """Raise EvidenceError for a span that does not stand in the text, StoreError for a mixed-up reading."""
    for owner, span in _reading_spans(reading):
        _check_span(text, owner, span)
    engines = {reading.by, *(f"{reading.by}:{which}" for which in JOINED)}
    for claim in reading.claims:
        if claim.text_id != reading.text_id or claim.by not in engines:
            raise StoreError(
                f"claim {claim.id}: is of another text or engine than its reading by {reading.by}"
            )
        _check_numbers(claim)
    known = {claim.id for claim in reading.claims}
    for tie in reading.ties:
        if not {tie.claim_id, tie.other_id} <= known:
            raise StoreError(
                f"tie {tie.claim_id} {tie.type} {tie.other_id}: names a claim outside its reading"
            )


def claim_spans(claim: Claim) -> Iterator[Span]:
    """Give every span that a claim points at."""
    maybe: list[Span | None] = [claim.evidence, claim.quantity.span if claim.quantity else None]
    maybe += [role.span for role in claim.roles]
    maybe += [time.span for time in claim.times]
    for casualty in claim.casualties:
        maybe += _casualty_spans(casualty)
    for source in claim.sources:
        maybe += [source.who, source.cue]
    return (span for span in maybe if span is not None)


def _casualty_spans(casualty: Casualty) -> list[Span | None]:
    return [casualty.number.span, casualty.victims, casualty.inflicted_by, casualty.as_of]


def _reading_spans(reading: Reading) -> Iterator[tuple[str, Span]]:
    yield from ((f"mention {mention.id}", mention.span) for mention in reading.mentions)
    yield from ((f"claim {claim.id}", span) for claim in reading.claims for span in claim_spans(claim))
    yield from (("unread stretch", unread.span) for unread in reading.unread)


def _check_span(text: Text, owner: str, span: Span) -> None:
    where = f"{owner}, text {span.text_id}, {span.start} to {span.end}"
    if span.text_id != text.id:
        raise EvidenceError(f"{where}: the reading is of text {text.id}; an engine reads one text at a time")
    if not 0 <= span.start < span.end <= len(text.content):
        raise EvidenceError(f"{where}: outside the text of {len(text.content)} characters, or empty")
    if text.content[span.start : span.end] != span.words:
        raise EvidenceError(
            f"{where}: the text does not say {span.words[:80]!r} there; mend the engine's offsets"
        )


def _check_numbers(claim: Claim) -> None:
    """Refuse NaN: SQLite would keep it as NULL, which means that there is no bound."""
    numbers: list[Number] = [casualty.number for casualty in claim.casualties]
    numbers += [claim.quantity] if claim.quantity else []
    values = [
        claim.confidence,
        *(end for number in numbers for end in (number.low, number.high) if end is not None),
    ]
    if any(math.isnan(value) for value in values):
        raise StoreError(f"claim {claim.id}: a number is not a number (NaN); leave an unknown bound empty")
