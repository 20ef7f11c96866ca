"""Rows of casualties from a reading's claims, and from sentences that count people without an act."""

from __future__ import annotations

from onrecord.answers import Counted, Question, Stretch
from onrecord.find.answering.reading import as_text
from onrecord.find.values.casualties import find_casualties
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Casualty, MentionKind, Reading

__all__ = ["counts_of"]

_NO_NAMES = frozenset({MentionKind.TIME, MentionKind.NUMBER})


def counts_of(question: Question, reading: Reading) -> tuple[Counted, ...]:
    """Give each row of casualties once, in the order of the text, also where several claims carry it.

    Rows of the claims come first; sentences also count people of whom no claim is made ("nine died in
    the crash"), and their rows are added, since a count is asked for and not a claim.
    """
    text = as_text(question)
    rows: dict[tuple[str, int, int], Casualty] = {}
    claimed = [row for claim in reading.claims for row in claim.casualties]
    names = tuple(m for m in reading.mentions if m.kind not in _NO_NAMES)
    told = [row for sentence in split_sentences(text) for row in find_casualties(sentence, names)]
    for row in (*claimed, *told):
        at = row.number.span
        rows.setdefault((row.outcome, at.start, at.end), row)
    return tuple(_counted(row) for _, row in sorted(rows.items(), key=lambda pair: pair[0][1:] + pair[0][:1]))


def _counted(row: Casualty) -> Counted:
    at = row.number.span
    words = {"side": row.victims, "inflicted_by": row.inflicted_by, "as_of": row.as_of}
    cells = {"hedge": row.number.hedge, "status": row.status, "scope": row.scope}
    cells |= {name: span.words if span else "" for name, span in words.items()}
    return Counted(
        Stretch(at.start, at.end), row.outcome, row.number.low, row.number.high, tuple(cells.items())
    )
