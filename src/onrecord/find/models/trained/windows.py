"""Where a text is cut: into stretches that are read one after another, and these into overlapping windows."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["STRETCH", "kept", "stretches", "windows_of"]

STRETCH = 40_000
"""Characters that are cut into pieces at once; the outputs for so many take about 50 MB."""
_BREAKS = ("\n\n", "\n", ". ", " ")
"""Where a stretch best ends."""


def stretches(text: str, longest: int = STRETCH) -> Iterator[tuple[int, int]]:
    """Cut a text where a paragraph, a line, a sentence or else a word ends; no character is left out."""
    start = 0
    while start < len(text):
        end = min(len(text), start + longest)
        if end < len(text):
            breaks = (text.rfind(mark, start + longest // 2, end) for mark in _BREAKS)
            end = next((at + 1 for at in breaks if at >= 0), end)
        yield start, end
        start = end


def windows_of(total: int, room: int, overlap: int) -> list[tuple[int, int]]:
    """Give windows over `total` pieces, all but the last of one length, each sharing `overlap` with the next.

    None is longer than `room`, which is more than `overlap`.
    """
    if total <= room:
        return [(0, total)]
    count = -(-(total - overlap) // (room - overlap))
    step = -(-(total - overlap) // count)
    return [(k * step, min(total, k * step + step + overlap)) for k in range(count) if k * step < total]


def kept(windows: list[tuple[int, int]], k: int) -> tuple[int, int]:
    """Give the pieces that window k answers for: up to the middle of what it shares with its neighbours."""
    start = 0 if k == 0 else (windows[k][0] + windows[k - 1][1]) // 2
    end = windows[k][1] if k == len(windows) - 1 else (windows[k + 1][0] + windows[k][1]) // 2
    return start, end
