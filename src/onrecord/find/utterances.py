"""One cue of speech into one utterance: its source, the stretch it speaks for, when it was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.find.phrases import ends_phrase
from onrecord.find.speakers import speaker_after, speaker_before, speaker_from
from onrecord.find.stretches import (
    content_end,
    content_start,
    opens,
    over_attendants,
    phrase_end,
    segment,
    times_between,
)
from onrecord.find.subjects import clause_start, over_verb_group
from onrecord.records import SpeechAct

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.find.frame import Frame, Placed
    from onrecord.find.sentence import Token
    from onrecord.find.speech import Heard

__all__ = ["Utterance", "utterance_of"]

_NEGATED = {SpeechAct.CONFIRM: SpeechAct.DOUBT}
_NO_SPEECH = frozenset({"decline", "refuse"})
_AFTER_PASSIVE = frozenset({"to", "as", "that", "by", "at", "whether"})
_BARE_PASSIVE = frozenset({SpeechAct.CONFIRM, SpeechAct.DENY, SpeechAct.DOUBT, SpeechAct.DISMISS})
_NEAR = 8


@dataclass(frozen=True, slots=True)
class Utterance:
    """Who (tokens, or None) does what over which tokens, with which cue, at which times."""

    who: tuple[int, int] | None
    act: SpeechAct
    cue: tuple[int, int]
    first: int
    last: int
    said: tuple[Placed, ...] = ()


def utterance_of(frame: Frame, heard: Heard) -> Utterance | None:
    """Give the utterance that a cue makes, or None where the words around it are no speech."""
    found = _FORMS[heard.cue.form](frame, heard)
    if found is None or found.first > found.last or found.last < 0:
        return None
    return found


def _verb(frame: Frame, heard: Heard) -> Utterance | None:
    act = _act(frame, heard)
    if act is None or _is_noun(frame, heard):
        return None
    if _is_passive(frame, heard):
        return _passive(frame, heard, act)
    return _inverted(frame, heard, act) or _plain(frame, heard, act)


def _plain(frame: Frame, heard: Heard, act: SpeechAct) -> Utterance | None:
    """SOURCE cue (that) CONTENT."""
    who = speaker_before(frame, heard.first)
    start, opened = content_start(
        frame, heard.last + 1, addressed=heard.cue.words[0] in {"tell", "warn", "remind"}
    )
    as_needed = "as" in heard.cue.needs and any(frame.reads(i, "as") for i in range(start, start + _NEAR))
    if who is None or start >= len(frame.tokens) or (heard.cue.needs and not opened and not as_needed):
        return None
    said = (
        *times_between(frame, _before_source(frame, who[0]), who[0] - 1),
        *times_between(frame, heard.last, start - 1),
    )
    return Utterance(who, act, (heard.first, heard.last), start, content_end(frame, start), said)


def _before_source(frame: Frame, first: int) -> int:
    return max(clause_start(frame, first), 0)


def _inverted(frame: Frame, heard: Heard, act: SpeechAct) -> Utterance | None:
    """CONTENT, SOURCE cue · CONTENT, cue SOURCE · CONTENT, SOURCE cue, CONTENT."""
    who = speaker_before(frame, heard.first)
    cue = (heard.first, heard.last)
    lead = (who[0] if who else heard.first) - 1
    after = over_attendants(frame, heard.last + 1)
    if who and _breaks(frame, lead) and _is_tail(frame, after):
        return _around(
            frame, (lead, after), Utterance(who, act, cue, 0, lead - 1, times_between(frame, cue[1], after))
        )
    if _breaks(frame, heard.first - 1):
        who = speaker_after(frame, over_attendants(frame, heard.last + 1))
        if who:
            after = over_attendants(frame, who[1] + 1)
            times = times_between(frame, cue[1], after)
            return _around(
                frame, (heard.first - 1, after), Utterance(who, act, cue, 0, heard.first - 2, times)
            )
    return None


def _around(frame: Frame, gap: tuple[int, int], utterance: Utterance) -> Utterance | None:
    """Set the stretch of content that stands before the gap, or on both sides where it goes on after a comma."""
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
    return Utterance(utterance.who, utterance.act, utterance.cue, start, last, utterance.said)


def _quote_start(frame: Frame, closing: int) -> int | None:
    end = closing if frame.is_a(closing, "quote") else closing - 1
    return next((i for i in range(end - 1, -1, -1) if frame.is_a(i, "quote")), None)


def _breaks(frame: Frame, at: int) -> bool:
    return at > 0 and (frame.tokens[at].words == "," or frame.is_a(at, "quote"))


def _is_tail(frame: Frame, at: int) -> bool:
    return (
        at >= len(frame.tokens)
        or frame.tokens[at].words == ","
        or (frame.is_a(at, "stop") and frame.tokens[at].words != ":")
    )


def _passive(frame: Frame, heard: Heard, act: SpeechAct) -> Utterance | None:
    """CONTENT was cue (as ...) (by SOURCE) · it was cue that CONTENT."""
    after = heard.last + 1
    follows = frame.tokens[after].lemma if after < len(frame.tokens) else ""
    if follows not in _AFTER_PASSIVE and act not in _BARE_PASSIVE:
        return None
    if "as" in heard.cue.needs and not any(frame.reads(i, "as") for i in range(after, after + 2)):
        return None
    start, opened = content_start(frame, after, addressed=False)
    by = next((i for i in range(after, min(after + _NEAR, len(frame.tokens))) if frame.reads(i, "by")), None)
    who = speaker_after(frame, by + 1) if by is not None else None
    cue = (heard.first, heard.last)
    if opened:
        return Utterance(
            who, act, cue, start, content_end(frame, start), times_between(frame, after, start - 1)
        )
    first = _subject_start(frame, heard.first)
    whole = follows not in {"as", "by"} and act not in _BARE_PASSIVE
    last = content_end(frame, after) if whole else over_verb_group(frame, heard.first - 1)
    return Utterance(who, act, cue, first, last)


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


def _noun(frame: Frame, heard: Heard) -> Utterance | None:
    """SOURCE's cue that CONTENT · cue by SOURCE that CONTENT · cue of CONTENT."""
    if not _is_noun(frame, heard):
        return None
    after = heard.last + 1
    by = speaker_from(frame, after)
    who = by or _owner(frame, heard.first)
    after = by[1] + 1 if by else after
    opener = frame.tokens[after].lemma if after < len(frame.tokens) else ""
    if (
        opener not in heard.cue.needs
        and frame.tokens[min(after, len(frame.tokens) - 1)].words.lower() not in heard.cue.needs
    ):
        return None
    clausal = opener in {"that", "say"}
    last = content_end(frame, after + 1) if clausal else phrase_end(frame, after + 1)
    return Utterance(who, heard.cue.act, (heard.first, heard.last), after + 1, last)


def _owner(frame: Frame, noun: int) -> tuple[int, int] | None:
    at = noun - 1
    while at >= 0 and noun - at <= 2 and not ends_phrase(frame, at) and at not in frame.ending:
        at -= 1
    if frame.is_a(at, "possessive_pronoun"):
        return at, at
    owner = frame.ending.get(at - 1, ()) if frame.is_a(at, "possessive") else ()
    return (owner[0].first, owner[0].last) if owner else None


def _is_noun(frame: Frame, heard: Heard) -> bool:
    """Say whether a word that can be verb or noun ("reports", "claims", "doubt") is a noun here."""
    if heard.cue.form == "verb" and (
        len(heard.cue.words) > 1 or not _could_be_noun(frame.tokens[heard.first])
    ):
        return False
    before = heard.first - 1
    if before < 0 or frame.is_a(
        before, "article", "determiner", "possessive", "preposition", "coordinator", "be", "quote"
    ):
        return not frame.is_a(before, "relative") and not frame.reads(before, "to")
    verbal = before in frame.ending or frame.is_a(
        before,
        "speaker_noun",
        "pronoun",
        "adverb",
        "modal",
        "auxiliary",
        "relative",
        "close_bracket",
        "addressee",
    )
    return not (
        verbal or frame.tokens[before].words in {",", ")"} or frame.tokens[before].words.endswith("ly")
    )


def _could_be_noun(token: Token) -> bool:
    lower = token.words.lower()
    return lower in {token.lemma, token.lemma + "s"}


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


def _accuse(frame: Frame, heard: Heard) -> Utterance | None:
    """SOURCE cue X of CONTENT; the whole of what follows is the accusation."""
    act = _act(frame, heard)
    if act is None or heard.last + 1 >= len(frame.tokens):
        return None
    cue, after = (heard.first, heard.last), heard.last + 1
    end = content_end(frame, after)
    if _is_passive(frame, heard):
        by = next((i for i in range(after, end + 1) if frame.reads(i, "by")), None)
        who = speaker_after(frame, by + 1) if by is not None else None
        return Utterance(who, act, cue, _subject_start(frame, heard.first), end)
    who = speaker_before(frame, heard.first)
    return Utterance(who, act, cue, after, end) if who else None


def _impersonal(frame: Frame, heard: Heard) -> Utterance | None:
    after = heard.last + 1
    if not opens(frame, after) or frame.is_a(after, "quote"):
        return None
    if heard.cue.words[0] in {"emerge", "transpire", "turn"} and not frame.reads(
        over_verb_group(frame, heard.first - 1), "it"
    ):
        return None
    return Utterance(None, heard.cue.act, (heard.first, heard.last), after + 1, content_end(frame, after + 1))


def _adverb(frame: Frame, heard: Heard) -> Utterance | None:
    start = clause_start(frame, heard.first)
    return Utterance(None, heard.cue.act, (heard.first, heard.last), start, content_end(frame, heard.last))


def _adjective(frame: Frame, heard: Heard) -> Utterance | None:
    after = heard.last + 1
    return Utterance(None, heard.cue.act, (heard.first, heard.last), after, phrase_end(frame, after))


def _act(frame: Frame, heard: Heard) -> SpeechAct | None:
    """Give the act with negation counted: who did not confirm doubts, who did not say says nothing."""
    window = range(max(heard.first - 4, 0), heard.first)
    if any(frame.tokens[i].lemma in _NO_SPEECH for i in window) and frame.reads(heard.first - 1, "to"):
        return None
    light = [i for i in window if i > over_verb_group(frame, heard.first - 1)]
    if any(frame.reads(i, word) for i in light for word in ("not", "n't", "n’t", "never", "cannot")):
        return _NEGATED.get(heard.cue.act)
    return heard.cue.act


def _is_passive(frame: Frame, heard: Heard) -> bool:
    token = frame.tokens[heard.first]
    participle = token.words.lower() != token.lemma and not token.words.lower().endswith("ing")
    if len(heard.cue.words) > 1 and heard.cue.words[-1] != "off":
        return False
    light = range(over_verb_group(frame, heard.first - 1) + 1, heard.first)
    return participle and any(frame.is_a(i, "be") for i in light)


_FORMS: dict[str, Callable[[Frame, Heard], Utterance | None]] = {
    "verb": _verb,
    "noun": _noun,
    "preposition": _preposition,
    "accuse": _accuse,
    "impersonal": _impersonal,
    "adverb": _adverb,
    "adjective": _adjective,
}
