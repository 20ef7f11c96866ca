"""Sentences joined by a comma, as hurried writers do: "The raid failed, In that battle ten men died"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.find.words.word_classes import is_a, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.find.sentence import Token

__all__ = ["spliced"]

_LEAST = 5  # tokens: a shorter piece is no sentence
_TITLE = 0.6  # a share of capitalised words from which on the words are a heading
_REPORTING = frozenset({"report", "say", "write", "note", "add", "tell", "state", "quote"})


def spliced(tokens: Sequence[Token], begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the sentences between two tokens, cut behind a comma where a word with a capital opens one."""
    start = begin
    if not _is_heading(tokens[begin:end]):
        for at in range(begin + _LEAST, end - _LEAST):
            if at - start >= _LEAST and tokens[at - 1].words == "," and _opens(tokens, at):
                yield start, at
                start = at
    yield start, end


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Tell ", In that battle" from ", The Hague" and ", The BBC reported"."""
    word = tokens[at].words
    if not word.istitle() or word.lower() not in words_of("splice_opener"):
        return False
    after, later = tokens[at + 1], tokens[at + 2]
    if later.lemma in _REPORTING:
        return False
    acronym = after.words.isupper() and after.words.isalpha()
    return after.words.islower() or acronym or not is_a(tokens[at], "article")


def _is_heading(tokens: Sequence[Token]) -> bool:
    words = [token.words for token in tokens if token.words[0].isalpha()]
    return sum(word[0].isupper() for word in words) > _TITLE * len(words)
