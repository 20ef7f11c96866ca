"""Sources of claims from attributions: the innermost content that covers a claim's words speaks first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from onrecord.answers import Attributed
from onrecord.find.sentence import Attribution, span_of
from onrecord.find.stance.covering import chain_of, over
from onrecord.find.words.lemmas import lemma_of
from onrecord.records import Claim, Source, Span, SpeechAct, Text
from onrecord.vocabulary import Row, rows

__all__ = ["Voices", "act_of_cue", "attribution_of", "speaking_for", "with_sources"]

_CELL = 2_000
_LONGEST = 4
"""Words of the longest cue in the table."""
_NOT = frozenset({"not", "n't", "n’t", "never", "cannot"})
_NEGATED = {SpeechAct.CONFIRM: SpeechAct.DOUBT}
"""Who did not confirm doubts; who did not say says nothing."""


@dataclass(frozen=True, slots=True)
class Voices:
    """The attributions of a text by where their contents stand, so that few are asked of a claim."""

    cells: dict[int, tuple[Attribution, ...]]

    @classmethod
    def of(cls, attributions: Iterable[Attribution]) -> Voices:
        """Sort attributions by where their contents stand."""
        cells: dict[int, tuple[Attribution, ...]] = {}
        for one in attributions:
            for cell in range(one.start // _CELL, one.end // _CELL + 1):
                cells[cell] = (*cells.get(cell, ()), one)
        return cls(cells)

    def around(self, span: Span) -> tuple[Attribution, ...]:
        """Give the attributions whose content may touch a span."""
        cells = range(span.start // _CELL, span.end // _CELL + 1)
        return tuple(dict.fromkeys(one for cell in cells for one in self.cells.get(cell, ())))


@cache
def _cues() -> dict[str, Row]:
    return {row["cue"]: row for row in rows("speech")}


def act_of_cue(cue: str) -> SpeechAct | None:
    """Give what a cue does with its content: `say` where no table knows it, None where nothing is said."""
    words = [lemma_of(word) for word in cue.lower().replace("n't", " not").replace("n’t", " not").split()]
    row = _row(words)
    act = SpeechAct(row["act"]) if row else SpeechAct.SAY
    return _NEGATED.get(act) if _NOT.intersection(words) else act


def _row(words: list[str]) -> Row | None:
    """Give the row of the longest cue among these words; of equal ones the last that is more than saying."""
    for length in range(min(_LONGEST, len(words)), 0, -1):
        here = (" ".join(words[k : k + length]) for k in range(len(words) - length, -1, -1))
        found = [_cues()[cue] for cue in here if cue in _cues()]
        if found:
            return next((row for row in found if row["act"] != SpeechAct.SAY), found[0])
    return None


def attribution_of(text: Text, told: Attributed) -> tuple[Attribution, ...]:
    """Give an attribution in the form of the rules for each stretch of content; none where nothing is said.

    Words such as "responsibility" behind "denied" spoil a cue: who denies a part in a deed does not deny it.
    """
    cue = span_of(text, told.cue[0].start, told.cue[-1].end)
    act = act_of_cue(cue.words)
    spoils = (_row([lemma_of(word) for word in cue.words.lower().split()]) or {}).get("not_before", "")
    if act is None or set(spoils.split()).intersection(_behind(text, cue)):
        return ()
    who = span_of(text, told.source[0].start, told.source[0].end) if told.source else None
    return tuple(Attribution((Source(who, act, cue),), c.start, c.end) for c in told.content)


def _behind(text: Text, cue: Span) -> list[str]:
    return [word.strip(".,;:") for word in text.content[cue.end : cue.end + 40].lower().split()[:2]]


def speaking_for(claim: Claim, voices: Voices, at: tuple[int, int] | None = None) -> tuple[Attribution, ...]:
    """Give the attributions that speak for a claim, narrowest first.

    `at` is where the word stands that tells the act: a content without it is about something else. Where
    that is not known, nobody who has a part in the claim is its source by a cue inside its words that no
    table knows: the cue may be the deed itself.
    """
    covering = over(claim, voices.around(claim.evidence))
    if at is not None:
        return tuple(a for a in covering if a.start <= at[0] and at[1] <= a.end)
    return tuple(a for a in covering if not _is_deed(claim, a))


def with_sources(claim: Claim, voices: Voices) -> Claim:
    """Give the claim with the chain of those who speak for it; as it was where nobody does."""
    chain = chain_of(claim, speaking_for(claim, voices))
    return replace(claim, sources=chain) if chain != claim.sources else claim


def _is_deed(claim: Claim, attribution: Attribution) -> bool:
    source = attribution.sources[0]
    if source.who is None or source.cue is None or not _meet(claim.evidence, source.cue):
        return False
    known = _row([lemma_of(word) for word in source.cue.words.lower().split()])
    return known is None and any(_meet(source.who, role.span) for role in claim.roles)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
