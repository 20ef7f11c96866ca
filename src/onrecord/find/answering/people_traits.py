"""What speaks for and against people without a name being victims of what a text tells.

Each phrase is read by how its sentence harms it: "counted" among casualties, "beside" a word of harm, or
"apart" from any; whatever else is seen of it counts once by itself and once with that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import log1p
from typing import NamedTuple

from onrecord.find.answering.incidents_terms import effect_of
from onrecord.find.answering.people_names import Names, between
from onrecord.find.answering.people_phrases import Phrase, kind_of, phrases_in, status_of
from onrecord.find.answering.trained_effects import told_at
from onrecord.find.sentence import Sentence, Token
from onrecord.find.values.casualties import find_casualties
from onrecord.find.values.harm_words import HarmWord, find_harm_words
from onrecord.find.values.numbers import find_numbers
from onrecord.records import Casualty
from onrecord.vocabulary import rows

__all__ = ["HARMED", "Seen", "Traits", "seen_in"]

HARMED = frozenset({"killed", "injured", "abducted"})
EARLY = 2
"""Sentences of a text that tell its news."""
SIDE, JUST = 8, 3
"""Tokens beside a phrase that speak of it, and right beside it."""
TITLE, NAMED = 25, 15
"""Characters between a phrase and the name behind it, and before it, that it may describe."""
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


def seen_in(sentence: Sentence, place: int, names: Names) -> Iterator[Seen]:
    """Give the people without a name of a sentence, the text's number `place`, with their traits."""
    numbers = find_numbers(sentence)
    phrases = [one for one in phrases_in(sentence, numbers) if one.number is None or one.number.high != 0]
    if not phrases:
        return
    harms = tuple(find_harm_words(sentence.tokens))
    counted = find_casualties(sentence, (), numbers)
    found = [_seen(sentence, phrase, place, names, harms, counted) for phrase in phrases]
    yield from found
    yield from _elided(found, counted)


def _seen(
    sentence: Sentence,
    phrase: Phrase,
    place: int,
    names: Names,
    harms: Sequence[HarmWord],
    counted: Sequence[Casualty],
) -> Seen:
    head = sentence.tokens[phrase.last]
    start, end = sentence.tokens[phrase.first].start, head.end
    outcome = _outcome(counted, head.start)
    effect = effect_of(outcome) or told_at(sentence, head.start)
    hit = "counted" if outcome in HARMED else "beside" if effect else "apart"
    signs = (*_around(sentence.tokens, phrase, harms), *_named(sentence, start, end, names))
    traits = _traits(hit, head.lemma, phrase, signs)
    traits |= {"position": place / 10, "early": float(place < EARLY)} | _distances(phrase, harms)
    traits["named with several" if phrase.several else "named with one"] = log1p(names.known)
    words = " ".join(token.words for token in sentence.tokens[phrase.first : phrase.last + 1])
    return Seen(start, end, words, phrase, outcome, effect, traits)


def _elided(found: Sequence[Seen], counted: Iterable[Casualty]) -> Iterator[Seen]:
    """Give the people that a bare number counts ("two priests were killed and three hurt") by the noun before."""
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


def _around(tokens: Sequence[Token], phrase: Phrase, harms: Sequence[HarmWord]) -> Iterator[str]:
    """Give what the words around a phrase say of it, by the cues of muc_people_cues."""
    begin, last = phrase.begin, phrase.last
    lemmas = [token.lemma for token in tokens[max(0, begin - SIDE) : last + 1 + SIDE]]
    before = [token.lemma for token in tokens[max(0, begin - JUST) : begin]]
    behind = [token.lemma for token in tokens[last + 1 : last + 1 + JUST]]
    for cue in ("unreal", "accused", "taken", "violence"):
        if _cues(cue).intersection(lemmas):
            yield cue
    if _cues("attack").intersection(before):
        yield "attacked"
    if "by" in before:
        yield "by"
    if _cues("attack").intersection(behind[:1]) or any(
        harm.form == "verb" and 0 <= harm.begin - last - 1 <= 1 for harm in harms
    ):
        yield "acts"
    if _says().intersection(behind[:2]) or "accord" in before:
        yield "says"
    if before[-1:] == ["and"] or (phrase.number is None and before[-1:] == [","]):
        yield "listed"
    yield from _apposed(tokens, phrase)


def _apposed(tokens: Sequence[Token], phrase: Phrase) -> Iterator[str]:
    """Give whether capitals beside a phrase say that it describes somebody with a name."""
    ahead = tokens[max(0, phrase.begin - 2) : phrase.begin]
    behind = tokens[phrase.last + 1 : phrase.last + 3]
    if behind and behind[0].words[0].isupper() and not phrase.several:
        yield "titled"
    if len(ahead) > 1 and ahead[1].words == "," and ahead[0].words[0].isupper() and phrase.number is None:
        yield "apposed"
    if len(behind) > 1 and behind[0].words == "," and behind[1].words[0].isupper():
        yield "spelled out"


def _named(sentence: Sentence, start: int, end: int, names: Names) -> Iterator[str]:
    """Give how a phrase stands to the names of victims and perpetrators."""
    near = between(names.victims, sentence.start, sentence.end)
    if near:
        yield "name in sentence"
    if any(0 <= begin - end <= TITLE for begin, _ in between(names.victims, end, end + TITLE + 1)):
        yield "name behind"
    if any(0 <= start - stop <= NAMED for _, stop in near):
        yield "name ahead"
    if any(
        begin < end and start < stop for begin, stop in between(names.doers, sentence.start, sentence.end)
    ):
        yield "perpetrator"


def _distances(phrase: Phrase, harms: Sequence[HarmWord]) -> Traits:
    """Give how near the nearest harm words before and behind a phrase stand, 1 for beside it."""
    ahead = min(((phrase.begin - h.end, h.outcome) for h in harms if h.end <= phrase.begin), default=None)
    behind = min(
        ((h.begin - phrase.last - 1, h.outcome) for h in harms if h.begin > phrase.last), default=None
    )
    traits = {f"ahead {ahead[1]}": 1 / (1 + ahead[0])} if ahead else {}
    return traits | ({f"behind {behind[1]}": 1 / (1 + behind[0])} if behind else {})


@cache
def _cues(cue: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("muc_people_cues") if row["cue"] == cue)


@cache
def _says() -> frozenset[str]:
    return frozenset(row["cue"] for row in rows("speech") if " " not in row["cue"])
