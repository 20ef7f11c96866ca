"""Times and counts of a sentence, by the tables of the rules, around the names that the network found."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.find.models.trained.mentions import KINDS, within
from onrecord.find.sentence import Sentence
from onrecord.find.values.numbers import find_numbers
from onrecord.find.values.timewords import find_times
from onrecord.records import Mention, MentionKind, Number, Span, mention_id

__all__ = ["Values", "values_in"]


class Values(NamedTuple):
    """The time words and the counts of a sentence; none of them is part of a longer name ("M23")."""

    times: tuple[Mention, ...]
    numbers: tuple[Number, ...]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Give both as mentions."""
        kind = MentionKind.NUMBER
        return (
            *self.times,
            *(Mention(mention_id(kind, n.span), kind, n.span, n.span.words) for n in self.numbers),
        )


def values_in(sentence: Sentence, names: tuple[Mention, ...]) -> Values:
    """Give the times and counts of a sentence; `names` are the text's mentions in its order."""
    dated = find_times(sentence)
    longer = [m.span for m in within(names, sentence.start, sentence.end) if m.kind in KINDS.values()]
    return Values(
        tuple(m for m in dated if not _part(m.span, longer)),
        tuple(n for n in find_numbers(sentence, dated) if not _part(n.span, longer)),
    )


def _part(span: Span, names: list[Span]) -> bool:
    return any(n.start <= span.start and span.end <= n.end and n != span for n in names)
