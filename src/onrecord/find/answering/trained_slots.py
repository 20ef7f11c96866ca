"""The slots of MUC-4 that the trained reader leaves to words: days, places, people without a name.

Which places are an incident's is the reader's head; what words mean is read by the tables that the rules
engine uses too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.answers import Entity, Incident, Question
from onrecord.find.answering.incidents_terms import country_of, effect_of, places_of
from onrecord.find.answering.reading import as_text
from onrecord.find.answering.trained_days import body_of, days_near
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import Found, spans_of
from onrecord.find.sentence import Sentence
from onrecord.find.values.casualties import find_casualties
from onrecord.find.words.tokens import split_sentences

__all__ = ["described", "with_slots"]

_DATELINE = 60
_ONE = (1.0, 1.0)
SUREST = 0.7
"""Places less sure than this are not looked at."""
NEAR = 200
"""Characters from a filler within which a place is the incident's."""
ARMED = frozenset({"combatant", "attacker"})
"""Who is hit and no victim of an incident in the sense of MUC-4."""
HARMED = frozenset({"killed", "injured", "abducted"})


def with_slots(
    reader: TrainedReader, question: Question, incidents: tuple[Incident, ...]
) -> tuple[Incident, ...]:
    """Give the incidents of a text with days, places and people without a name; a named victim counts one."""
    if not incidents:
        return ()
    sentences = split_sentences(as_text(question))
    scene = _Scene(question, sentences, _places_in(reader, question.text))
    people = tuple(("victim", person) for person in described(sentences))
    likeliest = max(incidents, key=lambda incident: incident.score)
    return tuple(scene.told(one, people if one is likeliest else ()) for one in incidents)


def described(sentences: tuple[Sentence, ...]) -> Iterator[Entity]:
    """Give the unarmed people without a name who are said to be killed, injured or abducted, once each."""
    known = set()
    for row in (row for sentence in sentences for row in find_casualties(sentence, ())):
        if row.victims and row.outcome in HARMED and row.status not in ARMED and row.number.high != 0:
            words = " ".join(row.victims.words.split())
            if (words.lower(), row.outcome) not in known:
                known.add((words.lower(), row.outcome))
                yield Entity((words,), (row.number.low, row.number.high), effect_of(row.outcome))


def _places_in(reader: TrainedReader, text: str) -> list[Found]:
    """Give the sure places behind the dateline."""
    body = body_of(text)
    return [
        span
        for signals in reader.signals(text)
        for span in spans_of(reader.weights, signals, "muc")
        if span.kind == "Place" and span.score >= SUREST and span.start >= body
    ]


@dataclass(frozen=True, slots=True)
class _Scene:
    question: Question
    sentences: tuple[Sentence, ...]
    places: list[Found]

    def told(self, incident: Incident, people: tuple[tuple[str, Entity], ...]) -> Incident:
        at = list(self._standing(incident))
        bounds = [(sentence.start, sentence.end) for sentence in self.sentences]
        earliest, latest = days_near(self.question.text, self.question.day, at, bounds)
        return replace(
            incident,
            parts=(*((part, _counted(part, entity)) for part, entity in incident.parts), *people),
            earliest=earliest,
            latest=latest,
            places=self._where(at),
        )

    def _standing(self, incident: Incident) -> Iterator[int]:
        """Give where the fillers of an incident stand, organisations apart: they stand everywhere."""
        for part, entity in incident.parts:
            if part != "perpetrator_organisation":
                words = r"\s+".join(map(re.escape, entity.mentions[0].split()))
                yield from (m.start() for m in re.finditer(words, self.question.text, re.IGNORECASE))

    def _where(self, at: list[int]) -> tuple[str, ...]:
        """Give the place nearest to a filler, the text's country where none is near."""
        text = self.question.text
        country = country_of(text[:_DATELINE]) or country_of(text)
        near = [(min((abs(f.start - k) for k in at), default=NEAR + 1), f) for f in self.places]
        found = min((one for one in near if one[0] <= NEAR), default=None)
        return places_of(text[found[1].start : found[1].end] if found else "", country)


def _counted(part: str, entity: Entity) -> Entity:
    return replace(entity, numbers=_ONE) if part == "victim" and entity.name else entity
