"""Headings and texts in capitals, given the capitals that running text would have; offsets stay.

What a capital says about a name is lost where every word has one. Known names keep theirs, words that
English writes in lower case lose them, the rest are names as far as anyone can tell.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.find.sentence import Sentence, Token
from onrecord.find.words.lemmas import lemma_of
from onrecord.find.words.plain_words import is_plain
from onrecord.find.words.word_classes import words_of
from onrecord.find.words.wordtags import TAGS, tag_capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.sentence import Lexicon

__all__ = ["recased"]

_MOST, _MANY = 0.85, 0.7
_LEAST_CAPITALS, _LEAST_TITLE, _LONG_WORD = 3, 4, 4
_LONGEST_NAME = 6
_ACRONYM = 5
_PAIR = 2  # "Red Cross" is known though both its words are ordinary; longer names have one that is not
_CLOSED = (
    "preposition",
    "article",
    "determiner",
    "auxiliary",
    "modal",
    "coordinator",
    "subordinator",
    "pronoun",
)
_INNER = frozenset("'’&")
_NOT_GIVEN = frozenset(
    {"said", "mark", "bill"}
)  # given names that a text in capitals more often means otherwise


def recased(sentence: Sentence, lexicon: Lexicon) -> Sentence:
    """Give the sentence with the capitals of running text, itself where it has them already."""
    words = [token.words for token in sentence.tokens if token.words[0].isalpha()]
    shouted = _is_shouted(words)
    if not shouted and not _is_heading(sentence, words):
        return sentence
    kept = _known(sentence.tokens, lexicon)
    tokens = tuple(
        _recased(sentence.tokens, at, kept.get(at, ""), shouted=shouted) for at in range(len(sentence.tokens))
    )
    return replace(sentence, tokens=tokens)


def _is_shouted(words: list[str]) -> bool:
    long = [word for word in words if len(word) > 1]
    return len(long) >= _LEAST_CAPITALS and sum(w.isupper() for w in long) >= _MOST * len(long)


def _is_heading(sentence: Sentence, words: list[str]) -> bool:
    """Tell a line in title case: no full stop, and most of its longer words have a capital."""
    if sentence.tokens[-1].words in {".", "!", ";", ":"}:
        return False
    long = [word for word in words[1:] if len(word) >= _LONG_WORD]
    return len(long) >= _LEAST_TITLE and sum(w[0].isupper() for w in long) >= _MANY * len(long)


def _known(tokens: tuple[Token, ...], lexicon: Lexicon) -> dict[int, str]:
    """Give the capitals of known names: of several words, and single ones that are no ordinary word."""
    kept: dict[int, str] = {}
    words = [_titled(token.words) for token in tokens]
    plain = [is_plain(word) for word in words]
    at = 0
    while at < len(tokens):
        end = next((end for end in _ends(words, plain, at) if lexicon.kinds(" ".join(words[at:end]))), 0)
        if end:
            place = "actor" not in lexicon.kinds(" ".join(words[at:end]))
            kept.update((i, words[i].capitalize() if place else words[i]) for i in range(at, end))
        at = max(end, at + 1)
    return kept


def _ends(words: list[str], plain: list[bool], at: int) -> Iterator[int]:
    """Give where a name that begins here may end, the longest first."""
    if not words[at][0].isupper() or _is_closed(words[at]):
        return
    last = at + 1
    while last < min(at + _LONGEST_NAME, len(words)) and (words[last][0].isalnum() or words[last] in _INNER):
        last += 1
    for end in range(last, at, -1):
        told = not all(plain[at:end]) or end == at + _PAIR
        if told and not _is_closed(words[end - 1]):
            yield end


def _is_closed(word: str) -> bool:
    lower = word.lower()
    return any(lower in words_of(name) for name in _CLOSED)


def _titled(words: str) -> str:
    return words.capitalize() if len(words) > _ACRONYM and words.isupper() and words.isalpha() else words


def _recased(tokens: tuple[Token, ...], at: int, known: str, *, shouted: bool) -> Token:
    token = tokens[at]
    words = token.words
    if not words[0].isalpha() or "." in words or not words[0].isupper() or (known and not shouted):
        return token
    new = known or (_as_name(tokens, at) if shouted else words)
    plain = is_plain(words) or words.lower() in _NOT_GIVEN
    if not known and plain and not (_is_title(words) and _before_name(tokens, at)):
        new = words.lower() if at or shouted else words
    return Token(token.start, token.end, new, lemma_of(new)) if new != words else token


def _as_name(tokens: tuple[Token, ...], at: int) -> str:
    """Give a name's capitals; a short unknown word that stands alone may be an acronym and keeps its own."""
    words = tokens[at].words
    beside = tokens[max(0, at - 1) : at] + tokens[at + 1 : at + 2]
    alone = not any(t.words.isalpha() and len(t.words) > 1 and not is_plain(t.words) for t in beside)
    acronym = (
        alone and len(words) <= _ACRONYM and tag_capital(words.capitalize()) == "" and not is_plain(words)
    )
    if acronym or any(letter.isdigit() for letter in words):
        return words
    return "-".join(part.capitalize() for part in words.split("-"))


def _is_title(words: str) -> bool:
    return tag_capital(words.capitalize()) == TAGS["title"]


def _before_name(tokens: tuple[Token, ...], at: int) -> bool:
    following = tokens[at + 1].words if at + 1 < len(tokens) else ""
    return following[:1].isupper() and (not is_plain(following) or _is_title(following))
