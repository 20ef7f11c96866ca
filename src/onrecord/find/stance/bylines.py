"""Speakers set off by a colon: "SPEAKER: “...”", "MSF: at least 42 dead", "Twelve dead in raid: police"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.stance.cues import Utterance
from onrecord.find.stance.speakers import speaker_after, speaker_before
from onrecord.find.words.coordination import fits
from onrecord.records import SpeechAct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.words.frame import Frame

__all__ = ["bylines"]

_SPEAKING = frozenset({"actor", "person"})
_FEW = 4  # words that a speaker at the end of a headline may have


def bylines(frame: Frame) -> Iterator[Utterance]:
    """Give the utterance around the first colon of a sentence, if one side of it is a speaker alone."""
    last = len(frame.tokens) - 1
    colon = next((i for i, token in enumerate(frame.tokens) if token.words == ":"), None)
    if colon is None or colon in {0, last}:
        return
    cue, who = (colon, colon), _head(frame, colon)
    if frame.is_a(colon + 1, "quote"):
        who = speaker_before(frame, colon)
        end = next((i for i in range(last, colon + 1, -1) if frame.is_a(i, "quote")), last)
        if who and who[1] == colon - 1:
            yield Utterance(who, SpeechAct.SAY, cue, colon + 1, end)
    elif who:
        yield Utterance(who, SpeechAct.SAY, cue, colon + 1, last)
    elif tail := _tail(frame, colon, last):
        yield Utterance(tail, SpeechAct.SAY, cue, 0, colon - 1)


def _head(frame: Frame, colon: int) -> tuple[int, int] | None:
    """Give the name or the noun of speech that is all that stands before the colon."""
    named = any(p.last == colon - 1 and fits(p, _SPEAKING) for p in frame.starting.get(0, ()))
    plain = colon <= _FEW and frame.is_a(colon - 1, "speaker_noun")
    return (0, colon - 1) if named or plain else None


def _tail(frame: Frame, colon: int, last: int) -> tuple[int, int] | None:
    end = last - frame.is_a(last, "stop")
    who = speaker_after(frame, colon + 1) if end - colon <= _FEW else None
    return who if who and who[1] == end else None
