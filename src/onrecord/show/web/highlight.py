"""A text cut into blocks and pieces, so that overlapping spans can be shown and linked."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.records import Span, Text

__all__ = ["Block", "Piece", "cut_blocks"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words under the same claims, innermost first; `begins` names those that start here."""

    start: int
    words: str
    claims: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """One passage, or the words between two, with its language, direction and pieces."""

    start: int
    end: int
    role: str
    language: str
    direction: str
    pieces: tuple[Piece, ...]


def cut_blocks(text: Text, spans: Sequence[tuple[str, Span]], start: int, end: int) -> tuple[Block, ...]:
    """Cut text[start:end] at passages and at the ends of each claim's evidence; offsets are code points."""
    blocks = []
    for first, last, role, language, direction in _stretches(text, start, end):
        if text.content[first:last].strip():
            pieces = tuple(_pieces(text.content, spans, first, last))
            blocks.append(Block(first, last, role, language, direction, pieces))
    return tuple(blocks)


def _stretches(text: Text, start: int, end: int) -> Iterator[tuple[int, int, str, str, str]]:
    """Give the passages clipped to the window, and what lies between them as body."""
    at = start
    for passage in sorted(text.passages, key=lambda passage: (passage.start, passage.end)):
        first, last = max(passage.start, at), min(passage.end, end)
        if first < last:
            if at < first:
                yield at, first, "body", text.language, text.direction
            yield first, last, passage.role, passage.language or text.language, passage.direction
            at = last
    if at < end:
        yield at, end, "body", text.language, text.direction


def _pieces(content: str, spans: Sequence[tuple[str, Span]], first: int, last: int) -> Iterator[Piece]:
    inside = sorted(
        ((claim_id, span) for claim_id, span in spans if span.start < last and first < span.end),
        key=lambda found: (found[1].end - found[1].start, found[1].start, found[0]),
    )
    cuts = {first, last}
    cuts.update(cut for _, span in inside for cut in (span.start, span.end) if first < cut < last)
    edges = sorted(cuts)
    for start, end in pairwise(edges):
        over = [(claim_id, span) for claim_id, span in inside if span.start < end and start < span.end]
        claims = tuple(claim_id for claim_id, _ in over)
        begins = tuple(claim_id for claim_id, span in over if span.start == start)
        yield Piece(start, content[start:end], claims, begins)
