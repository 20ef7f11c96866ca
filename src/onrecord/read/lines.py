"""Plain text -> Page: its paragraphs as blocks, whether or not its lines are wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.read.cues import Starts, cue_of
from onrecord.read.parts import Block, Page
from onrecord.read.shape import is_stopped

__all__ = ["page_of_lines"]

WRAPPED = range(45, 101)  # how long the lines of a wrapped paragraph are on average

TAIL = 20  # code points in which a sentence's stop is looked for
CHUNKS = re.compile(r"\n+|[^\n]+")

Line = tuple[int, int]


def page_of_lines(content: str) -> Page:
    """Give the page: a blank line ends a paragraph; a line alone is one unless its group is wrapped."""
    blocks: list[Block] = []
    group: list[Line] = []
    for start, end in _lines(content):
        if start < end:
            group.append((start, end))
        elif group:
            blocks += _blocks(content, group)
            group = []
    return Page(content, (*blocks, *_blocks(content, group)))


def _lines(content: str) -> Iterator[Line]:
    """Give start and end of each line without the white space around it; nothing in it is a blank line."""
    for match in CHUNKS.finditer(content):
        start, end = match.span()
        if content[start] != "\n":
            line = match.group()
            inner = line.strip()
            at = start + len(line) - len(line.lstrip())
            yield (at, at + len(inner)) if inner else (start, start)
        elif end - start > 1:
            yield start, start


def _blocks(content: str, group: list[Line]) -> list[Block]:
    blocks: list[Block] = []
    wrapped: list[Line] = []
    for line in group:
        if cue_of(content[slice(*line)]) is Starts.TEXT:
            wrapped.append(line)
        else:
            blocks += [*_unwrap(content, wrapped), _block(content, *line)]
            wrapped = []
    return blocks + _unwrap(content, wrapped)


def _unwrap(content: str, lines: list[Line]) -> list[Block]:
    if len(lines) > 1 and _is_wrapped(content, lines[:-1]):
        return [_block(content, lines[0][0], lines[-1][1])]
    joined: list[Line] = []
    for start, end in lines:
        goes_on = joined and content[start].islower() and not _stops(content, joined[-1])
        joined.append((joined.pop()[0] if goes_on else start, end))
    return [_block(content, *line) for line in joined]


def _is_wrapped(content: str, lines: list[Line]) -> bool:
    """Say whether lines of like length break in the middle of sentences."""
    mean = sum(end - start for start, end in lines) / len(lines)
    stopped = sum(_stops(content, line) for line in lines)
    return (
        round(mean) in WRAPPED
        and max(end - start for start, end in lines) < 2 * mean
        and 2 * stopped <= len(lines)
    )


def _block(content: str, start: int, end: int) -> Block:
    return Block(start, end, content[start:end])


def _stops(content: str, line: Line) -> bool:
    start, end = line  # a line may be as long as the text: only its last words are copied
    return is_stopped(content[max(start, end - TAIL) : end])
