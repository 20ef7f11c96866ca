"""Questions put to an engine several at a time, with the answers in the order of the questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.answers import Answer, Answerer, Question
from onrecord.run.local import side_by_side

__all__ = ["Abreast"]


@dataclass(frozen=True, slots=True)
class Abreast:
    """Asks an engine that several threads may ask at once, `workers` questions under way."""

    engine: Answerer
    workers: int

    def answers(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Give an answer a question, in order."""
        yield from side_by_side(self._answer, questions, self.workers)

    def _answer(self, question: Question) -> Answer:
        (answer,) = self.engine.answers((question,))
        return answer
