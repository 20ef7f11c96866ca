"""The trained reader as an engine that answers questions: each part of an answer comes from its own heads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.answers import Answer, Question
from onrecord.errors import FindError
from onrecord.find.answering.spans_text import sentences_of
from onrecord.find.answering.trained_slots import with_slots
from onrecord.find.models.trained.acts import acts_at, groups_of
from onrecord.find.models.trained.attributions import attributions_in
from onrecord.find.models.trained.deciding import PRICE, most_worth
from onrecord.find.models.trained.incidents import incidents_in
from onrecord.find.models.trained.reader import EXCLUSIVE, TrainedReader, open_reader
from onrecord.find.models.trained.relations import names_in, relations_between
from onrecord.find.sentence import Lexicon

__all__ = ["ANSWERS", "BY_SENTENCE", "SCHEMES", "TrainedAnswerer", "answer_by_training", "head_of"]

SCHEMES = {
    "satp": "satp", "insightcrime": "insightcrime", "ipe-docs": "ipe", "ipe-sents": "ipe", "cameo": "cameo",
    "plover": "plover",
}  # fmt: skip
"""The label head of each label task, where the weights have none of the task's own name."""
BY_SENTENCE = {"ipe-docs": "ipe_sents"}
"""Tasks in which a text has the labels that any of its sentences has, and the head that judges a sentence."""


@dataclass(frozen=True, slots=True)
class TrainedAnswerer:
    """Answers from the reader's signals alone."""

    reader: TrainedReader

    @property
    def workers(self) -> int:
        """Give how many questions it is best asked at once."""
        return self.reader.workers

    def answers(self, questions: Iterable[Question]) -> Iterator[Answer]:
        """Give an answer a question, in order; FindError for a task that no head was trained for."""
        for question in questions:
            if question.task not in ANSWERS:
                raise FindError(f"no head for task {question.task!r}; there are: {', '.join(ANSWERS)}")
            yield ANSWERS[question.task](self.reader, question)


def answer_by_training(names: Lexicon, use: str = "balanced") -> TrainedAnswerer:
    """Make the answering engine of the trained reader, which needs no names from outside the text."""
    del names
    return TrainedAnswerer(open_reader(use))


def _labels(reader: TrainedReader, question: Question) -> Answer:
    scheme = head_of(reader, question.task)
    shares = _shares(reader, question, scheme)
    if scheme in EXCLUSIVE:
        return Answer(labels=tuple(shares.items()))
    given = _given(shares, reader.thresholds(question.task), reader.use)
    return Answer(labels=tuple((name, max(shares[name], 0.5)) for name in given))


def _shares(reader: TrainedReader, question: Question, scheme: str) -> dict[str, float]:
    """Give how likely each label is; where a sentence speaks for its text, of the likeliest sentence."""
    if BY_SENTENCE.get(question.task) not in reader.weights.labels.classes:
        marked = (question.source, question.target) if question.source and question.target else None
        return reader.labels(question.text, scheme, marked)
    sentences = sentences_of(question, question.task)
    read = [
        reader.labels(question.text[one.start : one.end], BY_SENTENCE[question.task]) for one in sentences
    ]
    names = reader.weights.labels.classes[BY_SENTENCE[question.task]]
    return {name: max((one[name] for one in read), default=0.0) for name in names}


def _given(shares: Mapping[str, float], least: Mapping[str, float], use: str) -> tuple[str, ...]:
    """Choose labels by what a set of them is worth, or by thresholds where the weights have these alone."""
    if PRICE in least:
        return most_worth(shares, use, least[PRICE])
    return tuple(name for name, share in shares.items() if share >= least.get(name, 0.5))


def head_of(reader: TrainedReader, task: str) -> str:
    """Give the label head that answers a task."""
    own = task.replace("-", "_")
    return own if own in reader.weights.labels.classes else SCHEMES[task]


def _incidents(reader: TrainedReader, question: Question) -> Answer:
    return Answer(incidents=incidents_in(reader, question.text))


def _slots(reader: TrainedReader, question: Question) -> Answer:
    return Answer(incidents=with_slots(reader, question, incidents_in(reader, question.text)))


def _names(reader: TrainedReader, question: Question) -> Answer:
    return Answer(names=names_in(reader, question.text))


def _relations(reader: TrainedReader, question: Question) -> Answer:
    names = question.names or names_in(reader, question.text)
    return Answer(names=names, relations=relations_between(reader, question.text, names))


def _attributions(reader: TrainedReader, question: Question) -> Answer:
    return Answer(attributions=attributions_in(reader, question.text))


def _acts(reader: TrainedReader, question: Question) -> Answer:
    return Answer(acts=acts_at(reader, question.text, question.triggers))


def _groups(reader: TrainedReader, question: Question) -> Answer:
    return Answer(groups=groups_of(reader, question.text, question.triggers))


ANSWERS: Mapping[str, Callable[[TrainedReader, Question], Answer]] = {
    "muc4-roles": _incidents,
    "muc4-templates": _incidents,
    "muc4-slots": _slots,
    "re3d-names": _names,
    "re3d-relations": _relations,
    "re3d-relations-gold-names": _relations,
    **dict.fromkeys(SCHEMES, _labels),
    "polnear": _attributions,
    "modality": _acts,
    "coref": _groups,
}
"""What answers each task."""
