"""Questions as texts, and what reads them: the engine of a record, opened when it is first asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from onrecord.answers import Question
from onrecord.find.engine import Engine
from onrecord.find.sentence import Sentence
from onrecord.find.words.casing import recased
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Anchor, Passage, Precision, Reading, Text, When, hash_id

__all__ = ["as_text", "reads_questions", "sentences_of"]


class _Unknown:
    """A lexicon without names: what a name is, the wire's capitals and the ordinary words must tell."""

    version = ""

    def kinds(self, name: str) -> frozenset[str]:
        del name
        return frozenset()


_UNKNOWN = _Unknown()


def as_text(question: Question) -> Text:
    """Wrap a question's words as an English text of one passage, so that offsets stay as they are."""
    words, day = question.text, question.day
    passage = Passage(0, len(words), "body", "en", "ltr")
    published = When(day, day, Precision.DAY, Anchor.STATED) if day else None
    return Text(
        hash_id("txt", words), "", "question/1", words, (passage,), published=published, language="en"
    )


def sentences_of(question: Question) -> tuple[Sentence, ...]:
    """Give the sentences of a text; where a wire wrote in capitals, with those of running text."""
    return tuple(recased(one, _UNKNOWN) for one in split_sentences(as_text(question)))


def reads_questions(make: Callable[[], Engine]) -> Callable[[Question], tuple[Text, Reading]]:
    """Give what reads a question's text; the engine is made when the first question comes."""
    engine = cache(make)

    def read(question: Question) -> tuple[Text, Reading]:
        text = as_text(question)
        return text, engine().read(text)

    return read
