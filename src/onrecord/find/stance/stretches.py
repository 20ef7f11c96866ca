"""Over which words a source speaks: where content begins after a cue and where it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.phrases import ends_phrase
from onrecord.records import MentionKind

if TYPE_CHECKING:
    from onrecord.find.words.frame import Frame, Placed

__all__ = ["content_end", "content_start", "over_attendants", "phrase_end", "segment", "times_between"]

_ATTENDANTS = 12
_LONG = 40


def content_start(frame: Frame, at: int, *, addressed: bool) -> tuple[int, bool]:
    """Give the first token of the content after a cue, and whether a word or mark opens it.

    `addressed` says that somebody may be told: "told the council that".
    """
    for index in range(at, min(at + _ATTENDANTS, len(frame.tokens))):
        if opens(frame, index):
            return index + (0 if frame.is_a(index, "quote") else 1), True
        if not (addressed or _attends(frame, index)) or frame.is_a(index, "stop", "auxiliary"):
            break
    return over_attendants(frame, at), False


def opens(frame: Frame, at: int) -> bool:
    """Say whether content begins at a token: that, whether, a colon or a quotation mark."""
    return frame.is_a(at, "content_opener", "quote") or (
        at < len(frame.tokens) and frame.tokens[at].words == ":"
    )


def over_attendants(frame: Frame, at: int) -> int:
    """Step over what goes with a verb of speech: "on Tuesday", "to reporters", "in a statement"."""
    while at < len(frame.tokens):
        after = _over_time(frame, at) or _over_addressee(frame, at)
        if not after:
            return at
        at = after
    return at


def content_end(frame: Frame, start: int) -> int:
    """Give the last token of content that begins at a token: of the quotation, clause or sentence."""
    last = len(frame.tokens) - 1
    if frame.is_a(start, "quote"):
        return next((i for i in range(start + 1, last + 1) if frame.is_a(i, "quote")), last)
    for index in range(start, last + 1):
        if _ends_before(frame, index):
            return index - 1
    return last - 1 if frame.is_a(last, "stop") and last > start else last


def segment(frame: Frame, at: int) -> tuple[int, int]:
    """Give the stretch around a token between strong breaks: semicolons and ", but"."""
    start = next((i + 1 for i in range(at - 1, -1, -1) if _ends_before(frame, i)), 0)
    return start, content_end(frame, at)


def phrase_end(frame: Frame, start: int) -> int:
    """Give the last token of a noun phrase with its prepositional parts, up to a verb or a mark."""
    for index in range(start, min(start + _LONG, len(frame.tokens))):
        inner = frame.is_a(index, "preposition") and frame.tokens[index].lemma != "by"
        inner = inner or frame.reads(index, "being") or frame.reads(index - 1, "being")
        if (
            not inner
            and not frame.is_a(index, "possessive", "possessive_pronoun")
            and ends_phrase(frame, index)
        ):
            return index - 1
    return min(start + _LONG, len(frame.tokens)) - 1


def times_between(frame: Frame, first: int, last: int) -> tuple[Placed, ...]:
    """Give the time mentions that stand between two tokens, both inclusive."""
    return tuple(
        placed
        for at in range(max(first, 0), min(last, len(frame.tokens) - 1) + 1)
        for placed in frame.starting.get(at, ())[:1]
        if placed.mention.kind is MentionKind.TIME
    )


def _ends_before(frame: Frame, at: int) -> bool:
    if frame.tokens[at].words in {";", "…"}:
        return True
    comma = at > 0 and frame.tokens[at - 1].words == "," and frame.is_a(at, "content_ends")
    return comma or (frame.reads(at, "and") and frame.reads(at + 1, "then"))


def _attends(frame: Frame, at: int) -> bool:
    adverb = frame.is_a(at, "adverb", "preposition", "addressee", "article", "determiner")
    lower = frame.tokens[at].words.lower()
    inside = any(p.mention.kind is MentionKind.TIME for p in frame.covering(at))
    setting = frame.is_a(at, "speech_setting") or lower == ","
    return adverb or inside or setting or lower.endswith("ly")


def _over_time(frame: Frame, at: int) -> int:
    start = at + 1 if frame.is_a(at, "preposition") else at
    times = [p for p in frame.starting.get(start, ()) if p.mention.kind is MentionKind.TIME]
    return times[0].last + 1 if times else 0


def _over_addressee(frame: Frame, at: int) -> int:
    opener = frame.is_a(at, "preposition")
    for index in range(at + 1 if opener else at, min(at + len("to a news x"), len(frame.tokens))):
        if frame.is_a(index, "addressee") or frame.is_a(index, "speech_setting"):
            more = frame.is_a(index + 1, "addressee") or frame.reads(index + 1, "conference")
            return index + (2 if more else 1) if opener or frame.is_a(index, "addressee") else 0
        if not frame.is_a(index, "article", "determiner") and not frame.tokens[index].words.islower():
            return 0
        if index - at > len("in a") or frame.is_a(index, "auxiliary", "subject_pronoun"):
            return 0
    return 0
