"""The slots of MUC-4 that the trained reader leaves to words: days, places, numbers.

Which places are the incident's is the reader's head; what words mean is read by the tables that the rules
engine uses too.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.answers import Entity, Incident, Question
from onrecord.find.answering.days import OPEN, days_of_all
from onrecord.find.answering.incidents_terms import country_of, places_of
from onrecord.find.models.trained.reader import TrainedReader
from onrecord.find.models.trained.spans import Found, spans_of

__all__ = ["with_slots"]

_DATELINE = 60
_ONE = (1.0, 1.0)


def with_slots(reader: TrainedReader, question: Question, incident: Incident) -> Incident:
    """Give the incident with its days and places; a named victim counts one."""
    country = country_of(question.text[:_DATELINE]) or country_of(question.text)
    times = [question.text[s.start : s.end] for s in _stretches(reader, question.text, "names", "time")]
    earliest, latest = days_of_all(times, question.day)
    if (earliest, latest) == OPEN:
        latest = question.day
    surest = sorted(_stretches(reader, question.text, "muc", "Place"), key=lambda span: -span.score)
    named = [places_of(question.text[s.start : s.end], country) for s in surest[:2]]
    return replace(
        incident,
        parts=tuple((part, _counted(part, entity)) for part, entity in incident.parts),
        earliest=earliest,
        latest=latest,
        places=max(named, key=len, default=places_of("", country)),
    )


def _stretches(reader: TrainedReader, text: str, head: str, kind: str) -> list[Found]:
    """Give the stretches of one class of a head, in the order of the text."""
    found = (spans_of(reader.weights, one, head, reader.thresholds(head)) for one in reader.signals(text))
    return [span for spans in found for span in sorted(spans) if span.kind == kind]


def _counted(part: str, entity: Entity) -> Entity:
    return replace(entity, numbers=_ONE) if part == "victim" and entity.name else entity
