"""A question's text as the parts of `find` read texts."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from onrecord.find.words.tokens import split_sentences
from onrecord.records import Passage, Text

if TYPE_CHECKING:
    from onrecord.answers import Question, Stretch
    from onrecord.find.sentence import Sentence

__all__ = ["sentence_at", "sentences_of"]


def sentences_of(question: Question, text_id: str) -> tuple[Sentence, ...]:
    """Give the sentences of the question's text, all of it English running text."""
    whole = Passage(0, len(question.text), "body", "en", "ltr")
    return split_sentences(Text(text_id, "", "", question.text, (whole,), language="en"))


def sentence_at(sentences: tuple[Sentence, ...], at: Stretch) -> Sentence | None:
    """Give the sentence in which a stretch begins, or None."""
    last = bisect_right(sentences, at.start, key=lambda sentence: sentence.start) - 1
    return sentences[last] if last >= 0 and at.start < sentences[last].end else None
