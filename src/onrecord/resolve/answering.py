"""A reading resolved, as answers to a benchmark's questions: places, times, actors."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from onrecord.answers import Answer, Answerer, Question
from onrecord.records import Reading, Text
from onrecord.resolve.resolver import Resolver

__all__ = ["FILLED", "ReadsQuestion", "ResolvingAnswerer"]

ReadsQuestion = Callable[[Question], tuple[Text, Reading]]
"""What reads a question's text: an engine that pipeline hands in."""

FILLED: dict[str, tuple[str, str]] = {
    "places-gold": ("places", "answering_places:places_of_names"),
    "places": ("places", "answering_places:places_of"),
    "times": ("times", "answering_times:times_of"),
    "actors": ("actors", "answering_actors:actors_of_names"),
}
"""The part of an answer that a task asks for, and what fills it: module here, function."""


@dataclass(frozen=True, slots=True)
class ResolvingAnswerer:
    """Answers what is settled outside the text by itself and hands every other question on."""

    read: ReadsQuestion
    resolver: Resolver
    other: Answerer

    @property
    def workers(self) -> int:
        """Give how many questions the engine behind it is best asked at once."""
        return getattr(self.other, "workers", 1)

    def account(self) -> tuple[str, ...]:
        """Give what the engine behind it says that its run came to."""
        told: tuple[str, ...] = self.other.account() if hasattr(self.other, "account") else ()
        return told

    def answers(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Give an answer a question, in order."""
        for question in questions:
            if question.task in FILLED:
                part, where = FILLED[question.task]
                text, reading = self.read(question)
                filled: dict[str, Any] = {part: _filling(where)(question, text, reading, self.resolver)}
                yield Answer(**filled)
            else:
                yield from self.other.answers((question,))


def _filling(where: str) -> Callable[[Question, Text, Reading, Resolver], tuple[Any, ...]]:
    module, _, name = where.partition(":")
    fill: Callable[[Question, Text, Reading, Resolver], tuple[Any, ...]] = getattr(
        import_module(f"{__package__}.{module}"), name
    )
    return fill
