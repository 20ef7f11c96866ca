"""Signs around a phrase for people that speak for or against its being a victim of what a text tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from onrecord.find.answering.people_names import Names, between
from onrecord.find.answering.people_phrases import Phrase
from onrecord.find.sentence import Sentence, Token
from onrecord.find.values.harm_words import HarmWord
from onrecord.vocabulary import rows

__all__ = ["signs_of"]

SIDE, JUST = 8, 3
"""Tokens beside a phrase that speak of it, and right beside it."""
TITLE, NAMED = 25, 15
"""Characters between a phrase and the name behind it, and before it, that it may describe."""


def signs_of(sentence: Sentence, phrase: Phrase, harms: Sequence[HarmWord], names: Names) -> Iterator[str]:
    """Give the signs, by the words and names around a phrase."""
    yield from _cued(sentence.tokens, phrase)
    yield from _acting(sentence.tokens, phrase, harms)
    yield from _apposed(sentence.tokens, phrase)
    yield from _named(sentence, phrase, names)


def _cued(tokens: Sequence[Token], phrase: Phrase) -> Iterator[str]:
    """Give what words near a phrase tell, by muc_people_cues."""
    lemmas = [token.lemma for token in tokens[max(0, phrase.begin - SIDE) : phrase.last + 1 + SIDE]]
    yield from (cue for cue in ("unreal", "accused", "taken", "violence") if _cues(cue).intersection(lemmas))
    before = [token.lemma for token in tokens[max(0, phrase.begin - JUST) : phrase.begin]]
    if _cues("attack").intersection(before):
        yield "attacked"
    if before[-1:] == ["and"] or (phrase.number is None and before[-1:] == [","]):
        yield "listed"


def _acting(tokens: Sequence[Token], phrase: Phrase, harms: Sequence[HarmWord]) -> Iterator[str]:
    """Give whether somebody of a phrase does harm or says something."""
    before = [token.lemma for token in tokens[max(0, phrase.begin - JUST) : phrase.begin]]
    behind = [token.lemma for token in tokens[phrase.last + 1 : phrase.last + 1 + JUST]]
    if "by" in before:
        yield "by"
    harming = any(harm.form == "verb" and 1 <= harm.begin - phrase.last <= 2 for harm in harms)  # noqa: PLR2004
    if harming or _cues("attack").intersection(behind[:1]):
        yield "acts"
    if _says().intersection(behind[:2]) or "accord" in before:
        yield "says"


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


def _named(sentence: Sentence, phrase: Phrase, names: Names) -> Iterator[str]:
    """Give how a phrase stands to the names of victims and perpetrators."""
    start, end = sentence.tokens[phrase.first].start, sentence.tokens[phrase.last].end
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


@cache
def _cues(cue: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("muc_people_cues") if row["cue"] == cue)


@cache
def _says() -> frozenset[str]:
    return frozenset(row["cue"] for row in rows("speech") if " " not in row["cue"])
