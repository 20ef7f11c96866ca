"""Base forms of English words by rule and a table of irregular forms; no model, no part of speech."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.vocabulary import rows

__all__ = ["lemma_of"]

_IRREGULAR = {row["form"]: row["lemma"] for row in rows("irregular")}
_ACRONYM = 4
_SHORT = 3
_VOWEL = re.compile("[aeiouy]")
# Stems that lost an -e before -ed or -ing: "seiz", "injur", "explod", "displac".
_LOST_E = re.compile(
    r"(?:[cuvz]|[^aeiou]l(?<![lrw]l)|[^s]s|(?<!on)g|[^aeiou]r(?<!rr)|(?<![aeo])ar|(?:qu|[^aeiouy])ir|[^aeo]ur"
    r"|[^aeou]or|[^aeiou]in|[^aeiou][aui]m|[^aeiou][aeiou]d|[^aeo]at|[^aeiou][uo]t|[^aeiou][aiy]p"
    r"|[^aeiou][io]b|[^aeiou]ok|[^aeiou]ak|[^aeiou]op)$"
)
_DOUBLED = re.compile(r"([bdgkmnprtv])\1$")


@lru_cache(maxsize=100_000)
def lemma_of(word: str) -> str:
    """Give a word's base form in lower case: killed -> kill, men -> man.

    Nouns in -ing come out as their verb ("bombings" -> "bomb"), since nothing here knows parts of
    speech; short words in capitals are taken for acronyms ("IS" stays "is", not "be").
    """
    lower = word.lower().replace("’", "'")
    if len(word) <= _ACRONYM and len(word) > 1 and word.isupper():
        return lower
    known = _IRREGULAR.get(lower)
    if known is not None:
        return known
    if not lower.isascii() or len(lower) <= _SHORT or not lower[-1].isalpha():
        return lower
    return _regular(lower)


def _regular(word: str) -> str:
    if word.endswith("s"):
        singular = _without_s(word)
        return _IRREGULAR.get(singular, _without_ing(singular)) if singular.endswith("ing") else singular
    if word.endswith("ied"):
        return word[:-3] + "y"
    if word.endswith("ed") and not word.endswith("eed"):
        return _stem(word, word[:-2])
    return _without_ing(word)


def _without_ing(word: str) -> str:
    return _stem(word, word[:-3]) if word.endswith("ing") else word


def _without_s(word: str) -> str:
    if word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def _stem(word: str, stem: str) -> str:
    """Undo what -ed or -ing did to a stem; a stem without a vowel was no stem ("bring", "shed")."""
    if len(stem) < _SHORT - 1 or not _VOWEL.search(stem):
        return word
    if _DOUBLED.search(stem):
        return stem[:-1]
    return stem + "e" if _LOST_E.search(stem) else stem
