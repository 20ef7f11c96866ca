"""Headings and texts all in capitals, given the capitals that running text would have; offsets stay as they are.

What a capital says about a name is lost where every word has one. Known names keep theirs, words that
English writes in lower case lose them, the rest are names as far as anyone can tell.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.find.sentence import Sentence, Token
from onrecord.find.words.lemmas import lemma_of
from onrecord.find.words.plain_words import is_plain
from onrecord.find.words.wordtags import TAGS, tag_capital

if TYPE_CHECKING:
    from onrecord.find.sentence import Lexicon

__all__ = ["recased"]

_MOST, _MANY = 0.85, 0.7
_LEAST_CAPITALS, _LEAST_TITLE, _LONG_WORD = 3, 4, 4
_LONGEST_NAME = 6
_ACRONYM = 5
_ARTICLES = frozenset({"the", "a", "an"})
_NOT_GIVEN = frozenset({"said", "mark", "bill"})  # given names that a text in capitals more often means otherwise


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
    """Give the capitals of known names' words: names of several words, and single ones that are not ordinary."""
    kept: dict[int, str] = {}
    at = 0
    while at < len(tokens):
        longest = at + 1 if tokens[at].words.lower() in _ARTICLES else min(at + _LONGEST_NAME, len(tokens))
        for end in range(longest, at, -1):
            words = [_titled(token.words) for token in tokens[at:end]]
            kinds = lexicon.kinds(" ".join(words)) if words[0][0].isupper() else frozenset[str]()
            if kinds and (end > at + 1 or not is_plain(words[0])):
                place = "actor" not in kinds
                kept.update((at + i, word.capitalize() if place else word) for i, word in enumerate(words))
                at = end - 1
                break
        at += 1
    return kept


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
    """Give a name's capitals; a short unknown word beside no other one may be an acronym and keeps its own."""
    words = tokens[at].words
    beside = tokens[max(0, at - 1) : at] + tokens[at + 1 : at + 2]
    alone = not any(t.words.isalpha() and len(t.words) > 1 and not is_plain(t.words) for t in beside)
    acronym = alone and  len(words) <= _ACRONYM and tag_capital(words.capitalize()) == "" and not is_plain(words)
    if acronym or any(letter.isdigit() for letter in words):
        return words
    return "-".join(part.capitalize() for part in words.split("-"))


def _is_title(words: str) -> bool:
    return tag_capital(words.capitalize()) == TAGS["title"]


def _before_name(tokens: tuple[Token, ...], at: int) -> bool:
    following = tokens[at + 1].words if at + 1 < len(tokens) else ""
    return following[:1].isupper() and (not is_plain(following) or _is_title(following))
