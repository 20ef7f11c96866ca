"""Rules and the trained reader as one engine that answers questions: for each task the better of the two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.answers import Answer, Answerer, Question
from onrecord.find.answering.rules import answer_by_rules
from onrecord.find.answering.trained import TrainedAnswerer, answer_by_training
from onrecord.find.sentence import Lexicon

__all__ = ["BY_RULES", "BothAnswerer", "answer_by_both"]

BY_RULES = frozenset(
    {"coref", "counts", "modality", "re3d-names", "re3d-relations", "re3d-relations-gold-names"}
)
"""Tasks that the rules answer better, on development data or crossed; docs/accuracy.md has the figures."""


@dataclass(frozen=True, slots=True)
class BothAnswerer:
    """Asks one engine or the other."""

    rules: Answerer
    trained: TrainedAnswerer

    @property
    def workers(self) -> int:
        """Give how many questions the trained reader is best asked at once."""
        return self.trained.workers

    def answers(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Give an answer a question, in order."""
        for question in questions:
            chosen: Answerer = self.rules if question.task in BY_RULES else self.trained
            yield from chosen.answers((question,))


def answer_by_both(names: Lexicon, use: str = "balanced") -> BothAnswerer:
    """Make both engines."""
    return BothAnswerer(answer_by_rules(names), answer_by_training(names, use))
