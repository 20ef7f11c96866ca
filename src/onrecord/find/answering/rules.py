"""The engine of rules as one that answers questions: it reads the text and turns the reading into answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from onrecord.answers import Answer, Question
from onrecord.errors import FindError
from onrecord.find.answering.reading import as_text
from onrecord.find.engine import Engine
from onrecord.find.models.rules import RulesEngine
from onrecord.find.sentence import Lexicon
from onrecord.records import Reading

__all__ = ["ANSWERS", "RulesAnswerer", "answer_by_rules"]

PARTS: dict[str, str] = {
    "incidents": "incidents:incidents_of",
    "names": "spans:names_of",
    "relations": "spans:relations_of",
    "attributions": "spans:attributions_of",
    "acts": "spans:acts_of",
    "groups": "spans:groups_of",
    "counts": "counts:counts_of",
    "labels": "labels:labels_of",
}
"""A part of an answer and what fills it from a question and a reading: module here, function."""

ANSWERS: dict[str, tuple[str, ...]] = {
    "muc4-roles": ("incidents",),
    "muc4-templates": ("incidents",),
    "muc4-slots": ("incidents",),
    "re3d-names": ("names",),
    "re3d-relations": ("names", "relations"),
    "re3d-relations-gold-names": ("relations",),
    "satp": ("labels",),
    "insightcrime": ("labels",),
    "ipe-docs": ("labels",),
    "ipe-sents": ("labels",),
    "cameo": ("labels",),
    "plover": ("labels",),
    "polnear": ("attributions",),
    "modality": ("acts",),
    "coref": ("groups",),
    "counts": ("counts",),
}
"""Which parts of an answer each task asks for."""


@dataclass(frozen=True, slots=True)
class RulesAnswerer:
    """Reads each question's text with an engine and answers from the reading alone."""

    engine: Engine

    def answers(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Give an answer a question, in order; FindError for a task that the rules know nothing of."""
        for question in questions:
            if question.task not in ANSWERS:
                raise FindError(f"no rules for task {question.task!r}; there are: {', '.join(ANSWERS)}")
            reading = self.engine.read(as_text(question))
            filled: dict[str, Any] = {
                part: _filling(part)(question, reading) for part in ANSWERS[question.task]
            }
            yield Answer(**filled)


def answer_by_rules(names: Lexicon) -> RulesAnswerer:
    """Make the answering engine of rules with the names known outside the text."""
    return RulesAnswerer(RulesEngine(names))


def _filling(part: str) -> Callable[[Question, Reading], tuple[Any, ...]]:
    module, _, name = PARTS[part].partition(":")
    fill: Callable[[Question, Reading], tuple[Any, ...]] = getattr(
        import_module(f"{__package__}.{module}"), name
    )
    return fill
