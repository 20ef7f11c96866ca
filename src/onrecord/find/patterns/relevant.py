"""Which claims of the tables are about a conflict: what a school board should do is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.acts.facets import VIOLENT
from onrecord.find.words.coordination import fits
from onrecord.find.words.lemmas import lemma_of
from onrecord.find.words.word_classes import is_a, words_of
from onrecord.records import Kind, MentionKind, Modality

if TYPE_CHECKING:
    from onrecord.find.sentence import Sentence
    from onrecord.find.words.frame import Frame, Placed
    from onrecord.records import Claim, Role

__all__ = ["is_relevant"]

# Presence is kept as it is. Of the others, those told every day of anybody need words of force near by.
_BY_SENTENCE = frozenset({Kind.ESTIMATE, Kind.COMPOSITION, Kind.RELATION, Kind.EVENT})
_DAILY = frozenset({"announce", "agree", "call_on", "vow", "discuss", "reject", "welcome"})
_TO_WHOM = frozenset({"of", "addressee"})
_NOBODY = frozenset({"i", "you", "me"})
_SPEAKER = frozenset(
    {"we", "us", "our", "my"}
)  # who speaks says what was done, but is no judge of themselves
_BY_OTHERS = frozenset({Kind.ASSESSMENT, Kind.COMPOSITION, Kind.ESTIMATE, Kind.PRESENCE})
_AFTER = 8  # tokens: a content may go on behind the words that a pattern takes
_BEFORE = 400  # characters: two or three sentences
_MARKS = ".,;:!?()[]\"'“”‘’"


def is_relevant(frame: Frame, claim: Claim) -> bool:
    """Say whether the words around speak of force, or that a part of the claim is a named side."""
    if _is_nothing(claim):
        return False
    if claim.kind is Kind.PRESENCE or claim.type in VIOLENT:
        return True
    if claim.type in _DAILY and not any(role.name in _TO_WHOM for role in claim.roles):
        return _near(frame, claim)
    named = any(_is_side(frame, role) for role in claim.roles)
    pronoun = any(_is_pronoun(role) for role in claim.roles)
    if claim.kind in _BY_SENTENCE:
        return named or _follows_conflict(frame.sentence) or (pronoun and _names_side(frame))
    told = pronoun or any(_is_band(role) for role in claim.roles)
    return named or _near(frame, claim) or (told and _follows_conflict(frame.sentence))


def _is_nothing(claim: Claim) -> bool:
    """Say whether a claim is of nobody in the record ("you"), or said by another claim already."""
    words = {role.span.words.lower() for role in claim.roles}
    if words & _NOBODY or (claim.kind in _BY_OTHERS and words & _SPEAKER):
        return True
    advised = claim.kind is Kind.CONDUCT and claim.modality is Modality.DEMANDED  # a recommendation
    clause = any(role.name == "content" and _is_pronoun(role) for role in claim.roles)  # "announced he ..."
    return advised or clause


def _near(frame: Frame, claim: Claim) -> bool:
    """Say whether the claim's own words, or those right after them, are about a conflict."""
    first, last = frame.token_at(claim.evidence.start), frame.token_at(claim.evidence.end - 1)
    return any(is_a(token, "conflict") for token in frame.tokens[first : last + _AFTER])


def _is_side(frame: Frame, role: Role) -> bool:
    """Say whether a part names a country, or an actor that is no office or body of daily life."""
    first, last = frame.token_at(role.span.start), frame.token_at(role.span.end - 1)
    return any(
        _names(p) and p.last <= last for at in range(first, last + 1) for p in frame.starting.get(at, ())
    )


def _names_side(frame: Frame) -> bool:
    return any(_names(placed) for found in frame.starting.values() for placed in found)


def _names(placed: Placed) -> bool:
    sort = placed.mention.kind is MentionKind.ACTOR or fits(placed, {"state"})
    return sort and words_of("civil_actor").isdisjoint(placed.mention.span.words.lower().split())


def _is_pronoun(role: Role) -> bool:
    return role.span.words.lower() in words_of("pronoun") | words_of("possessive_pronoun")


def _is_band(role: Role) -> bool:
    """Say whether a part is a force told without its name: "the group", "the rebels"."""
    return lemma_of(role.span.words.lower().split()[-1]) in words_of("band")


def _follows_conflict(sentence: Sentence) -> bool:
    """Say whether this sentence or the words before speak of force: "it" may then be an armed group."""
    before = sentence.text.content[max(sentence.start - _BEFORE, 0) : sentence.end].lower()
    return any(lemma_of(word.strip(_MARKS)) in words_of("conflict") for word in before.split())
