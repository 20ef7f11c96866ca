"""A sentence with its mentions laid over its tokens: what patterns, attribution and modality look at."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.find.sentence import Sentence, Token, span_of
from onrecord.find.words.lemmas import lemma_of
from onrecord.find.words.word_classes import is_a
from onrecord.records import Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Frame", "Placed", "frame_of"]

_WIDE = 12
_HYPHENS = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention and its first and last token."""

    mention: Mention
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with mentions by the tokens on which they start and end, longest first."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    starting: dict[int, tuple[Placed, ...]]
    ending: dict[int, tuple[Placed, ...]]

    def is_a(self, at: int, *names: str) -> bool:
        """Say whether the token there belongs to one of these word classes; never outside the sentence."""
        return 0 <= at < len(self.tokens) and is_a(self.tokens[at], *names)

    def reads(self, at: int, word: str) -> bool:
        """Say whether the token there has this lemma or this form in lower case."""
        inside = 0 <= at < len(self.tokens)
        return inside and word in {self.tokens[at].lemma, self.tokens[at].words.lower()}

    def covering(self, at: int) -> tuple[Placed, ...]:
        """Give the mentions that cover a token, longest first."""
        found = {
            p for s in range(max(at - _WIDE, 0), at + 1) for p in self.starting.get(s, ()) if p.last >= at
        }
        return tuple(sorted(found, key=lambda p: (p.first - p.last, p.first)))

    def span(self, first: int, last: int) -> Span:
        """Give the words from one token to another, both inclusive."""
        return span_of(self.sentence.text, self.tokens[first].start, self.tokens[last].end)

    def token_at(self, offset: int) -> int:
        """Give the index of the token that holds or follows an offset of the text."""
        return bisect_left(self.tokens, offset + 1, key=lambda token: token.end)


def frame_of(sentence: Sentence, mentions: tuple[Mention, ...]) -> Frame:
    """Lay mentions over tokens; a mention that lies outside the sentence is left out.

    A hyphenated token is cut where a name ends in it ("Iran-backed"), so that the name can fill a role.
    """
    inside = [mention for mention in mentions if _inside(mention, sentence)]
    edges = {edge for mention in inside for edge in (mention.span.start, mention.span.end)}
    tokens = sentence.tokens
    if edges - {t.start for t in tokens} - {t.end for t in tokens}:
        tokens = tuple(piece for token in tokens for piece in _pieces(sentence, token, edges))
    starts, ends = [token.start for token in tokens], [token.end for token in tokens]
    placed = []
    for mention in inside:
        first, last = bisect_left(ends, mention.span.start + 1), bisect_left(starts, mention.span.end) - 1
        if first <= last:
            placed.append(Placed(mention, first, last))
    placed.sort(key=lambda p: (p.first - p.last, p.first, p.mention.kind))
    return Frame(sentence, tokens, _by(placed, "first"), _by(placed, "last"))


def _pieces(sentence: Sentence, token: Token, edges: set[int]) -> Iterator[Token]:
    hyphened = not _HYPHENS.isdisjoint(token.words)
    cuts = {edge for edge in range(token.start + 1, token.end) if edge in edges} if hyphened else set()
    if not cuts:
        yield token
        return
    content = sentence.text.content
    after = {cut + 1 for cut in cuts if content[cut] in _HYPHENS}
    before = {cut - 1 for cut in cuts if content[cut - 1] in _HYPHENS}
    bounds = sorted({token.start, token.end, *cuts, *after, *before})
    for start, end in pairwise(bounds):
        words = content[start:end]
        yield Token(start, end, words, lemma_of(words))


def _inside(mention: Mention, sentence: Sentence) -> bool:
    ours = mention.span.text_id == sentence.text.id
    return ours and sentence.start <= mention.span.start < mention.span.end <= sentence.end


def _by(placed: list[Placed], edge: str) -> dict[int, tuple[Placed, ...]]:
    found: dict[int, tuple[Placed, ...]] = {}
    for one in placed:
        at: int = getattr(one, edge)
        found[at] = (*found.get(at, ()), one)
    return found
