"""Phrases that say who was hit and how many: "more than eighty", "three soldiers", "a police officer"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from onrecord.find.numbers import find_numbers
from onrecord.find.sentence import span_of
from onrecord.records import Mention, MentionKind, Number
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from onrecord.find.sentence import Sentence, Token
    from onrecord.records import Span

__all__ = ["Victims", "VictimPhrases", "outcome_words"]

_ONE = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "another"})
_SKIPPED = frozenset({"another", "further", "additional", "the", "all", "of", "total", "also", "reportedly", "a", "other", "its",
                      "their", "his", "lives", "some", "allegedly", "these", "those", "them", "himself", "herself", "themselves", "both", "and"})  # fmt: skip
_BREAKS = frozenset(
    "in on at by from with for to as and or but of near after before during when while who whom which that into over "
    "across since including among against between inside outside around were was is are be been have has had not will "
    "the a an this his her its their said would could may might then than where because if became become remain go".split()
)
_UNITS = frozenset({"%", "percent", "per", "$", "€", "£", "kg", "km", "mm", "cm", "m", "lb", "ft"})
_CURRENCY = frozenset({"$", "€", "£", "₹", "rs", "usd"})
_PARTS = (("including",), ("among", "them"), ("among", "whom"), ("of", "whom"), ("of", "them"), ("mostly",))
_POSSESSIVE = frozenset({"'s", "’s"})
_LONGEST_NOUN, _LONGEST_LIST = 8, 12


@dataclass(frozen=True, slots=True)
class Victims:
    """How many and who, with the token indices of the phrase; `scope` is total or part."""

    number: Number
    begin: int
    end: int
    status: str
    words: Span | None
    scope: str = "total"


@cache
def _nouns() -> dict[str, tuple[str, bool]]:
    return {row["noun"]: (row["status"], row["people"] == "yes") for row in rows("victims")}


@cache
def outcome_words() -> dict[str, tuple[str, str]]:
    """Give (outcome, form) of each base form in vocabulary/outcomes."""
    return {row["word"]: (row["outcome"], row["form"]) for row in rows("outcomes")}


class VictimPhrases:
    """The victim phrases of one sentence, read at token indices on demand."""

    def __init__(self, sentence: Sentence, mentions: tuple[Mention, ...]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        starts = {token.start: index for index, token in enumerate(self.tokens)}
        ends = {token.end: index + 1 for index, token in enumerate(self.tokens)}
        self._numbers = {
            starts[number.span.start]: (number, ends[number.span.end])
            for number in find_numbers(sentence)
            if number.span.start in starts and number.span.end in ends
        }
        self._persons = {
            starts[mention.span.start]: (mention, ends[mention.span.end])
            for mention in mentions
            if mention.kind == MentionKind.PERSON
            and mention.span.start in starts
            and mention.span.end in ends
        }

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
        """Give the phrases of a list that begins at or shortly behind a token: "three soldiers and two militants".

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
            if self.tokens[at].words.lower() not in _SKIPPED:
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
            if token.lemma in {"be", "become", "get", "remain", "go", "have"} or form in {
                "verb",
                "patient",
                "state",
            }:
                return True
            if not token.words.endswith("ly") and token.words.lower() != "more":
                return False
        return False

    def _noun(self, at: int) -> tuple[int, str, bool | None]:
        """Give the index behind the noun phrase at `at`, its status, and whether it is people (None: unlisted)."""
        end, status, people = at, "unknown", None
        for index in range(at, min(at + _LONGEST_NOUN, len(self.tokens))):
            token = self.tokens[index]
            known = _nouns().get(token.lemma)
            named = known is not None or token.words in _POSSESSIVE
            if not self._continues(token, index, at) or (people and not named):
                break
            end = index + 1
            if known is not None:
                status = known[0] if known[0] != "unknown" or people is None else status
                people = known[1]
            elif token.words in _POSSESSIVE:
                status, people = "unknown", None
        return end, status, people

    def _continues(self, token: Token, index: int, at: int) -> bool:
        if token.words in _POSSESSIVE:
            return index > at
        if not token.words[0].isalpha() or token.words.lower() in _BREAKS or index in self._numbers:
            return False
        form = outcome_words().get(token.lemma, ("", ""))[1]
        return (not form or form == "noun") and not (index > at and token.words == "hostage")

    def _counted(self, index: int) -> Victims | None:
        number, at = self._numbers[index]
        if index and self.tokens[index - 1].words.lower() in _CURRENCY:
            return None
        noun = at
        while (
            noun < len(self.tokens)
            and noun < at + 3
            and self.tokens[noun].words.lower() in _SKIPPED | {"more"}
        ):
            noun += 1
        end, status, people = self._noun(noun)
        if people is False or (at < len(self.tokens) and self.tokens[at].words.lower() in _UNITS):
            return None
        if end == noun:
            return Victims(number, index, at, "unknown", None)
        if (
            people is None
            and not self.tokens[end - 1].words[0].isupper()
            and self.tokens[end - 1].lemma == "of"
        ):
            return None
        words = span_of(self.sentence.text, self.tokens[noun].start, self.tokens[end - 1].end)
        return Victims(number, index, end, status, words)

    def _uncounted(self, index: int) -> Victims | None:
        """Read "a police officer", "his driver", and the bare plural "civilians", which is two or more."""
        words = self.tokens[index].words.lower()
        determined = words in _ONE
        begin = index + 1 if determined else index
        end, status, people = self._noun(begin)
        if not people or end == begin:
            return None
        person = next((self._persons[at] for at in range(begin, end + 1) if at in self._persons), None)
        if person is not None:
            return Victims(
                Number(1, 1, "", person[0].span), index, max(end, person[1]), status, person[0].span
            )
        head = self.tokens[end - 1]
        span = span_of(self.sentence.text, self.tokens[index].start, head.end)
        victims = span_of(self.sentence.text, self.tokens[begin].start, head.end)
        plural = head.words.lower() != head.lemma or head.lemma in {"people", "police", "personnel"}
        if plural:
            return (
                None
                if words in {"a", "an"}
                else Victims(Number(2, None, "plural", span), index, end, status, victims)
            )
        return Victims(Number(1, 1, "", span), index, end, status, victims) if determined else None
