"""Phrases that say who was hit and how many: "more than eighty", "three soldiers", "a police officer"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.find.sentence import span_of
from onrecord.find.values.casualty_words import outcome_words, words_for
from onrecord.find.values.victim_nouns import noun_at
from onrecord.records import Mention, MentionKind, Number

if TYPE_CHECKING:
    from onrecord.find.sentence import Sentence
    from onrecord.records import Span

__all__ = ["VictimPhrases", "Victims"]

_PARTS = (("including",), ("among", "them"), ("among", "whom"), ("of", "whom"), ("of", "them"), ("mostly",))
_OWN_VERBS = frozenset({"be", "become", "get", "remain", "go", "have"})
_HARMING = frozenset({MentionKind.ACTOR, MentionKind.PERSON, MentionKind.GROUP})
_LONGEST_LIST = 12


@dataclass(frozen=True, slots=True)
class Victims:
    """How many and who, with the token indices of the phrase; `scope` is total or part."""

    number: Number
    begin: int
    end: int
    status: str
    words: Span | None
    scope: str = "total"


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
            return Victims(Number(1, 1, "", mention.span), index, end, "unknown", mention.span)
        return self._uncounted(index)

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
            step, scope = self._link(at, scope)
            following = self._soon(step) if step else None
            if following is not None and self._is_apposed(at, step, following, scope):
                break
            if following is None or (not before_verb and self._has_its_own_verb(following.end)):
                break
            found.append(replace(following, scope=scope))
            at = following.end
        return tuple(found)

    def _is_apposed(self, at: int, step: int, following: Victims, scope: str) -> bool:
        """Tell whether a bare comma leads to the same person again: "Baz, the head of the group"."""
        bare = step == at + 1 and self.tokens[at].words == ","
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

    def _link(self, at: int, scope: str) -> tuple[int, str]:
        """Give the index behind a comma, "and" or "including", and the scope of what follows; 0 if none."""
        lemmas = [token.words.lower() for token in self.tokens[at : at + 4]]
        comma = 1 if lemmas[:1] == [","] else 0
        for words in _PARTS:
            if tuple(lemmas[comma : comma + len(words)]) == words:
                return at + comma + len(words), "part"
        if lemmas[comma : comma + 1] in (["and"], ["plus"], ["&"]):
            return at + comma + 1, scope
        return (at + 1, scope) if comma else (0, scope)

    def _has_its_own_verb(self, at: int) -> bool:
        """Tell whether "1300 people" goes on as "became injured": then it is no object of the verb before."""
        for token in self.tokens[at : at + 2]:
            form = outcome_words().get(token.lemma, ("", ""))[1]
            if token.lemma in _OWN_VERBS or form in {
                "verb",
                "patient",
                "state",
            }:
                return True
            if not token.words.endswith("ly") and token.words.lower() != "more":
                return False
        return False

    def _counted(self, index: int) -> Victims | None:
        number, at = self._numbers[index]
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
        words = span_of(self.sentence.text, self.tokens[noun].start, self.tokens[found.end - 1].end)
        return Victims(number, index, found.end, found.status, words)

    def _uncounted(self, index: int) -> Victims | None:
        """Read "a police officer", "commander Karim Baz", and a bare plural, which is two or more."""
        article = self.tokens[index].words.lower()
        begin = index + (article in words_for("determiner"))
        noun = noun_at(self.tokens, begin, self._numbers)
        if not noun.people or noun.end == begin:
            return None
        for at in range(begin, noun.end + 1):
            if at in self._persons:
                person, end = self._persons[at]
                return Victims(
                    Number(1, 1, "", person.span), index, max(noun.end, end), noun.status, person.span
                )
        head = self.tokens[noun.end - 1]
        span = span_of(self.sentence.text, self.tokens[index].start, head.end)
        words = span_of(self.sentence.text, self.tokens[begin].start, head.end)
        if head.words.lower() != head.lemma or head.lemma in {"people", "police", "personnel"}:
            number = Number(2, None, "plural", span)
            return None if article in {"a", "an"} else Victims(number, index, noun.end, noun.status, words)
        return Victims(Number(1, 1, "", span), index, noun.end, noun.status, words) if begin > index else None
