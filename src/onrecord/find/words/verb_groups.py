"""What may stand between a subject and its verb: auxiliaries, adverbs, "is looking to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.find.words.frame import Frame

__all__ = ["over_verb_group"]

_CHAIN = 3  # "is said to have tried to"


def over_verb_group(frame: Frame, at: int) -> int:
    """Step left over auxiliaries, adverbs and "tried to"; give the last token before them."""
    base = frame.tokens[at + 1].words.lower() == frame.tokens[at + 1].lemma
    for _ in range(_CHAIN if base else 0):
        at = _over_light(frame, at)
        if at < 1 or frame.tokens[at].words.lower() != "to":
            break
        at = _over_light(frame, at - 1)
        if at in frame.ending:
            break
        at -= 1
    at = _over_light(frame, at)
    if frame.is_a(at, "possessive"):
        at -= 1
    return at


def _over_light(frame: Frame, at: int) -> int:
    while at >= 0 and at not in frame.ending and _is_light(frame, at):
        at -= 1
    return at


def _is_light(frame: Frame, at: int) -> bool:
    lower = frame.tokens[at].words.lower()
    possessive = frame.is_a(at, "possessive") and at - 1 in frame.ending
    adverb = frame.is_a(at, "adverb") or (lower.endswith("ly") and len(lower) > len("early"))
    tail = frame.is_a(at, "adverbial_tail") and frame.is_a(at - 1, "preposition")
    opens = frame.is_a(at, "preposition") and frame.is_a(at + 1, "adverbial_tail")
    since = lower == "since" and frame.is_a(at - 1, "auxiliary")
    return not possessive and (since or tail or opens or adverb or frame.is_a(at, "auxiliary", "modal"))
