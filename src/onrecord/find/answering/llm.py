"""The engine llm as one that answers questions, from its readings as the rules do from theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.answers import Answer, Question
from onrecord.errors import FindError
from onrecord.find.answering.rules import RulesAnswerer
from onrecord.find.models.llm import LlmEngine, engine
from onrecord.find.sentence import Lexicon
from onrecord.records import Reading, Text

__all__ = ["LlmAnswerer", "answer_by_llm"]


@dataclass(frozen=True, slots=True)
class _Lenient:
    """Reads a text that no window of was answered as one without claims, and counts it as unread."""

    engine: LlmEngine

    @property
    def by(self) -> str:
        """Give the engine's name and version."""
        return self.engine.by

    def read(self, text: Text) -> Reading:
        """Give a reading; FindError where the endpoint is gone, since the rest would be scored as silence."""
        try:
            return self.engine.read(text)
        except FindError:
            if self.engine.client.gone:
                raise
            self.engine.client.account.unread["texts of which nothing was answered"] += 1
            return Reading(text.id, self.by, (), ())


@dataclass(frozen=True, slots=True)
class LlmAnswerer:
    """Answers from the readings of a language model."""

    engine: LlmEngine

    def answers(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Give an answer a question, in order; FindError where the endpoint can no longer be asked."""
        return RulesAnswerer(_Lenient(self.engine)).answers(questions)

    def account(self) -> tuple[str, ...]:
        """Give what the run cost so far and what was refused, a line a subject."""
        return self.engine.account()


def answer_by_llm(names: Lexicon) -> LlmAnswerer:
    """Make the answering engine from the environment; InputError where no endpoint is set."""
    return LlmAnswerer(engine(names))
