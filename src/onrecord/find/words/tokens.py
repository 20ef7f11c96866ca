"""A text into sentences of tokens: one compiled pattern, one pass, bounds on every length."""

from __future__ import annotations

import re
from itertools import dropwhile, islice
from typing import TYPE_CHECKING

from onrecord.find.sentence import Sentence, Token
from onrecord.find.words.lemmas import lemma_of
from onrecord.find.words.splices import spliced
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.records import Passage, Text

__all__ = ["MAX_TOKENS", "MAX_TOKEN_LENGTH", "each_sentence", "split_sentences"]

MAX_TOKENS = 1_000
MAX_TOKEN_LENGTH = 200
_AT_ONCE = 8 * MAX_TOKENS  # tokens of a passage that are held while its sentences are cut
_AHEAD = 8  # tokens behind a sentence by which its end is told

# Letters, digits and the marks that ride on them: Latin and Arabic diacritics, joiners, Indic signs.
_IN = r"[\w\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d\u0900-\u0963\u0966-\u0dff]"
_TOKEN = re.compile(
    r"\n[^\S\n]*+\n"  # a blank line ends a sentence
    r"|https?://\S{1,190}"
    r"|[A-Z](?:\.[A-Z](?![a-z])){1,9}\.?(?:-[^\W\d_]\w{0,60}){0,3}"  # U.S., U.S.-led
    r"|[a-z](?:\.[a-z](?![^\W\d_])){1,5}\."  # a.m., e.g.
    rf"|[^\W\d_]{_IN}{{0,99}}(?:(?:[-‐‑]|['’](?!(?:[sS]|re|ve|ll|m|d)\b)){_IN}{{1,24}}){{0,4}}"
    r"|['’](?:[sS]|re|ve|ll|m|d)\b"
    r"|\d{1,40}(?:(?:[.,٫٬]\d{1,40}){1,3}|(?:[-‐‑]?[^\W\d_]\w{0,20}){1,4})?"  # 1,300  2.5  12-year-old  1st
    r"|[.=*_~#…-]{2,99}"
    r"|\S"
)
_ALWAYS = frozenset("۔؟।॥。！？።။։")  # full stops of scripts where the mark means nothing else
_STOPS = _ALWAYS | frozenset(".!?…")
_CLOSING = frozenset("”’»)]}")
_STRAIGHT = frozenset("\"'")
_OPENING = frozenset("“‘«([\"'")
_INITIAL = 3  # "Sr. ", "pp. ": a shorter word before a lower-case one is taken for an abbreviation
_ABBREVIATIONS = {row["form"]: row["follows"] for row in rows("abbreviations")}
# An initialism such as "U.S." ends a sentence only before a word that opens one.
_OPENERS = frozenset(row["word"] for row in rows("sentence_openers"))
_BLANK = "\n"


def split_sentences(text: Text) -> tuple[Sentence, ...]:
    """Give the sentences of every passage that is not boilerplate, in order.

    A sentence is cut at MAX_TOKENS and a token at MAX_TOKEN_LENGTH, so that no input costs more
    than its length.
    """
    return tuple(each_sentence(text))


def each_sentence(text: Text) -> Iterator[Sentence]:
    """Give the same one by one: tokens take forty times the memory of their words."""
    for passage in sorted(text.passages, key=lambda passage: passage.start):
        if passage.role != "boilerplate":
            yield from _sentences(text, passage)


def _sentences(text: Text, passage: Passage) -> Iterator[Sentence]:
    language = passage.language or text.language or "en"
    source, tokens, going_on = _tokens(text.content, passage), list[Token](), True
    while going_on:
        more = list(islice(source, _AT_ONCE))
        going_on, done = len(more) == _AT_ONCE, 0
        tokens += more
        for whole in _cuts(tokens):
            if going_on and whole[1] + _AHEAD > len(tokens):
                break
            done = whole[1]
            for begin, end in spliced(tokens, *whole):
                held = tuple(tokens[begin:end])
                yield Sentence(text, held[0].start, held[-1].end, held, language)
        tokens = list(dropwhile(lambda token: token.words == _BLANK, tokens[done:]))


def _tokens(content: str, passage: Passage) -> Iterator[Token]:
    """Give the passage's tokens, and one whose words are _BLANK for each blank line."""
    for match in _TOKEN.finditer(content, passage.start, passage.end):
        words = match.group()
        start, end = match.span()
        if words[0] == _BLANK:
            yield Token(start, end, _BLANK, "")
            continue
        if words[-1] == "t" and words[-3:-1] in {"n'", "n’"} and end - start > len("n't"):
            yield Token(start, end - 3, words[:-3], lemma_of(words[:-3]))
            start, words = end - 3, words[-3:]
        yield Token(start, end, words, lemma_of(words))


def _cuts(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    """Give where each sentence begins and ends, as indices of tokens."""
    begin = at = 0
    while at < len(tokens):
        words = tokens[at].words
        at += 1
        if words == _BLANK:
            if at - 1 > begin:
                yield begin, at - 1
            begin = at
            continue
        stop = at - 1
        if words[-1] in _STOPS:
            at = _past_closing(tokens, at)
        if at - begin >= MAX_TOKENS or (words[-1] in _STOPS and _ends(tokens, stop, at)):
            yield begin, at
            begin = at
    if begin < len(tokens):
        yield begin, len(tokens)


def _past_closing(tokens: list[Token], at: int) -> int:
    """Give the index after the quotes and brackets that close right behind a full stop."""
    limit = min(len(tokens), at + 4)
    while at < limit and tokens[at].start == tokens[at - 1].end:
        words = tokens[at].words
        loose = at + 1 == len(tokens) or tokens[at + 1].start > tokens[at].end
        if words not in _CLOSING and not (words in _STRAIGHT and loose):
            break
        at += 1
    return at


def _ends(tokens: list[Token], stop: int, at: int) -> bool:
    """Tell whether the mark at `stop` ends a sentence, given the token at `at` that follows."""
    words = tokens[stop].words
    if at >= len(tokens) or tokens[at].words == _BLANK or words[-1] in _ALWAYS:
        return True
    following = tokens[at]
    gap = following.start > tokens[at - 1].end
    first = following.words[0]
    opens = first in _OPENING or (first.isalpha() and not first.islower())
    if words == ".":
        return _point_ends(tokens, stop, following, opens=opens or (gap and not first.islower()), gap=gap)
    if words[-1] == "." and words[0].isalpha():
        return following.words in _OPENERS or first in _OPENING
    return opens or (gap and not first.islower())


def _point_ends(tokens: list[Token], stop: int, following: Token, *, opens: bool, gap: bool) -> bool:
    """Tell whether a full stop of its own ends a sentence: not in "Gen. X", "No. 5" or "bbc.com"."""
    before = tokens[stop - 1].words if stop and tokens[stop - 1].end == tokens[stop].start else ""
    follows = _ABBREVIATIONS.get(before.lower(), "")
    if follows:
        return follows == "number" and not following.words[0].isdigit() and opens
    if len(before) == 1 and before.isupper():
        return following.words in _OPENERS
    if opens:
        return True
    return gap and len(before) > _INITIAL and tokens[stop + 1] is following
