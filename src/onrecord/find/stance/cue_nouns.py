"""Speech told by a noun: "claims by residents that", "reports of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.stance.cues import Utterance
from onrecord.find.stance.speakers import speaker_from
from onrecord.find.stance.stretches import content_end, phrase_end
from onrecord.find.words.phrases import ends_phrase

if TYPE_CHECKING:
    from onrecord.find.sentence import Token
    from onrecord.find.stance.cues import Heard
    from onrecord.find.words.frame import Frame

__all__ = ["is_noun", "noun"]

_MODIFIERS = 2


def noun(frame: Frame, heard: Heard) -> Utterance | None:
    """Read "SOURCE's cue that CONTENT", "cue by SOURCE that CONTENT", "cue of CONTENT"."""
    if not is_noun(frame, heard):
        return None
    after = heard.last + 1
    by = speaker_from(frame, after)
    who = by or _owner(frame, heard.first)
    after = by[1] + 1 if by else after
    if not any(frame.reads(after, word) for word in heard.cue.needs):
        return None
    clausal = frame.reads(after, "that") or frame.reads(after, "say")
    last = content_end(frame, after + 1) if clausal else phrase_end(frame, after + 1)
    return Utterance(who, heard.cue.act, (heard.first, heard.last), after + 1, last)


def _owner(frame: Frame, noun: int) -> tuple[int, int] | None:
    at = noun - 1
    while at >= 0 and noun - at <= _MODIFIERS and not _bars(frame, at):
        at -= 1
    if frame.is_a(at, "possessive_pronoun"):
        return at, at
    owner = frame.ending.get(at - 1, ()) if frame.is_a(at, "possessive") else ()
    return (owner[0].first, owner[0].last) if owner else None


def _bars(frame: Frame, at: int) -> bool:
    return at in frame.ending or frame.is_a(at, "possessive") or ends_phrase(frame, at)


def is_noun(frame: Frame, heard: Heard) -> bool:
    """Say whether a word that can be verb or noun ("reports", "claims", "doubt") is a noun here."""
    if heard.cue.form == "verb" and (
        len(heard.cue.words) > 1 or not _could_be_noun(frame.tokens[heard.first])
    ):
        return False
    before = heard.first - 1
    if frame.is_a(before, "coordinator") and frame.reads(heard.last + 1, "that"):
        return False  # "has forbidden attacks and claims that"
    if before < 0 or frame.is_a(
        before, "article", "determiner", "possessive", "preposition", "coordinator", "be", "quote"
    ):
        return not frame.is_a(before, "relative") and not frame.reads(before, "to")
    verbal = before in frame.ending or frame.is_a(
        before,
        "speaker_noun",
        "pronoun",
        "adverb",
        "modal",
        "auxiliary",
        "relative",
        "close_bracket",
        "addressee",
    )
    return not (
        verbal or frame.tokens[before].words in {",", ")"} or frame.tokens[before].words.endswith("ly")
    )


def _could_be_noun(token: Token) -> bool:
    lower = token.words.lower()
    return lower in {token.lemma, token.lemma + "s"}
