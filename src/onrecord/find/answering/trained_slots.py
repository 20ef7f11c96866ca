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
_SUREST = 2


def with_slots(
    reader: TrainedReader, question: Question, incidents: tuple[Incident, ...]
) -> tuple[Incident, ...]:
    """Give the incidents of a text with its days and places; a named victim counts one."""
    times, found = _stretches(reader, question.text, ("names", "time"), ("muc", "Place"))
    earliest, latest = days_of_all((question.text[s.start : s.end] for s in times), question.day)
    if (earliest, latest) == OPEN:
        latest = question.day
    places = _places(question.text, found)
    return tuple(
        replace(
            incident,
            parts=tuple((part, _counted(part, entity)) for part, entity in incident.parts),
            earliest=earliest,
            latest=latest,
            places=places,
        )
        for incident in incidents
    )


def _places(text: str, found: list[Found]) -> tuple[str, ...]:
    """Give the places of the surer two stretches, of the one that names more."""
    country = country_of(text[:_DATELINE]) or country_of(text)
    surest = sorted(found, key=lambda span: -span.score)[:_SUREST]
    named = [places_of(text[s.start : s.end], country) for s in surest]
    return max(named, key=len, default=places_of("", country))


def _stretches(reader: TrainedReader, text: str, *asked: tuple[str, str]) -> list[list[Found]]:
    """Give the stretches of each (head, class), in the order of the text, from one pass over it."""
    found: list[list[Found]] = [[] for _ in asked]
    for signals in reader.signals(text):
        for k, (head, kind) in enumerate(asked):
            spans = spans_of(reader.weights, signals, head, reader.thresholds(head))
            found[k] += sorted(span for span in spans if span.kind == kind)
    return found


def _counted(part: str, entity: Entity) -> Entity:
    return replace(entity, numbers=_ONE) if part == "victim" and entity.name else entity
