"""What the rules say of given events: whether they are so, in which world, and which are one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.answers import Act, Stretch
from onrecord.find.answering.spans_text import sentence_at, sentences_of
from onrecord.find.stance.modality import find_modality
from onrecord.find.words.lemmas import lemma_of
from onrecord.find.words.word_classes import words_of

if TYPE_CHECKING:
    from onrecord.answers import Question
    from onrecord.find.sentence import Sentence
    from onrecord.records import Reading

__all__ = ["acts_of", "groups_of"]


def acts_of(question: Question, reading: Reading) -> tuple[Act, ...]:
    """Give polarity and modality of each trigger by the cues around it; positive and actual where none is."""
    sentences = sentences_of(question, reading.text_id)
    return tuple(_act(at, sentence_at(sentences, at)) for at in question.triggers)


def groups_of(question: Question, reading: Reading) -> tuple[tuple[Stretch, ...], ...]:  # noqa: ARG001 - one form for all
    """Give the triggers whose telling words have one base form, in the order of the text."""
    groups: dict[str, list[Stretch]] = defaultdict(list)
    for at in question.triggers:
        groups[_head_lemma(question.text[at.start : at.end])].append(at)
    return tuple(tuple(group) for group in groups.values())


def _act(at: Stretch, sentence: Sentence | None) -> Act:
    if sentence is None:
        return Act(at)
    polarity, modality = find_modality(sentence, at.start, at.end)
    return Act(at, polarity, modality)


def _head_lemma(words: str) -> str:
    """Give the base form of the last word that is no preposition: "opened fire", "carried out"."""
    told = [word for word in words.split() if word.lower() not in words_of("preposition")]
    return lemma_of((told or words.split() or [""])[-1])
