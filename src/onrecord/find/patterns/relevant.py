"""Which judgements, statements and conduct are about a conflict: what a school board should do is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.lemmas import lemma_of
from onrecord.find.words.word_classes import is_a, words_of
from onrecord.records import Kind, MentionKind, Modality

if TYPE_CHECKING:
    from onrecord.find.sentence import Sentence
    from onrecord.find.words.frame import Frame
    from onrecord.records import Claim, Role

__all__ = ["is_relevant"]

# Relations, presence, composition and estimates are kept as they are: their types alone make them relevant.
_ASKED = frozenset({Kind.STATEMENT, Kind.ASSESSMENT, Kind.CONDUCT})
_BEFORE = 400  # characters: two or three sentences
_MARKS = ".,;:!?()[]\"'“”‘’"


def is_relevant(frame: Frame, claim: Claim) -> bool:
    """Say whether the sentence speaks of force, or a part of the claim is an actor with a name of its own."""
    if claim.kind not in _ASKED:
        return True
    if claim.kind is Kind.CONDUCT and claim.modality is Modality.DEMANDED:
        return False  # what somebody should do is a recommendation
    return (
        any(is_a(token, "conflict") for token in frame.tokens)
        or any(_is_named_actor(frame, role) for role in claim.roles)
        or (any(_is_pronoun(role) for role in claim.roles) and _follows_conflict(frame.sentence))
    )


def _is_pronoun(role: Role) -> bool:
    return role.span.words.lower() in words_of("pronoun") | words_of("possessive_pronoun")


def _follows_conflict(sentence: Sentence) -> bool:
    """Say whether the words before speak of force: "it" may then be an armed group."""
    before = sentence.text.content[max(sentence.start - _BEFORE, 0) : sentence.start].lower()
    return any(lemma_of(word.strip(_MARKS)) in words_of("conflict") for word in before.split())


def _is_named_actor(frame: Frame, role: Role) -> bool:
    first = frame.token_at(role.span.start)
    return any(
        placed.mention.kind is MentionKind.ACTOR
        and placed.mention.span.end <= role.span.end
        and words_of("civil_actor").isdisjoint(placed.mention.span.words.lower().split())
        for at in range(first, frame.token_at(role.span.end - 1) + 1)
        for placed in frame.starting.get(at, ())
    )
