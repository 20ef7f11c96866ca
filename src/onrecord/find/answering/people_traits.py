"""What speaks for and against people without a name being victims of what a text tells.

Each phrase is read by how its sentence harms it: "counted" among casualties, "beside" a word of harm, or
"apart" from any; whatever else is seen of it counts once by itself and once with that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log1p
from typing import NamedTuple

from onrecord.find.answering.incidents_terms import effect_of
from onrecord.find.answering.people_names import Names, between
from onrecord.find.answering.people_phrases import Phrase, kind_of, phrases_in, status_of
from onrecord.find.answering.people_signs import signs_of
from onrecord.find.answering.trained_effects import told_at
from onrecord.find.sentence import Sentence, span_of
from onrecord.find.values.casualties import find_casualties
from onrecord.find.values.harm_words import HarmWord, find_harm_words
from onrecord.find.values.numbers import find_numbers
from onrecord.records import Casualty, Mention, MentionKind

__all__ = ["HARMED", "Seen", "Traits", "seen_in"]

HARMED = frozenset({"killed", "injured", "abducted"})
EARLY = 2
"""Sentences of a text that tell its news."""
HUNDREDS = 100
Traits = dict[str, float]


class Seen(NamedTuple):
    """A phrase as its sentence tells of it; `outcome` is that of the casualties that count it, else ""."""

    start: int
    end: int
    words: str
    phrase: Phrase
    outcome: str
    effect: str
    traits: Traits


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence, the text's number `place`, with its words of harm and the people that it counts."""

    sentence: Sentence
    place: int
    harms: tuple[HarmWord, ...]
    counted: tuple[Casualty, ...]
    names: Names

    def seen(self, phrase: Phrase) -> Seen:
        tokens = self.sentence.tokens
        head, start = tokens[phrase.last], tokens[phrase.first].start
        outcome = _outcome(self.counted, head.start)
        effect = effect_of(outcome) or told_at(self.sentence, head.start)
        words = " ".join(token.words for token in tokens[phrase.first : phrase.last + 1])
        return Seen(start, head.end, words, phrase, outcome, effect, self._traits(phrase, outcome, effect))

    def _traits(self, phrase: Phrase, outcome: str, effect: str) -> Traits:
        hit = "counted" if outcome in HARMED else "beside" if effect else "apart"
        signs = signs_of(self.sentence, phrase, self.harms, self.names)
        lemma = self.sentence.tokens[phrase.last].lemma
        traits = _traits(hit, lemma, phrase, tuple(signs)) | _distances(phrase, self.harms)
        named = "named with several" if phrase.several else "named with one"
        return traits | {
            "position": self.place / 10,
            "early": float(self.place < EARLY),
            named: log1p(self.names.known),
        }


def seen_in(sentence: Sentence, place: int, names: Names) -> Iterator[Seen]:
    """Give the people without a name of a sentence, the text's number `place`, with their traits."""
    numbers = find_numbers(sentence)
    phrases = [one for one in phrases_in(sentence, numbers) if one.number is None or one.number.high != 0]
    if phrases:
        counted = find_casualties(sentence, tuple(_persons(sentence, names)), numbers)
        told = _Told(sentence, place, tuple(find_harm_words(sentence.tokens)), counted, names)
        found = [told.seen(phrase) for phrase in phrases]
        yield from found
        yield from _elided(found, counted)


def _persons(sentence: Sentence, names: Names) -> Iterator[Mention]:
    """Give the names of victims and perpetrators in a sentence as mentions, so that harm is theirs."""
    behind = sentence.start
    for start, end in sorted(
        (
            *between(names.victims, sentence.start, sentence.end),
            *between(names.doers, sentence.start, sentence.end),
        ),
        key=lambda place: (place[0], -place[1]),
    ):
        if start >= behind and end <= sentence.end:
            behind = end
            span = span_of(sentence.text, start, end)
            yield Mention(f"name{start}", MentionKind.PERSON, span, span.words)


def _elided(found: Sequence[Seen], counted: Iterable[Casualty]) -> Iterator[Seen]:
    """Give those whom a bare number counts ("two priests were killed and three hurt") by the noun before."""
    for row in counted:
        before = [one for one in found if one.end <= row.number.span.start and one.outcome in HARMED]
        if row.victims is None and row.outcome in HARMED and row.number.high != 0 and before:
            last = before[-1]
            phrase = last.phrase._replace(number=row.number)
            yield last._replace(phrase=phrase, outcome=row.outcome, effect=effect_of(row.outcome))


def _traits(hit: str, lemma: str, phrase: Phrase, signs: Iterable[str]) -> Traits:
    amount = "several" if phrase.several else "one"
    qualities = [status_of(lemma), kind_of(phrase.noun) or kind_of(lemma), phrase.opening, *signs]
    traits = dict.fromkeys((hit, f"{phrase.opening} {amount}"), 1.0)
    for quality in filter(None, qualities):
        traits |= {quality: 1.0, f"{hit} {quality}": 1.0}
    if {"name ahead", "name behind", "name in sentence"}.intersection(qualities):
        traits |= {f"{sign} {amount}": 1.0 for sign in qualities if sign.startswith("name ")}
    if phrase.number is not None and (phrase.number.low or 0) >= HUNDREDS:
        traits["hundreds"] = 1.0
    return traits


def _outcome(counted: Sequence[Casualty], head: int) -> str:
    found = (row.outcome for row in counted if row.victims and row.victims.start <= head < row.victims.end)
    return next(found, "")


def _distances(phrase: Phrase, harms: Sequence[HarmWord]) -> Traits:
    """Give how near the nearest harm words before and behind a phrase stand, 1 for beside it."""
    ahead = min(((phrase.begin - h.end, h.outcome) for h in harms if h.end <= phrase.begin), default=None)
    behind = min(
        ((h.begin - phrase.last - 1, h.outcome) for h in harms if h.begin > phrase.last), default=None
    )
    traits = {f"ahead {ahead[1]}": 1 / (1 + ahead[0])} if ahead else {}
    return traits | ({f"behind {behind[1]}": 1 / (1 + behind[0])} if behind else {})
