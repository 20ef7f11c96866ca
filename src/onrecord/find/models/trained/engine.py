"""The trained reader as an engine: mentions, events, relations and who says so, from one pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from onrecord.find.models.trained.attributions import attributions_of
from onrecord.find.models.trained.graph import Signals
from onrecord.find.models.trained.mentions import fillers, in_order, mentions_in
from onrecord.find.models.trained.passages import Ground, grounds_of, is_english, words_of
from onrecord.find.models.trained.reader import TrainedReader, open_reader
from onrecord.find.models.trained.related import relation_claims
from onrecord.find.models.trained.sentences import completed, event_claims
from onrecord.find.models.trained.speaking import Voices, attribution_of
from onrecord.find.models.trained.values import values_in
from onrecord.find.sentence import Attribution, Lexicon, span_of
from onrecord.find.sifting import distinct, sifted
from onrecord.find.version import tables_hash
from onrecord.find.words.tokens import each_sentence
from onrecord.records import Claim, Mention, Reading, Text, Unread

__all__ = ["Heard", "TrainedEngine", "engine"]

Placed = tuple[int, Claim]
"""A claim, and where its sentence begins."""


class Heard(NamedTuple):
    """A reading, and everybody who says something in English in the text."""

    reading: Reading
    voices: Voices


class _Part(NamedTuple):
    """What one stretch of a text gave."""

    claims: tuple[Placed, ...]
    names: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class TrainedEngine:
    """Reads with the network, and with the tables of the rules for times, counts and facets."""

    reader: TrainedReader

    @property
    def by(self) -> str:
        """Give "trained/1+", the digits of weights and tables, and the use where it is not balanced."""
        use = "" if self.reader.use == "balanced" else f"+{self.reader.use}"
        return f"trained/1+{self.reader.weights.version}+{tables_hash('')}{use}"

    @property
    def workers(self) -> int:
        """Give how many texts the reader is best asked about at once."""
        return self.reader.workers

    def read(self, text: Text) -> Reading:
        """Give mentions and claims of a text, and a row for each sentence in a language without claims."""
        return self.hear(text).reading

    def hear(self, text: Text) -> Heard:
        """Give the reading and who says what; stretch by stretch, so that no text is too long."""
        stretches = grounds_of(text, self.reader.signals(words_of(text)))
        parts = [self._stretch(text, ground, signals) for signals, ground in stretches]
        claims = _kept(placed for part in parts for placed in part.claims)
        names = tuple(name for part in parts for name in part.names)
        values, unread = _beside(text, names)
        mentions = in_order((*names, *values, *fillers(claims, names)))
        reading = Reading(text.id, self.by, mentions, claims, (), unread)
        return Heard(reading, Voices.of(one for part in parts for one in part.attributions))

    def _stretch(self, text: Text, ground: Ground, signals: Signals) -> _Part:
        names = mentions_in(self.reader, signals, text, ground)
        told = attributions_of(self.reader, signals)
        attributions = tuple(
            one
            for a in told
            if ground.english(a.cue[0].start, a.cue[0].end)
            for one in attribution_of(text, a)
        )
        voices = Voices.of(attributions)
        related = relation_claims(self.reader, signals, text, ground)
        claims = (
            *event_claims(self.reader, signals, ground, names, voices),
            *(completed(claim, ground, names, voices) for claim in related),
        )
        named = (replace(claim, by=self.by) for claim in claims)
        return _Part(tuple((_place(claim, ground), claim) for claim in named), names, attributions)


def engine(lexicon: Lexicon, use: str = "balanced") -> TrainedEngine:
    """Make the engine, which needs no names from outside; InputError where the weights are not there."""
    del lexicon
    return TrainedEngine(open_reader(use))


def _place(claim: Claim, ground: Ground) -> int:
    """Give where the sentence of a claim begins."""
    found = ground.sentence(claim.evidence.start, claim.evidence.end)
    return found.start if found else claim.evidence.start


def _kept(claims: Iterable[Placed]) -> tuple[Claim, ...]:
    """Give the claims in the order of the text, of each sentence those that say something of their own."""
    placed = tuple(claims)
    places = {claim.id: place for place, claim in placed}

    def order(claim: Claim) -> tuple[int, int, int, str]:
        return places[claim.id], claim.evidence.start, claim.evidence.end, claim.id

    ordered = sorted(distinct(claim for _, claim in placed), key=order)
    groups = groupby(ordered, key=lambda claim: places[claim.id])
    return tuple(claim for _, group in groups for claim in sifted(tuple(group)))


def _beside(text: Text, names: tuple[Mention, ...]) -> tuple[tuple[Mention, ...], tuple[Unread, ...]]:
    """Give times and counts of every sentence, and a row for each that is not English."""
    values, unread = list[Mention](), list[Unread]()
    for sentence in each_sentence(text):
        values += values_in(sentence, names).mentions
        if not is_english(sentence):
            span = span_of(text, sentence.start, sentence.end)
            reason = f"the trained reader finds names but no claims in {sentence.language}"
            unread.append(Unread(span, reason))
    return tuple(values), tuple(unread)
