"""Speech in the passive, and accusations: "was dismissed as", "is said to", "accused of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.stance.cues import Utterance
from onrecord.find.stance.speakers import speaker_after, speaker_before
from onrecord.find.stance.stretches import content_end, content_start, times_between
from onrecord.find.words.subjects import clause_start
from onrecord.find.words.verb_groups import over_verb_group
from onrecord.records import SpeechAct

if TYPE_CHECKING:
    from onrecord.find.stance.cues import Heard
    from onrecord.find.words.frame import Frame

__all__ = ["accuse", "is_passive", "passive"]

_AFTER = frozenset({"to", "as", "that", "by", "at", "whether"})
_BARE = frozenset({SpeechAct.CONFIRM, SpeechAct.DENY, SpeechAct.DOUBT, SpeechAct.DISMISS})
_NEAR = 8


def is_passive(frame: Frame, heard: Heard) -> bool:
    """Say whether a verb of speech stands in the passive; "quoted as saying" does not count as one."""
    token = frame.tokens[heard.first]
    participle = token.words.lower() != token.lemma and not token.words.lower().endswith(("ing", "s"))
    if len(heard.cue.words) > 1 and heard.cue.words[-1] != "off":
        return False
    if participle and frame.reads(heard.last + 1, "to") and frame.is_a(heard.last + 2, "auxiliary"):
        return True
    light = range(over_verb_group(frame, heard.first - 1) + 1, heard.first)
    return participle and any(frame.is_a(i, "be") for i in light)


def passive(frame: Frame, heard: Heard, act: SpeechAct) -> Utterance | None:
    """Read "CONTENT was cue (as ...) (by SOURCE)" and "it was cue that CONTENT"."""
    after = heard.last + 1
    follows = frame.tokens[after].lemma if after < len(frame.tokens) else ""
    if follows not in _AFTER and act not in _BARE:
        return None
    if "as" in heard.cue.needs and not any(frame.reads(i, "as") for i in range(after, after + 2)):
        return None
    start, opened = content_start(frame, after, addressed=False)
    if follows == "at" and heard.cue.words[0] != "estimate":
        return None
    if "that" in heard.cue.needs and not opened and follows != "to" and act not in _BARE:
        return None
    who = _agent(frame, after, after + _NEAR)
    cue = (heard.first, heard.last)
    if opened:
        return Utterance(
            who, act, cue, start, content_end(frame, start), times_between(frame, after, start - 1)
        )
    first = _subject_start(frame, heard.first)
    whole = follows not in {"as", "by"} and act not in _BARE
    last = content_end(frame, after) if whole else over_verb_group(frame, heard.first - 1)
    return Utterance(who, act, cue, first, last)


def accuse(frame: Frame, heard: Heard, act: SpeechAct) -> Utterance | None:
    """Read "SOURCE cue X of CONTENT"; the whole of what follows is the accusation."""
    if heard.last + 1 >= len(frame.tokens):
        return None
    cue, after = (heard.first, heard.last), heard.last + 1
    end = content_end(frame, after)
    if is_passive(frame, heard):
        who = _agent(frame, after, end + 1)
        return Utterance(who, act, cue, _subject_start(frame, heard.first), end)
    who = speaker_before(frame, heard.first)
    return Utterance(who, act, cue, after, end) if who else None


def _agent(frame: Frame, start: int, stop: int) -> tuple[int, int] | None:
    by = next((i for i in range(start, min(stop, len(frame.tokens))) if frame.reads(i, "by")), None)
    return None if by is None else speaker_after(frame, by + 1)


def _subject_start(frame: Frame, at: int) -> int:
    start = clause_start(frame, at)
    while start > 1 and frame.reads(start - 1, "that") and frame.is_a(start - 2, "speech_noun"):
        start = clause_start(frame, start - 2)
    noun = _reported_by(frame, start - 2) if frame.reads(start - 1, "that") else None
    start = start if noun is None else clause_start(frame, noun)
    return start + 1 if frame.tokens[start].words == "," and start + 1 < at else start


def _reported_by(frame: Frame, at: int) -> int | None:
    """Give the noun of "claims by the residents" whose last word stands here."""
    nouns = range(max(at - _NEAR, 0), at)
    return next((i for i in nouns if frame.is_a(i, "speech_noun") and frame.is_a(i + 1, "by_from")), None)
