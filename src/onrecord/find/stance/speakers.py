"""Who speaks: the words left or right of a cue that name or describe its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.stance.speaker_insertions import inserted_speaker
from onrecord.find.stance.speaker_phrases import described_at, phrase_end_from, phrase_start, with_complement
from onrecord.find.words.coordination import fits
from onrecord.find.words.subjects import subject_of
from onrecord.find.words.verb_groups import over_verb_group

if TYPE_CHECKING:
    from onrecord.find.words.frame import Frame

__all__ = ["speaker_after", "speaker_before", "speaker_from"]

_KINDS = frozenset({"actor", "person", "group", "pronoun", "state"})
_NAMES = _KINDS - {"pronoun"}


def speaker_before(frame: Frame, verb: int) -> tuple[int, int] | None:
    """Give the tokens of the source to the left of a verb of speech: a name, a pronoun or a description."""
    end = over_verb_group(frame, verb - 1)
    if end < 0:
        return None
    inserted = inserted_speaker(frame, end)
    if inserted:
        return inserted
    described = described_at(frame, end)
    found = subject_of(frame, verb, _KINDS)
    if found is None:
        return _with_coordination(frame, *described) if described else None
    first, last, placed = found
    if frame.tokens[end].words == "," and placed is not None and placed.last != end:
        return None  # "..., said" with nobody right before it: the source follows
    if described and described[0] <= first and last <= described[1]:
        return _with_coordination(frame, *described)
    return (first, last) if placed is None else _with_coordination(frame, first, last)


def speaker_after(frame: Frame, at: int) -> tuple[int, int] | None:
    """Give the tokens of the source that starts at a token: "said a spokesman for the ministry"."""
    start = at
    while frame.is_a(at, "determiner", "article"):
        at += 1
    for placed in frame.starting.get(start, ()) or frame.starting.get(at, ()):
        if fits(placed, _NAMES):
            end = phrase_end_from(frame, placed.last + 1)
            tail = [i for i in range(placed.last + 1, end + 1) if _follows(frame, placed.last, i)]
            return (start, tail[-1]) if tail else (placed.first, _over_names(frame, placed.last))
    if frame.is_a(at, "subject_pronoun"):
        return at, at
    end = phrase_end_from(frame, at)
    nouns = [i for i in range(at, end + 1) if frame.is_a(i, "speaker_noun")]
    return (start, with_complement(frame, nouns[-1])) if nouns else None


def _over_names(frame: Frame, last: int) -> int:
    """Step over the rest of a name that is more than one mention: "Council President Idris Vale"."""
    while last + 1 < len(frame.tokens) and frame.tokens[last + 1].words.istitle():
        last += 1
    return last


def speaker_from(frame: Frame, at: int) -> tuple[int, int] | None:
    """Give the source after "by" or "from" at a token, or None."""
    by = at < len(frame.tokens) and frame.tokens[at].lemma in {"by", "from"}
    return speaker_after(frame, at + 1) if by else None


def _follows(frame: Frame, last: int, at: int) -> bool:
    """Say whether a noun of speech belongs to the name before it: "a Pentagon spokeswoman"."""
    return frame.is_a(at, "speaker_noun") and not any(
        frame.is_a(i, "preposition") for i in range(last + 1, at)
    )


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
    return (phrase_start(frame, at - 1), last) if frame.is_a(at - 1, "speaker_noun") else (first, last)
