"""Who says so, and over which words: source chains, nearest first.

In "police said witnesses reported that a bomb went off" the witnesses are nearest to the content, so
the chain of the bomb is witnesses (say), police (say). Words that no cue governs have no source here:
then the document itself speaks, which is not the same as an unknown source.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.find.sentence import Attribution, Sentence
from onrecord.find.stance.bylines import bylines
from onrecord.find.stance.cues import Utterance, cues_in
from onrecord.find.stance.quotations import quoted_around
from onrecord.find.stance.utterances import utterance_of
from onrecord.find.words.frame import Frame, frame_of
from onrecord.records import MentionKind, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.records import Mention

__all__ = ["find_attributions"]


def find_attributions(sentence: Sentence, mentions: tuple[Mention, ...]) -> tuple[Attribution, ...]:
    """Give each stretch that somebody speaks for, with its chain; the smallest around a claim is its own."""
    frame = frame_of(sentence, mentions)
    if not frame.tokens:
        return ()
    heard = _cut(frame, sorted(_told_once(list(_utterances(frame))), key=lambda u: (u.first, -u.last)))
    found = [_attribution(frame, one, heard) for one in heard]
    quoted = (q for q in quoted_around(sentence) if not any(_overlap(q, a) for a in found))
    return (*found, *quoted)


def _overlap(quoted: Attribution, told: Attribution) -> bool:
    """Say whether a source with a name already speaks for the larger part of a quotation."""
    shared = min(quoted.end, told.end) - max(quoted.start, told.start)
    return told.sources[0].who is not None and shared * 2 > quoted.end - quoted.start


def _utterances(frame: Frame) -> Iterator[Utterance]:
    taken: set[int] = set()
    for heard in cues_in(frame):
        if heard.first not in taken and not _inside_a_name(frame, heard.first):
            utterance = utterance_of(frame, heard)
            if utterance:
                taken.update(range(heard.first, heard.last + 1))
                yield utterance
    yield from bylines(frame)


def _inside_a_name(frame: Frame, at: int) -> bool:
    """Say whether a word is a part of a person's name: "Sayed" says nothing."""
    return any(p.mention.kind is MentionKind.PERSON and p.last > p.first for p in frame.covering(at))


def _told_once(heard: list[Utterance]) -> list[Utterance]:
    """Leave out the statement in which something is said: "said in a statement that"."""
    return [one for one in heard if not any(_holds(o, one.cue[0]) for o in heard)]


def _holds(utterance: Utterance, cue: int) -> bool:
    """Say whether a cue stands between another one and its content, or in its source ("a UN report says")."""
    who = utterance.who
    return utterance.cue[1] < cue < utterance.first or bool(who and who[0] <= cue <= who[1])


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
