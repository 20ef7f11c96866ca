"""One cue of speech into one utterance: its source, the stretch it speaks for, when it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.stance.cue_nouns import noun
from onrecord.find.stance.cue_passives import accuse
from onrecord.find.stance.cue_verbs import act, verb
from onrecord.find.stance.cues import Utterance
from onrecord.find.stance.speakers import speaker_after
from onrecord.find.stance.stretches import content_end, opens, phrase_end, segment
from onrecord.find.words.subjects import clause_start
from onrecord.find.words.verb_groups import over_verb_group

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.find.stance.cues import Heard
    from onrecord.find.words.frame import Frame

__all__ = ["utterance_of"]

_IT_ALONE = frozenset({"emerge", "transpire", "turn"})  # people emerge too: only "it emerged that" is speech


def utterance_of(frame: Frame, heard: Heard) -> Utterance | None:
    """Give the utterance that a cue makes, or None where the words around it are no speech."""
    found = _FORMS[heard.cue.form](frame, heard)
    if found is None or found.first > found.last or found.last < 0:
        return None
    return found


def _preposition(frame: Frame, heard: Heard) -> Utterance | None:
    """Cue SOURCE, CONTENT · CONTENT, cue SOURCE."""
    who = speaker_after(frame, heard.last + 1)
    if who is None:
        end = phrase_end(frame, heard.last + 1)
        who = (heard.last + 1, end) if end > heard.last else None
    first, last = segment(frame, heard.first)
    if who and who[1] >= last - 1:
        last = heard.first - 1
    elif who and first == heard.first:
        first = who[1] + 1
    return Utterance(who, heard.cue.act, (heard.first, heard.last), first, last)


def _impersonal(frame: Frame, heard: Heard) -> Utterance | None:
    after = heard.last + 1
    if not opens(frame, after) or frame.is_a(after, "quote"):
        return None
    if heard.cue.words[0] in _IT_ALONE and not frame.reads(over_verb_group(frame, heard.first - 1), "it"):
        return None
    return Utterance(None, heard.cue.act, (heard.first, heard.last), after + 1, content_end(frame, after + 1))


def _adverb(frame: Frame, heard: Heard) -> Utterance | None:
    start = clause_start(frame, heard.first)
    return Utterance(None, heard.cue.act, (heard.first, heard.last), start, content_end(frame, heard.last))


def _adjective(frame: Frame, heard: Heard) -> Utterance | None:
    after = heard.last + 1
    return Utterance(None, heard.cue.act, (heard.first, heard.last), after, phrase_end(frame, after))


def _accusation(frame: Frame, heard: Heard) -> Utterance | None:
    does = act(frame, heard)
    return accuse(frame, heard, does) if does and heard.last + 1 < len(frame.tokens) else None


_FORMS: dict[str, Callable[[Frame, Heard], Utterance | None]] = {
    "verb": verb,
    "noun": noun,
    "preposition": _preposition,
    "accuse": _accusation,
    "impersonal": _impersonal,
    "adverb": _adverb,
    "adjective": _adjective,
}
