"""What the tables of this project read in a text under an engine's quotes: counts, times and names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.find.mentions.names import find_mentions
from onrecord.find.sentence import span_of
from onrecord.find.values.numbers import find_numbers
from onrecord.find.values.timewords import find_times
from onrecord.find.words.casing import recased
from onrecord.records import Mention, MentionKind, mention_id

if TYPE_CHECKING:
    from onrecord.find.sentence import Lexicon, Sentence
    from onrecord.records import Number, Span, Text

__all__ = ["Ground"]

_ARTICLE = re.compile(r"(?i)(?:the|an?)\s+(?=\S)")
_LEAST_NAME = 2


@dataclass(slots=True)
class Ground:
    """A text with its sentences; what is read in a sentence is read once."""

    text: Text
    lexicon: Lexicon
    sentences: tuple[Sentence, ...]
    _read: dict[int, tuple[tuple[Mention, ...], tuple[Mention, ...], tuple[Number, ...]]] = field(
        default_factory=dict
    )

    def span(self, place: tuple[int, int]) -> Span:
        """Give the span of a place with its words."""
        return span_of(self.text, *place)

    def number_at(self, place: tuple[int, int]) -> Number | None:
        """Give the first count that shares words with a place, with the hedges around it."""
        numbers = (n for at in self._over(place) for n in self._sentence(at)[2])
        return next((n for n in numbers if _meet(n.span, place)), None)

    def times_at(self, place: tuple[int, int]) -> tuple[Mention, ...]:
        """Give the time words that share words with a place, else the place itself as such."""
        times = (m for at in self._over(place) for m in self._sentence(at)[1])
        return tuple(m for m in times if _meet(m.span, place)) or (self._mention(MentionKind.TIME, place),)

    def names_over(self, place: tuple[int, int]) -> tuple[Mention, ...]:
        """Give all names, phrases and times of the sentences that a place touches."""
        return tuple(m for at in self._over(place) for part in self._sentence(at)[:2] for m in part)

    def named_at(self, place: tuple[int, int], kind: MentionKind | None) -> Mention:
        """Give a place as a mention of its own; without a kind, what the lexicon and its letters say.

        A phrase that holds a name is a group; a name that nobody knows is a person, since persons
        are what exports withhold.
        """
        return self._mention(kind or self._kind(place), place)

    def _kind(self, place: tuple[int, int]) -> MentionKind:
        inner = (m for at in self._over(place) for m in self._sentence(at)[0])
        if any(place[0] <= m.span.start and m.span.end <= place[1] for m in inner):
            return MentionKind.GROUP
        words = self._head(place)
        known = self.lexicon.kinds(words)
        if "person" in known or not known:
            return MentionKind.PERSON if words[:1].isupper() or "person" in known else MentionKind.GROUP
        return MentionKind.ACTOR

    def _head(self, place: tuple[int, int]) -> str:
        return _ARTICLE.sub("", self.text.content[slice(*place)], count=1)

    def _mention(self, kind: MentionKind, place: tuple[int, int]) -> Mention:
        span = self.span(place)
        return Mention(mention_id(kind, span), kind, span, self._head(place))

    def _over(self, place: tuple[int, int]) -> Iterator[int]:
        at = max(bisect_right(self.sentences, place[0], key=lambda s: s.start) - 1, 0)
        while at < len(self.sentences) and self.sentences[at].start < place[1]:
            yield at
            at += 1

    def _sentence(self, at: int) -> tuple[tuple[Mention, ...], tuple[Mention, ...], tuple[Number, ...]]:
        if at not in self._read:
            sentence = self.sentences[at]
            times = find_times(sentence)
            names = find_mentions(recased(sentence, self.lexicon), self.lexicon)
            self._read[at] = names, times, find_numbers(sentence, times)
        return self._read[at]


def _meet(span: Span, place: tuple[int, int]) -> bool:
    return span.start < place[1] and place[0] < span.end
