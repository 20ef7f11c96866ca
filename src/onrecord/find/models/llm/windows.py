"""A text of any length in stretches that a model can take: whole sentences, overlapping, nothing left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.find.sentence import Sentence

__all__ = ["Window", "windows_of"]

_SHARE = 8  # an eighth of a window is read again with the next one


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces (start, end) of a text, in order, sent together with what stands between them."""

    pieces: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Give the offset of the first character."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Give the offset behind the last character."""
        return self.pieces[-1][1]

    def halves(self) -> tuple[Window, ...]:
        """Give two windows that share no piece, none where there is but one piece."""
        middle = len(self.pieces) // 2
        return (Window(self.pieces[:middle]), Window(self.pieces[middle:])) if middle else ()


def windows_of(content: str, sentences: Sequence[Sentence], size: int) -> tuple[Window, ...]:
    """Give windows of at most `size` characters over the sentences; none spans words of no sentence.

    Neighbours share whole pieces of up to an eighth of the size; a longer sentence is cut into pieces.
    """
    overlap = size // _SHARE
    return tuple(
        window
        for run in _runs(content, [p for s in sentences for p in _pieces(content, s, overlap)])
        for window in _windows(run, size, overlap)
    )


def _pieces(content: str, sentence: Sentence, most: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence that is longer than `most`, at a blank where there is one."""
    start = sentence.start
    while sentence.end - start > most:
        blank = max(content.rfind(mark, start + 1, start + most) for mark in " \n")
        end = blank + 1 if blank > start else start + most
        yield start, end
        start = end
    yield start, sentence.end


def _runs(content: str, pieces: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Part the pieces where other words stand between two of them, such as a page's furniture."""
    run: list[tuple[int, int]] = []
    for piece in pieces:
        if run and content[run[-1][1] : piece[0]].strip():
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


def _windows(run: list[tuple[int, int]], size: int, overlap: int) -> Iterator[Window]:
    first = 0
    while True:
        last = first + 1
        while last < len(run) and run[last][1] - run[first][0] <= size:
            last += 1
        yield Window(tuple(run[first:last]))
        if last == len(run):
            return
        begin = last
        while begin - 1 > first and run[last - 1][1] - run[begin - 1][0] <= overlap:
            begin -= 1
        first = begin
