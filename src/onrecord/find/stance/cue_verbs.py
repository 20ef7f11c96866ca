"""Speech told by a verb in the active: source before the verb or after, content on either side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.find.stance.cue_nouns import is_noun
from onrecord.find.stance.cue_passives import is_passive, passive
from onrecord.find.stance.cues import Utterance
from onrecord.find.stance.speaker_insertions import capitals_before, inserted_speaker, title_start
from onrecord.find.stance.speakers import speaker_after, speaker_before
from onrecord.find.stance.stretches import content_end, content_start, over_attendants, segment, times_between
from onrecord.find.words.subjects import clause_start
from onrecord.find.words.verb_groups import over_verb_group
from onrecord.records import SpeechAct

if TYPE_CHECKING:
    from onrecord.find.stance.cues import Heard
    from onrecord.find.words.frame import Frame

__all__ = ["act", "verb"]

_NEGATED = {SpeechAct.CONFIRM: SpeechAct.DOUBT}
_ADDRESSING = frozenset({"tell", "warn", "remind"})
_NEAR = 8


def verb(frame: Frame, heard: Heard) -> Utterance | None:
    """Read a verb of speech in any order of source and content."""
    does = act(frame, heard)
    if does is None or is_noun(frame, heard):
        return None
    if is_passive(frame, heard):
        return passive(frame, heard, does)
    return _inverted(frame, heard, does) or _plain(frame, heard, does)


def _plain(frame: Frame, heard: Heard, act: SpeechAct) -> Utterance | None:
    """SOURCE cue (that) CONTENT."""
    who = speaker_before(frame, heard.first) or capitals_before(frame, heard.first)
    start, opened = content_start(frame, heard.last + 1, addressed=heard.cue.words[0] in _ADDRESSING)
    as_needed = "as" in heard.cue.needs and any(frame.reads(i, "as") for i in range(start, start + _NEAR))
    if who is None or start >= len(frame.tokens) or (heard.cue.needs and not opened and not as_needed):
        return None
    said = (
        *times_between(frame, clause_start(frame, who[0]), who[0] - 1),
        *times_between(frame, heard.last, start - 1),
    )
    return Utterance(who, act, (heard.first, heard.last), start, content_end(frame, start), said)


def _inverted(frame: Frame, heard: Heard, act: SpeechAct) -> Utterance | None:
    """CONTENT, SOURCE cue · CONTENT, cue SOURCE · CONTENT, SOURCE cue, CONTENT."""
    who = speaker_before(frame, heard.first) or capitals_before(frame, heard.first)
    cue = (heard.first, heard.last)
    lead = (title_start(frame, who[0]) if who else heard.first) - 1
    after = over_attendants(frame, heard.last + 1)
    if who and _breaks(frame, lead) and (frame.is_a(lead, "quote") or _is_tail(frame, after)):
        told = Utterance(who, act, cue, 0, lead - 1, times_between(frame, cue[1], after))
        return _around(frame, (lead, after), told)
    if _breaks(frame, heard.first - 1) and not (who and inserted_speaker(frame, heard.first - 1)):
        who = speaker_after(frame, over_attendants(frame, heard.last + 1))
        after = over_attendants(frame, who[1] + 1) if who else 0
        if who and (
            _is_tail(frame, after) or frame.is_a(after, "relative", "quote", "preposition", "coordinator")
        ):
            told = Utterance(who, act, cue, 0, heard.first - 2, times_between(frame, cue[1], after))
            return _around(frame, (heard.first - 1, after), told)
    return None


def _around(frame: Frame, gap: tuple[int, int], utterance: Utterance) -> Utterance | None:
    """Set the stretch that stands before the gap, or on both sides where it goes on after a comma."""
    lead, after = gap
    if lead <= 0:
        return None
    start = _quote_start(frame, lead) if frame.is_a(lead, "quote") or frame.is_a(lead - 1, "quote") else None
    if start is None:
        start = segment(frame, lead - 1)[0]
    goes_on = (
        after < len(frame.tokens) - 1 and frame.tokens[after].words == "," and frame.tokens[lead].words == ","
    )
    last = content_end(frame, after + 1) if goes_on else lead - 1
    return replace(utterance, first=start, last=last)


def _quote_start(frame: Frame, closing: int) -> int | None:
    end = closing if frame.is_a(closing, "quote") else closing - 1
    while frame.is_a(end - 1, "quote"):
        end -= 1
    return next((i for i in range(end - 1, -1, -1) if frame.is_a(i, "quote")), None)


def _breaks(frame: Frame, at: int) -> bool:
    return at > 0 and (frame.tokens[at].words == "," or frame.is_a(at, "quote"))


def _is_tail(frame: Frame, at: int) -> bool:
    return (
        at >= len(frame.tokens)
        or frame.tokens[at].words == ","
        or (frame.is_a(at, "stop") and frame.tokens[at].words != ":")
    )


def act(frame: Frame, heard: Heard) -> SpeechAct | None:
    """Give the act with negation counted: who did not confirm doubts, who did not say says nothing.

    Nor does who was asked to say, or finds it hard to verify; "went on to say" counts.
    """
    window = range(max(heard.first - _NEAR // 2, 0), heard.first)
    if frame.reads(heard.first - 1, "to") and not frame.is_a(heard.first - 2, "going_on"):
        return None
    light = [i for i in window if i > over_verb_group(frame, heard.first - 1)]
    if any(frame.reads(i, word) for i in light for word in ("not", "n't", "n’t", "never", "cannot")):
        return _NEGATED.get(heard.cue.act)
    return heard.cue.act
