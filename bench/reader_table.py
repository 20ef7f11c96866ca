"""The figures of reader_speed.py as rows of a table, and what they come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

__all__ = [
    "HEAD",
    "Figures",
    "Row",
    "agreement",
    "both_of",
    "ratio",
    "row_of_bare",
    "row_of_engine",
    "told_of_long",
]

HEAD = "| what | words/s | seconds | cores busy | peak MiB |\n|---|---:|---:|---:|---:|"
Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement: words, seconds by the clock, seconds of processors, and peak memory in MiB or 0."""

    what: str
    words: float
    seconds: float
    cpu: float
    peak: float = 0.0

    @property
    def speed(self) -> float:
        """Give words a second, 0 where nothing was run."""
        return self.words / self.seconds if self.seconds else 0.0

    def line(self) -> str:
        """Give a row of Markdown; cores busy tell whether other processes took part of the machine."""
        busy = self.cpu / self.seconds if self.seconds else 0.0
        peak = f"{self.peak:,.0f}" if self.peak else ""
        return f"| {self.what} | {self.speed:,.0f} | {self.seconds:,.1f} | {busy:.2f} | {peak} |"


def row_of_engine(what: str, figures: Figures) -> Row:
    """Give the row of an engine: reading the files and finding, together."""
    seconds, cpu = figures["read"] + figures["find"], figures["read_cpu"] + figures["cpu"]
    return Row(what, figures["words"], seconds, cpu, figures["peak"])


def row_of_bare(what: str, figures: Figures) -> Row | None:
    """Give the row of the graph alone over an engine's windows, None for an engine that ran no graph."""
    if not figures["pieces"]:
        return None
    return Row(what, figures["words"], figures["bare"], figures["bare_cpu"])


def both_of(one: Row | None, other: Row | None) -> Row | None:
    """Give two runs of the same as one, None where one of them is missing."""
    if not one or not other:
        return None
    return Row(one.what, one.words + other.words, one.seconds + other.seconds, one.cpu + other.cpu)


def ratio(one: Row | None, other: Row | None) -> str:
    """Give how many times as fast the first is, "not measured" where one of them is missing."""
    return f"{one.speed / other.speed:.2f}" if one and other and other.speed else "not measured"


def agreement(ours: np.ndarray, theirs: np.ndarray) -> float:
    """Give the share of equal decisions where either run puts a piece inside a stretch, 1 where none does.

    Both hold a row a piece and three outputs a class: outside, begins, goes on.
    """
    mine, other = (rows.reshape(len(rows), -1, 3).argmax(-1) for rows in (ours, theirs))
    inside = (mine > 0) | (other > 0)
    return float((mine == other)[inside].mean()) if inside.any() else 1.0


def told_of_long(figures: Figures) -> str:
    """Say what reading one long text took, and how much of it was read."""
    speed = figures["words"] / figures["seconds"]
    told = [
        f"{figures['seconds']:,.0f} s ({speed:,.0f} words/s)",
        f"peak {figures['peak']:,.0f} MiB ({figures['before']:,.0f} before it was read)",
        f"{figures['claims']:,.0f} claims",
        f"the last ends at character {figures['last']:,.0f} of {figures['characters']:,.0f}",
        f"characters that are no blanks: {figures['written']:,.0f}",
        f"given to the graph: {figures['given']:,.0f}" if "given" in figures else "no graph ran",
        f"in no piece: {figures.get('missing', 0):,.0f}",
        f"listed as unread: {figures['unread']:,.0f}",
    ]
    return "; ".join(told)
