"""The words of a source that is described, not named: "sources who did not want to be named"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.stance.cues import is_cue
from onrecord.find.words.phrases import ends_phrase, is_past

if TYPE_CHECKING:
    from onrecord.find.words.frame import Frame

__all__ = ["described_at", "phrase_end_from", "phrase_start", "with_complement"]

_FAR = 14
_PHRASE = 8


def described_at(frame: Frame, end: int) -> tuple[int, int] | None:
    """Give the phrase around the noun of speech that is nearest to the left of a token, or None."""
    if frame.is_a(end, "coordinator"):
        return None  # "..., claimed the attack and said": who speaks is the subject of both
    for at in range(end, max(end - _FAR, -1), -1):
        if frame.is_a(at, "stop", "quote") or (
            frame.is_a(at, "subordinator") and not frame.is_a(at, "relative", "preposition")
        ):
            return None
        if frame.is_a(at, "speaker_noun") and _ends_here(frame, at, end):
            return phrase_start(frame, at), end
    return None


def _ends_here(frame: Frame, noun: int, end: int) -> bool:
    """Say whether all between the noun and the verb hangs on the noun, and no other noun rules it."""
    if noun != end and not frame.is_a(noun + 1, "preposition", "relative"):
        return False
    before = phrase_start(frame, noun) - 1
    return not frame.is_a(before, "preposition") or frame.is_a(before, "subordinator")


def phrase_start(frame: Frame, at: int) -> int:
    """Give the first token of the noun phrase that ends here."""
    start = at
    while start > 0 and at - start < _PHRASE and _modifies(frame, start - 1):
        start -= 1
        if frame.is_a(start, "article", "determiner"):
            break
    return start


def _modifies(frame: Frame, at: int) -> bool:
    if frame.tokens[at].lemma == "of" or frame.is_a(at, "coordinator", "adverb"):
        return False
    if frame.reads(at, "that") and at and is_cue(frame.tokens[at - 1].lemma):
        return False  # "said that officials believe"
    if is_past(frame, at) and is_cue(frame.tokens[at].lemma):
        return False
    possessive = frame.is_a(at, "possessive") and at - 1 in frame.ending
    return possessive or frame.is_a(at, "article", "determiner") or not ends_phrase(frame, at)


def phrase_end_from(frame: Frame, at: int) -> int:
    """Give the last token of the noun phrase that starts here."""
    end = at - 1
    while end + 1 < len(frame.tokens) and end - at < _PHRASE and not _closes(frame, end + 1):
        end += 1
    return end


def _closes(frame: Frame, at: int) -> bool:
    return frame.is_a(at, "stop", "coordinator") or (
        ends_phrase(frame, at) and not frame.is_a(at, "possessive")
    )


def with_complement(frame: Frame, noun: int) -> int:
    """Give the end of a noun with what hangs on it: "a spokesman for the ministry"."""
    if noun + 1 < len(frame.tokens) and frame.tokens[noun + 1].lemma in {
        "for",
        "of",
        "at",
        "from",
        "with",
        "in",
    }:
        start = noun + 2
        return max(phrase_end_from(frame, start), noun)
    return noun
