"""The slots of MUC-4 that the trained reader leaves to words: days, places, people without a name.

Which places are an incident's is the reader's head; what words mean is read by the tables that the rules
engine uses too.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.answers import Entity, Incident, Question
from onrecord.find.answering.incidents_terms import country_of, places_of
from onrecord.find.answering.people_names import names_of, places_of_words
from onrecord.find.answering.reading import sentences_of
from onrecord.find.answering.trained_days import body_of, days_near
from onrecord.find.answering.trained_effects import NOBODY, effect_on, nobody_hurt
from onrecord.find.answering.trained_people import Described, described
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import Found, spans_of
from onrecord.find.sentence import Sentence
from onrecord.vocabulary import rows

__all__ = ["with_slots"]

_DATELINE = 60
_ONE = (1.0, 1.0)
SUREST = 0.7
"""Places less sure than this are not looked at."""
NEAR = 400
"""Characters from a filler within which a place is the incident's."""
MANY = 2
"""Named victims of whom a count of people without a name, as many as they are, speaks again."""
FAR = 10_000
"""Characters between an incident and people, where none of its fillers stands in the text."""


def with_slots(
    reader: TrainedReader, question: Question, incidents: tuple[Incident, ...]
) -> tuple[Incident, ...]:
    """Give the incidents of a text with days, places and people without a name; a named victim counts one."""
    if not incidents:
        return ()
    sentences = sentences_of(question)
    scene = _Scene(question, sentences, _places_in(reader, question.text))
    people = scene.shared_out(described(sentences, names_of(question.text, incidents)), incidents)
    return tuple(scene.told(one, people[at]) for at, one in enumerate(incidents))


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

    def shared_out(self, people: Iterable[Described], incidents: tuple[Incident, ...]) -> list[list[Entity]]:
        """Give each incident those people who stand nearest to its fillers, the likeliest among equals."""
        at = [sorted(self._standing(incident.parts)) for incident in incidents]
        shares: list[list[Entity]] = [[] for _ in incidents]
        for start, entity in people:
            gaps = [(_gap(start, at[i]), -one.score, i) for i, one in enumerate(incidents)]
            shares[min(gaps)[2]].append(entity)
        return shares

    def told(self, incident: Incident, people: list[Entity]) -> Incident:
        at = self._harmed(incident, people)
        bounds = [(sentence.start, sentence.end) for sentence in self.sentences]
        earliest, latest = days_near(
            self.question.text, self.question.day, at or self._deeds(incident), bounds
        )
        return replace(
            incident,
            parts=self._parts(incident, people),
            earliest=earliest,
            latest=latest,
            places=self._where(at),
        )

    def _harmed(self, incident: Incident, people: list[Entity]) -> list[int]:
        """Give where an incident's fillers stand, else its people without a name."""
        fillers = sorted(self._standing(incident.parts))
        return fillers or sorted(self._standing(("victim", one) for one in people))

    def _deeds(self, incident: Incident) -> list[int]:
        """Give where words name an incident of this type."""
        return [found.start() for found in _deed(incident.type).finditer(self.question.text)]

    def _parts(self, incident: Incident, people: list[Entity]) -> tuple[tuple[str, Entity], ...]:
        """Count each named victim as one, say what became of it, and add people without a name."""
        named = [(part, self._counted(part, entity, incident.type)) for part, entity in incident.parts]
        known = sum(part == "victim" for part, _ in named)
        hurt = [("victim", one) for one in people if known < MANY or one.numbers != (known, known)]
        hit = any(part == "victim" for part, _ in (*named, *hurt))
        nobody = () if hit or not nobody_hurt(self.question.text) else (("victim", NOBODY),)
        return (*named, *hurt, *nobody)

    def _counted(self, part: str, entity: Entity, kind: str) -> Entity:
        if part != "victim" or not entity.name:
            return entity
        effect = effect_on(entity.mentions[0], kind, entity.effect, self.sentences)
        return replace(entity, numbers=_ONE, effect=effect)

    def _standing(self, parts: Iterable[tuple[str, Entity]]) -> Iterator[int]:
        """Give where the fillers of an incident stand, organisations apart: they stand everywhere."""
        for part, entity in parts:
            if part != "perpetrator_organisation":
                yield from (start for start, _ in places_of_words(self.question.text, entity.mentions[0]))

    def _where(self, at: list[int]) -> tuple[str, ...]:
        """Give the known town or department nearest to a filler, the text's country where none is near."""
        text = self.question.text
        country = country_of(text[:_DATELINE]) or country_of(text)
        named = ((one.start, places_of(text[one.start : one.end], country)) for one in self.places)
        near = [(_gap(start, at), place) for start, place in named if len(place) > 1]
        found = min((one for one in near if one[0] <= NEAR), default=None)
        return found[1] if found else places_of("", country)


@cache
def _deed(kind: str) -> re.Pattern[str]:
    """Give the pattern of words that name an incident of a type."""
    stems = [re.escape(row["stem"]) for row in rows("muc_deeds") if row["type"] in kind.lower()]
    return re.compile(rf"\b(?:{'|'.join(stems) or '(?!)'})", re.IGNORECASE)


def _gap(start: int, places: Sequence[int]) -> int:
    """Give the characters between a place and the nearest of sorted ones."""
    at = bisect(places, start)
    return min((abs(start - place) for place in places[max(0, at - 1) : at + 1]), default=FAR)
