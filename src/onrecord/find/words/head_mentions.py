"""Which mention heads a noun phrase: "the leader of the Front in Norland" is about no Front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.coordination import fits
from onrecord.find.words.frame import Frame, Placed

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["Head", "head_mention", "is_governed", "mention_at_end"]

# First and last token, and the mention, which is None for a pronoun.
Head = tuple[int, int, Placed | None]

_REACH = 40
_PLAIN = 3
_BRACKET = 14
_ADJECTIVES = (
    "al",
    "ous",
    "ive",
    "ic",
    "ern",
    "ese",
    "ish",
    "ary",
    "ful",
    "former",
    "senior",
    "junior",
    "top",
)


def head_mention(frame: Frame, at: int, kinds: Collection[str]) -> Head | None:
    """Give the mention that heads the noun phrase ending at `at`, over its own prepositional parts."""
    plain, floor = 0, max(at - _REACH, -1)
    while at > floor:
        if frame.is_a(at, "close_bracket"):
            at = _over_bracket(frame, at)
            continue
        found = _candidate(frame, at, kinds)
        if found and not is_governed(frame, found[0]):
            return found
        if found or at in frame.ending:
            at, plain = (found[0] if found else frame.ending[at][0].first) - 1, 0
        elif frame.is_a(at, "preposition"):
            at, plain = at - 1, 0
        elif plain >= _PLAIN or _bounds(frame, at):
            return None
        else:
            at, plain = at - 1, plain + 1
    return None


def mention_at_end(frame: Frame, last: int, kinds: Collection[str]) -> Placed | None:
    """Give the longest mention of these kinds that ends on this token."""
    return next((p for p in frame.ending.get(last, ()) if fits(p, kinds)), None)


def _candidate(frame: Frame, at: int, kinds: Collection[str]) -> Head | None:
    placed = mention_at_end(frame, at, kinds)
    if placed:
        return placed.first, placed.last, placed
    if "pronoun" in kinds and frame.is_a(at, "subject_pronoun"):
        return at, at, None
    return None


def _bounds(frame: Frame, at: int) -> bool:
    return frame.tokens[at].words == "," or frame.is_a(
        at, "stop", "subordinator", "coordinator", "auxiliary", "modal", "quote", "dash", "open_bracket"
    )


def _over_bracket(frame: Frame, at: int) -> int:
    for index in range(at - 1, max(at - _BRACKET, -1), -1):
        if frame.is_a(index, "open_bracket"):
            return index - 1
    return at - 1


def is_governed(frame: Frame, first: int) -> bool:
    """Say whether a preposition rules the mention that starts here ("the head of the group")."""
    at = first - 1
    while at >= 0 and at not in frame.ending and _is_inner(frame, at):
        at -= 1
    return frame.is_a(at, "preposition") and not frame.is_a(at, "subordinator")


def _is_inner(frame: Frame, at: int) -> bool:
    lower = frame.tokens[at].words.lower()
    inner = frame.is_a(at, "determiner") and not frame.is_a(at, "preposition", "relative")
    return inner or frame.is_a(at, "coordinator") or (lower.islower() and lower.endswith(_ADJECTIVES))
