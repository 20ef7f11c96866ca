"""Who speaks: the words left or right of a cue that name or describe its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.stance.cues import is_cue
from onrecord.find.words.phrases import ends_phrase, is_past
from onrecord.find.words.subjects import subject_of
from onrecord.find.words.verb_groups import over_verb_group

if TYPE_CHECKING:
    from onrecord.find.words.frame import Frame

__all__ = ["speaker_after", "speaker_before", "speaker_from"]

_KINDS = frozenset({"actor", "person", "group", "pronoun"})
_NAMES = _KINDS - {"pronoun"}
_FAR = 14
_PHRASE = 8


def speaker_before(frame: Frame, verb: int) -> tuple[int, int] | None:
    """Give the tokens of the source to the left of a verb of speech: a name, a pronoun or a description."""
    end = over_verb_group(frame, verb - 1)
    if end < 0:
        return None
    described = _description(frame, end)
    found = subject_of(frame, verb, _KINDS)
    if found is None:
        return _with_coordination(frame, *described) if described else None
    first, last, placed = found
    if described and described[0] <= first and last <= described[1]:
        return _with_coordination(frame, *described)
    return (first, last) if placed is None else _with_coordination(frame, first, last)


def speaker_after(frame: Frame, at: int) -> tuple[int, int] | None:
    """Give the tokens of the source that starts at a token: "said a spokesman for the ministry"."""
    start = at
    while frame.is_a(at, "determiner", "article"):
        at += 1
    for placed in frame.starting.get(start, ()) or frame.starting.get(at, ()):
        if placed.mention.kind in _NAMES:
            end = _phrase_end(frame, placed.last + 1)
            tail = [i for i in range(placed.last + 1, end + 1) if _follows(frame, placed.last, i)]
            return (start, tail[-1]) if tail else (placed.first, placed.last)
    if frame.is_a(at, "subject_pronoun"):
        return at, at
    end = _phrase_end(frame, at)
    nouns = [i for i in range(at, end + 1) if frame.is_a(i, "speaker_noun")]
    return (start, _with_complement(frame, nouns[-1])) if nouns else None


def speaker_from(frame: Frame, at: int) -> tuple[int, int] | None:
    """Give the source after "by" or "from" at a token, or None."""
    by = at < len(frame.tokens) and frame.tokens[at].lemma in {"by", "from"}
    return speaker_after(frame, at + 1) if by else None


def _follows(frame: Frame, last: int, at: int) -> bool:
    """Say whether a noun of speech belongs to the name before it: "a Pentagon spokeswoman"."""
    return frame.is_a(at, "speaker_noun") and not any(
        frame.is_a(i, "preposition") for i in range(last + 1, at)
    )


def _description(frame: Frame, end: int) -> tuple[int, int] | None:
    """Find the phrase around the nearest noun of speech: "sources who did not want to be named"."""
    for at in range(end, max(end - _FAR, -1), -1):
        if frame.is_a(at, "stop", "quote") or (
            frame.is_a(at, "subordinator") and not frame.is_a(at, "relative", "preposition")
        ):
            return None
        if frame.is_a(at, "speaker_noun") and _ends_here(frame, at, end):
            return _phrase_start(frame, at), end
    return None


def _ends_here(frame: Frame, noun: int, end: int) -> bool:
    """Say whether all between the noun and the verb hangs on the noun, and no other noun rules it."""
    if noun != end and not frame.is_a(noun + 1, "preposition", "relative"):
        return False
    before = _phrase_start(frame, noun) - 1
    return not frame.is_a(before, "preposition") or frame.is_a(before, "subordinator")


def _phrase_start(frame: Frame, at: int) -> int:
    start = at
    while start > 0 and at - start < _PHRASE and _modifies(frame, start - 1):
        start -= 1
        if frame.is_a(start, "article", "determiner"):
            break
    return start


def _modifies(frame: Frame, at: int) -> bool:
    if frame.tokens[at].lemma == "of" or frame.is_a(at, "coordinator", "adverb"):
        return False
    if is_past(frame, at) and is_cue(frame.tokens[at].lemma):
        return False
    possessive = frame.is_a(at, "possessive") and at - 1 in frame.ending
    return possessive or frame.is_a(at, "article", "determiner") or not ends_phrase(frame, at)


def _phrase_end(frame: Frame, at: int) -> int:
    end = at - 1
    while end + 1 < len(frame.tokens) and end - at < _PHRASE and not _closes(frame, end + 1):
        end += 1
    return end


def _closes(frame: Frame, at: int) -> bool:
    return frame.is_a(at, "stop", "coordinator") or (
        ends_phrase(frame, at) and not frame.is_a(at, "possessive")
    )


def _with_complement(frame: Frame, noun: int) -> int:
    if noun + 1 < len(frame.tokens) and frame.tokens[noun + 1].lemma in {
        "for",
        "of",
        "at",
        "from",
        "with",
        "in",
    }:
        start = noun + 2
        return max(_phrase_end(frame, start), noun)
    return noun


def _with_coordination(frame: Frame, first: int, last: int) -> tuple[int, int]:
    """Take "the army and the police" as one source."""
    at = first - 1
    while frame.is_a(at, "article", "determiner"):
        at -= 1
    if not frame.is_a(at, "coordinator"):
        return first, last
    before = next((p for p in frame.ending.get(at - 1, ()) if p.mention.kind in _NAMES), None)
    if before:
        return before.first, last
    return (_phrase_start(frame, at - 1), last) if frame.is_a(at - 1, "speaker_noun") else (first, last)
