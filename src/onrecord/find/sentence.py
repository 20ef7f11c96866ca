"""The forms that the parts of `find` pass to each other: tokens, sentences, attributions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from onrecord.records import Mention, Source, Span, Text

__all__ = ["Attribution", "Lexicon", "Sentence", "Token", "span_of"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark; `start` and `end` count code points of the text, `lemma` is lower case."""

    start: int
    end: int
    words: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its tokens, language, and the role of the passage it stands in."""

    text: Text
    start: int
    end: int
    tokens: tuple[Token, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source chain, nearest first, and the stretch of text that it speaks for."""

    sources: tuple[Source, ...]
    start: int
    end: int
    said: tuple[Mention, ...] = ()


class Lexicon(Protocol):
    """Names known outside the text: what `find` asks of the actor registry and the gazetteer."""

    version: str

    def kinds(self, name: str) -> frozenset[str]:
        """Give what a name as written may be: "actor", "person", "place", "demonym"; empty if unknown."""


def span_of(text: Text, start: int, end: int) -> Span:
    """Give the span of these offsets with its words."""
    return Span(text.id, start, end, text.content[start:end])
