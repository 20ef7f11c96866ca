"""What became of a victim of an incident: words beside its name go before the reader's guess.

Source: MUC-4 template documentation part 1, section 7.24 (1992): who was taken is dead or free only where the
text says so, and what is said of nobody in particular stands for "-".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from onrecord.answers import Entity
from onrecord.find.answering.incidents_terms import effect_of
from onrecord.find.sentence import Sentence
from onrecord.find.values.harm_words import find_harm_words
from onrecord.vocabulary import rows

__all__ = ["NOBODY", "effect_on", "nobody_hurt", "told_at"]

TAKEN = "kidnapping"
NEAR = 12
"""Tokens between a name and words that say what became of its owner."""
NOBODY = Entity(("-",), effect="NO INJURY OR DEATH")
"""Nobody in particular, in the form of the keys."""


def effect_on(words: str, kind: str, guess: str, sentences: Iterable[Sentence]) -> str:
    """Give what became of a victim of an incident of a kind, "" where that is not told."""
    told = set(_told_of(words, sentences))
    for effect in ("DEATH", "INJURY", "REGAINED FREEDOM"):
        if effect in told and (kind == TAKEN or effect != "REGAINED FREEDOM"):
            return effect
    return "" if kind == TAKEN else guess


def nobody_hurt(text: str) -> bool:
    """Tell whether a text says that nobody was hurt."""
    return bool(_unhurt().search(" ".join(text.lower().split())))


def told_at(sentence: Sentence, start: int) -> str:
    """Give what a sentence says to have become of whom its token at `start` names, "" for nothing near."""
    at = next((i for i, token in enumerate(sentence.tokens) if token.start <= start < token.end), None)
    if at is None:
        return ""
    near = sorted((_gap(at, begin, end), effect) for begin, end, effect in _signs(sentence))
    return next((effect for gap, effect in near[:1] if gap <= NEAR), "")


def _told_of(words: str, sentences: Iterable[Sentence]) -> Iterator[str]:
    last = words.lower().split()[-1:]
    for sentence in sentences:
        yield from (
            told_at(sentence, token.start) for token in sentence.tokens if [token.words.lower()] == last
        )


def _gap(at: int, begin: int, end: int) -> int:
    return at - end + 1 if at >= end else begin - at


def _signs(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    for harm in find_harm_words(sentence.tokens):
        if effect := effect_of(harm.outcome):
            yield harm.begin, harm.end, effect
    for at, token in enumerate(sentence.tokens):
        if token.lemma in _freeing():
            yield at, at + 1, "REGAINED FREEDOM"


@cache
def _freeing() -> frozenset[str]:
    return frozenset(row["word"] for row in rows("muc_effect_words") if row["effect"] == "REGAINED FREEDOM")


@cache
def _unhurt() -> re.Pattern[str]:
    told = [row["word"] for row in rows("muc_effect_words") if row["effect"] == NOBODY.effect]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, told))})\b")
