"""Sources of claims from attributions: the innermost content that covers a claim's words speaks first."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from onrecord.answers import Attributed, Stretch
from onrecord.find.sentence import span_of
from onrecord.find.words.lemmas import lemma_of
from onrecord.records import Claim, Source, SpeechAct, Text
from onrecord.vocabulary import rows

__all__ = ["act_of_cue", "with_sources"]


@cache
def _acts() -> dict[str, SpeechAct]:
    return {row["cue"]: SpeechAct(row["act"]) for row in rows("speech")}


def act_of_cue(cue: str) -> SpeechAct:
    """Give what the words of a cue do with their content; `say` where no table knows them."""
    words = [lemma_of(word) for word in cue.lower().split()]
    known = [_acts()[word] for word in (*words, " ".join(words)) if word in _acts()]
    return next((act for act in reversed(known) if act is not SpeechAct.SAY), SpeechAct.SAY)


def with_sources(claim: Claim, text: Text, attributions: tuple[Attributed, ...]) -> Claim:
    """Give the claim with the chain of those whose content covers its evidence; as it was where nobody's does."""
    speaking = [a for a in attributions if any(_covers(content, claim) for content in a.content)]
    chain = tuple(_source(text, told) for told in sorted(speaking, key=_length))
    return replace(claim, sources=chain) if chain else claim


def _covers(content: Stretch, claim: Claim) -> bool:
    shared = min(content.end, claim.evidence.end) - max(content.start, claim.evidence.start)
    return shared * 3 >= 2 * (claim.evidence.end - claim.evidence.start)


def _length(told: Attributed) -> int:
    return sum(content.end - content.start for content in told.content)


def _source(text: Text, told: Attributed) -> Source:
    cue = span_of(text, told.cue[0].start, told.cue[0].end)
    who = span_of(text, told.source[0].start, told.source[0].end) if told.source else None
    return Source(who, act_of_cue(cue.words), cue)
