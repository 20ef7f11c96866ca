"""The claims of a sentence made whole: who speaks for them, when, whether they are so, in which world."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from onrecord.answers import Stretch
from onrecord.find.models.trained.acts import act_of
from onrecord.find.models.trained.calibrate import calibrated
from onrecord.find.models.trained.drafting import drafted, filling
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.mentions import in_order, within
from onrecord.find.models.trained.passages import Ground
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.speaking import Voices, speaking_for
from onrecord.find.models.trained.told import Happening, happenings_in
from onrecord.find.models.trained.values import values_in
from onrecord.find.stance.covering import chain_of
from onrecord.find.timing import times_of
from onrecord.find.words.clauses import cut_clauses
from onrecord.find.words.frame import frame_of
from onrecord.records import Claim, Mention, Modality, Polarity

__all__ = ["completed", "event_claims"]


def event_claims(
    reader: TrainedReader, signals: Signals, ground: Ground, names: tuple[Mention, ...], voices: Voices
) -> Iterator[Claim]:
    """Give the event and toll claims of a stretch."""
    happening = sorted(happenings_in(reader, signals, ground), key=lambda one: one.sentence.start)
    for _, group in groupby(happening, key=lambda one: one.sentence.start):
        yield from _of_sentence(reader, signals, names, voices, tuple(group))


def _of_sentence(
    reader: TrainedReader,
    signals: Signals,
    names: tuple[Mention, ...],
    voices: Voices,
    group: tuple[Happening, ...],
) -> Iterator[Claim]:
    sentence = group[0].sentence
    named = within(names, sentence.start, sentence.end)
    values = values_in(sentence, named)
    frame = frame_of(sentence, in_order((*named, *filling(sentence, named, group))))
    clauses = cut_clauses(frame)
    for told, one in drafted(frame, clauses, group, values.numbers):
        first = one.triggers[0]
        speaking = speaking_for(told.claim, voices, (first.start, first.end))
        act = act_of(reader, signals, Stretch(first.start, first.end))
        yield replace(
            told.claim,
            sources=chain_of(told.claim, speaking),
            times=times_of(frame, clauses, told.claim, values.times, speaking),
            polarity=Polarity(act.polarity),
            modality=Modality(act.modality),
            confidence=calibrated(reader, "event", max(trigger.score for trigger in one.triggers)),
        )


def completed(claim: Claim, ground: Ground, names: tuple[Mention, ...], voices: Voices) -> Claim:
    """Give a claim that a sentence states with its sources and times."""
    sentence = ground.sentence(claim.evidence.start, claim.evidence.end)
    if sentence is None:
        return claim
    frame = frame_of(sentence, within(names, sentence.start, sentence.end))
    speaking = speaking_for(claim, voices)
    times = times_of(frame, cut_clauses(frame), claim, values_in(sentence, names).times, speaking)
    return replace(claim, sources=chain_of(claim, speaking), times=times)
