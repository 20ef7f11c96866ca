"""Who says so, and over which words: source chains, nearest first.

In "police said witnesses reported that a bomb went off" the witnesses are nearest to the content, so
the chain of the bomb is witnesses (say), police (say). Words that no cue governs have no source here:
then the document itself speaks, which is not the same as an unknown source.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.find.sentence import Attribution, Sentence
from onrecord.find.stance.cues import Utterance, cues_in
from onrecord.find.stance.speakers import speaker_before
from onrecord.find.stance.utterances import utterance_of
from onrecord.find.words.frame import Frame, frame_of
from onrecord.records import Source, SpeechAct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.records import Mention

__all__ = ["find_attributions"]

_LOOK_BACK = 4_000


def find_attributions(sentence: Sentence, mentions: tuple[Mention, ...]) -> tuple[Attribution, ...]:
    """Give each stretch that somebody speaks for, with its chain; the smallest around a claim is its own."""
    frame = frame_of(sentence, mentions)
    if not frame.tokens:
        return ()
    heard = _cut(frame, sorted(_told_once(list(_utterances(frame))), key=lambda u: (u.first, -u.last)))
    found = [_attribution(frame, one, heard) for one in heard]
    return (*found, *_carried(frame))


def _utterances(frame: Frame) -> Iterator[Utterance]:
    taken: set[int] = set()
    for heard in cues_in(frame):
        if heard.first not in taken:
            utterance = utterance_of(frame, heard)
            if utterance:
                taken.update(range(heard.first, heard.last + 1))
                yield utterance
    byline = _byline(frame)
    if byline:
        yield byline


def _told_once(heard: list[Utterance]) -> list[Utterance]:
    """Leave out the statement in which something is said: "said in a statement that"."""
    return [one for one in heard if not any(o.cue[1] < one.cue[0] < o.first for o in heard)]


def _byline(frame: Frame) -> Utterance | None:
    """Read "SPEAKER: “...”"."""
    colon = next((i for i, token in enumerate(frame.tokens) if token.words == ":"), None)
    if colon is None or not frame.is_a(colon + 1, "quote"):
        return None
    who = speaker_before(frame, colon)
    last = len(frame.tokens) - 1
    end = next((i for i in range(last, colon + 1, -1) if frame.is_a(i, "quote")), last)
    return (
        Utterance(who, SpeechAct.SAY, (colon, colon), colon + 1, end) if who and who[1] == colon - 1 else None
    )


def _cut(frame: Frame, heard: list[Utterance]) -> list[Utterance]:
    """End a stretch where "and" brings in another source on the same level: "A said X and B denied Y"."""
    cut = []
    for one in heard:
        starts = [o.who[0] for o in heard if o.who and o.cue != one.cue and one.first < o.who[0] <= one.last]
        joints = [at - 2 for at in starts if frame.is_a(at - 1, "coordinator")]
        ruled = [
            o.last for o in heard if o.first <= one.cue[0] and one.first <= o.last < o.cue[0] <= one.last
        ]
        cut.append(
            _trimmed(
                frame, replace(one, last=min([one.last, *ruled, *(j for j in joints if j >= one.first)]))
            )
        )
    return cut


def _trimmed(frame: Frame, one: Utterance) -> Utterance:
    first, last = one.first, one.last
    while first < last and frame.tokens[first].words == ",":
        first += 1
    while last > first and frame.tokens[last].words == ",":
        last -= 1
    return replace(one, first=first, last=last)


def _attribution(frame: Frame, one: Utterance, heard: list[Utterance]) -> Attribution:
    """Give the stretch with its chain: its own source, then those that speak of its cue, from inside out."""
    around = [o for o in heard if o.cue != one.cue and o.first <= one.cue[0] and one.cue[1] <= o.last]
    around = [o for o in around if not one.first <= o.cue[0] <= one.last]
    chain = (one, *sorted(around, key=lambda o: o.last - o.first))
    start, end = frame.tokens[one.first].start, frame.tokens[one.last].end
    return Attribution(
        tuple(_source(frame, o) for o in chain), start, end, tuple(p.mention for p in one.said)
    )


def _source(frame: Frame, one: Utterance) -> Source:
    who = frame.span(*one.who) if one.who else None
    return Source(who, one.act, frame.span(*one.cue))


def _carried(frame: Frame) -> Iterator[Attribution]:
    """Give an unknown source for the words of a quotation that an earlier sentence opened."""
    sentence = frame.sentence
    content = sentence.text.content
    before = content[max(sentence.start - _LOOK_BACK, 0) : sentence.start].rsplit("\n\n", 1)[-1]
    if before.count("“") <= before.count("”"):
        return
    closing = content.find("”", sentence.start, sentence.end)
    end = sentence.end if closing < 0 else closing
    if end > sentence.start:
        yield Attribution((Source(None, SpeechAct.SAY, None),), sentence.start, end)
