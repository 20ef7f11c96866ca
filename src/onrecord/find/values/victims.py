"""Phrases that say who was hit and how many: "more than eighty", "three soldiers", "a police officer"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.find.sentence import span_of
from onrecord.find.values.casualty_words import words_for
from onrecord.find.values.victim_links import is_part_of, link_behind
from onrecord.find.values.victim_nouns import noun_at
from onrecord.find.values.victim_phrase import Victims, has_own_verb
from onrecord.records import Mention, MentionKind, Number

if TYPE_CHECKING:
    from onrecord.find.sentence import Sentence
    from onrecord.records import Span

__all__ = ["VictimPhrases", "Victims"]

_OWNED = frozenset({"his", "her", "their", "its"})
_HARMING = frozenset({MentionKind.ACTOR, MentionKind.PERSON, MentionKind.GROUP})
_LONGEST_LIST = 12


class VictimPhrases:
    """The victim phrases of one sentence, read at token indices on demand."""

    def __init__(
        self, sentence: Sentence, mentions: tuple[Mention, ...], numbers: tuple[Number, ...]
    ) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        starts = {token.start: index for index, token in enumerate(self.tokens)}
        ends = {token.end: index + 1 for index, token in enumerate(self.tokens)}
        placed = [m for m in mentions if m.span.start in starts and m.span.end in ends]
        self._persons = {
            starts[m.span.start]: (m, ends[m.span.end]) for m in placed if m.kind == MentionKind.PERSON
        }
        self._harming = {starts[m.span.start]: (m, ends[m.span.end]) for m in placed if m.kind in _HARMING}
        self._harming_ends = {end: (m, begin) for begin, (m, end) in self._harming.items()}
        self._numbers = {
            starts[n.span.start]: (n, ends[n.span.end])
            for n in numbers
            if n.span.start in starts and n.span.end in ends
        }

        self.numbered = frozenset(i for begin, (_, end) in self._numbers.items() for i in range(begin, end))

    def harming_from(self, index: int) -> Mention | None:
        """Give the actor, person or group whose mention begins at a token."""
        return self._harming[index][0] if index in self._harming else None

    def harming_until(self, index: int) -> tuple[Mention, int] | None:
        """Give the actor, person or group whose mention ends before a token, and where it begins."""
        return self._harming_ends.get(index)

    def at(self, index: int) -> Victims | None:
        """Give the victim phrase that begins at a token, or None."""
        if index >= len(self.tokens):
            return None
        if index in self._numbers:
            return self._counted(index)
        if index in self._persons:
            mention, end = self._persons[index]
            return Victims(
                Number(1, 1, "", mention.span), index, end, self._calling(end), mention.span, people=True
            )
        return self._uncounted(index)

    def _calling(self, at: int) -> str:
        """Give the status that a noun behind a name says: "NAME, a nurse," is a civilian."""
        words = [token.words.lower() for token in self.tokens[at : at + 2]]
        return (
            noun_at(self.tokens, at + 2, self._numbers).status
            if words in ([",", "a"], [",", "an"])
            else "unknown"
        )

    def number_at(self, index: int) -> tuple[Number, int] | None:
        """Give the number that begins at a token and the index behind it."""
        return self._numbers.get(index)

    def listed(self, index: int, *, before_verb: bool = False) -> tuple[Victims, ...]:
        """Give the phrases of a list that begins at or soon behind a token: "three soldiers and two boys".

        Behind a verb, a member with a verb of its own ("and 1300 people became injured") ends the list.
        """
        first = self._soon(index)
        if first is None:
            return ()
        found, at, scope = [first], first.end, first.scope
        while len(found) < _LONGEST_LIST:
            step, scope = link_behind(self.tokens, at, scope, self._numbers)
            following = self._soon(step) if step else None
            if following is not None and self._is_apposed(at, step, following, scope):
                break
            if following is None or (not before_verb and has_own_verb(self.tokens, following.end)):
                break
            found.append(replace(following, scope="part" if following.scope == "part" else scope))
            at = following.end
        return tuple(found)

    def _is_apposed(self, at: int, step: int, following: Victims, scope: str) -> bool:
        """Tell whether a bare comma leads to the same person again: "Baz, the head of the group"."""
        owned = self.tokens[following.begin].words.lower() in _OWNED
        bare = step == at + 1 and self.tokens[at].words == "," and not owned
        return bare and scope == "total" and following.begin not in self._numbers

    def _soon(self, index: int) -> Victims | None:
        """Read at the index or behind a few words such as "another", "a total of", "the lives of"."""
        for at in range(index, min(index + 5, len(self.tokens))):
            found = self.at(at)
            if found is not None:
                return found
            if self.tokens[at].words.lower() not in words_for("skipped"):
                break
        return None

    def _counted(self, index: int) -> Victims | None:
        number, at = self._numbers[index]
        of = is_part_of(self.tokens, at)
        if of:
            return self._part(number, index, of)
        if index and self.tokens[index - 1].words.lower() in words_for("currency"):
            return None
        noun = at
        while (
            noun < len(self.tokens)
            and noun < at + 3
            and self.tokens[noun].words.lower() in words_for("skipped") | {"more"}
        ):
            noun += 1
        found = noun_at(self.tokens, noun, self._numbers)
        if found.people is False or (
            at < len(self.tokens) and self.tokens[at].words.lower() in words_for("unit")
        ):
            return None
        if found.end == noun:
            return Victims(number, index, at, "unknown", None)
        return Victims(
            number, index, found.end, found.status, self._words(noun, found.end), people=bool(found.people)
        )

    def _part(self, number: Number, index: int, of: int) -> Victims:
        """Read "12 of them civilians" and "two of whom", which are parts of those told before."""
        noun = noun_at(self.tokens, of, self._numbers)
        if not noun.people or noun.end == of:
            return Victims(number, index, of, "unknown", None, "part")
        return Victims(number, index, noun.end, noun.status, self._words(of, noun.end), "part", people=True)

    def _words(self, begin: int, end: int) -> Span:
        return span_of(self.sentence.text, self.tokens[begin].start, self.tokens[end - 1].end)

    def _collective(self, index: int, begin: int) -> Victims | None:
        """Read "a family of six" and "a group of 12 soldiers" as so many as the number says."""
        of = begin + 1
        if begin == index or self.tokens[begin].lemma not in words_for("collective"):
            return None
        if of + 1 not in self._numbers or self.tokens[of].lemma != "of":
            return None
        found = self._counted(of + 1)
        return replace(found, begin=index, words=found.words or self._words(begin, of)) if found else None

    def _uncounted(self, index: int) -> Victims | None:
        """Read "a police officer", "commander Karim Baz", and a bare plural, which is two or more."""
        article = self.tokens[index].words.lower()
        begin = index + (article in words_for("determiner"))
        collective = self._collective(index, begin) if begin < len(self.tokens) else None
        if collective is not None:
            return collective
        noun = noun_at(self.tokens, begin, self._numbers)
        if not noun.people or noun.end == begin:
            return None
        for at in range(begin, noun.end + 1):
            if at in self._persons:
                person, end = self._persons[at]
                return Victims(
                    Number(1, 1, "", person.span),
                    index,
                    max(noun.end, end),
                    noun.status,
                    person.span,
                    people=True,
                )
        head = self.tokens[noun.end - 1]
        span = span_of(self.sentence.text, self.tokens[index].start, head.end)
        words = span_of(self.sentence.text, self.tokens[begin].start, head.end)
        if head.words.lower() != head.lemma or head.lemma in {"people", "police", "personnel"}:
            number = Number(2, None, "plural", span)
            return (
                None
                if article in {"a", "an"}
                else Victims(number, index, noun.end, noun.status, words, people=True)
            )
        return (
            Victims(Number(1, 1, "", span), index, noun.end, noun.status, words, people=True)
            if begin > index
            else None
        )
