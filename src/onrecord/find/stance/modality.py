"""Whether content holds, and in which world: by the cues around its head.

A cue governs a head in its own clause, within the reach that the table gives, and not a thing that is taken
as given: in "will discuss the attack" the attack has been. Of several modal cues the nearest counts; of
negations, two cancel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.stance.modality_cues import Governing, cues_around
from onrecord.find.words.frame import Frame, frame_of
from onrecord.find.words.phrases import is_past
from onrecord.records import Modality, Polarity

if TYPE_CHECKING:
    from onrecord.find.sentence import Sentence

__all__ = ["find_modality"]


def find_modality(sentence: Sentence, start: int, end: int) -> tuple[Polarity, Modality]:
    """Give polarity and modality of the content whose head stands at these offsets of the text.

    Where the stretch is longer than a head, cues inside its own clause count as well.
    """
    frame = frame_of(sentence, ())
    if not frame.tokens:
        return Polarity.POSITIVE, Modality.ACTUAL
    first = min(frame.token_at(start), len(frame.tokens) - 1)
    last = max(first, min(frame.token_at(end - 1), len(frame.tokens) - 1))
    return _polarity(frame, first, last), _modality(frame, first, last)


def _polarity(frame: Frame, first: int, last: int) -> Polarity:
    found = [
        f
        for f in cues_around(frame, "negation", first, last)
        if f.cue.counts and _negates(frame, f, first, last)
    ]
    return Polarity.NEGATIVE if len(found) % 2 else Polarity.POSITIVE


def _modality(frame: Frame, first: int, last: int) -> Modality:
    governing = [
        f
        for f in cues_around(frame, "modality", first, last)
        if _governs(frame, f, first, last) and not (f.first == first and f.last == last)
    ]
    nearest = min(governing, key=lambda f: _distance(f, first, last), default=None)
    return nearest.cue.modality if nearest and nearest.cue.modality else Modality.ACTUAL


def _distance(found: Governing, first: int, last: int) -> tuple[bool, int]:
    if found.cue.where == "opener":
        return True, first - found.last
    return False, found.first - last if found.first > last else max(first - found.last, 0)


def _governs(frame: Frame, found: Governing, first: int, last: int) -> bool:
    if found.cue.where == "after":
        return last < found.first <= last + 1 + found.cue.reach and not _bounds(frame, last + 1, found.first)
    if found.last >= first:
        return _inside(frame, found, first, last)
    too_far = first - found.last - 1 > found.cue.reach
    if too_far or _is_month(frame, found) or _strong_bounds(frame, found.last + 1, first):
        return False
    if found.cue.where == "opener":
        return not _comma_clause(frame, found.last + 1, first)
    parted = found.cue.where == "noun" and _coordinated(frame, found.last + 1, first)
    return not (parted or _bounds(frame, found.last + 1, first) or _is_given(frame, found.last + 1, first))


def _negates(frame: Frame, found: Governing, first: int, last: int) -> bool:
    if found.last >= first:
        return _inside(frame, found, first, last)
    near = first - found.last - 1 <= found.cue.reach and not _bounds(frame, found.last + 1, first)
    return (
        near
        and not _coordinated(frame, found.last + 1, first)
        and (frame.is_a(found.last, "halting") or not _is_given(frame, found.last + 1, first))
    )


def _coordinated(frame: Frame, start: int, stop: int) -> bool:
    return any(frame.reads(i, word) for i in range(start, stop) for word in ("and", "but"))


def _inside(frame: Frame, found: Governing, first: int, last: int) -> bool:
    """Say whether a cue stands in a longer stretch, before its clause ends; one word is no cue of itself."""
    whole = first < last or found.first < first
    return whole and found.first <= last and not _bounds(frame, first, found.first)


def _bounds(frame: Frame, start: int, stop: int) -> bool:
    """Say whether a clause ends between two tokens."""
    return any(
        frame.tokens[i].words == ","
        or frame.is_a(i, "stop")
        or (frame.is_a(i, "subordinator", "relative") and not frame.is_a(i, "preposition"))
        for i in range(start, stop)
    )


def _strong_bounds(frame: Frame, start: int, stop: int) -> bool:
    return any(frame.is_a(i, "stop") for i in range(start, stop))


def _comma_clause(frame: Frame, start: int, stop: int) -> bool:
    """Say whether a comma ends the opened clause before the head: "if it rains, they attack"."""
    return any(frame.tokens[i].words == "," for i in range(start, stop))


def _is_given(frame: Frame, start: int, stop: int) -> bool:
    """Say whether the head is taken as given: "did not mention the attack", but "launch the attack"."""
    if stop - start < len(("mention", "the")) or any(frame.is_a(i, "light_verb") for i in range(start, stop)):
        return False
    modified = frame.is_a(stop - 2, "definite") and not is_past(frame, stop)
    return modified or frame.is_a(stop - 1, "definite")


def _is_month(frame: Frame, found: Governing) -> bool:
    return frame.tokens[found.first].words == "May" and (found.first > 0 or not frame.tokens[1:2])
