"""The contradiction strip: what each claim says of one toll, side by side on one scale."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.show.shapes import number_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.store import ClaimRow

__all__ = ["Dot", "Strip", "draw_strip"]

LEFT, RIGHT, TOP, ROW = 340, 850, 34, 28


@dataclass(frozen=True, slots=True)
class Dot:
    """One claim's figure; `unbounded` draws an arrow, since "more than" has no upper end."""

    claim_id: str
    label: str
    figure: str
    y: int
    x: float
    end: float
    unbounded: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """The dots of one outcome, the scale's marks, and whether the figures of two claims differ."""

    outcome: str
    dots: tuple[Dot, ...]
    ticks: tuple[tuple[float, str], ...]
    height: int
    differ: bool


def draw_strip(rows: Sequence[ClaimRow], outcome: str) -> Strip | None:
    """Give the strip where a claim states a figure; None where none does."""
    stated = [
        (row, casualty.number)
        for row in rows
        for casualty in row.claim.casualties
        if casualty.outcome == outcome
        and (casualty.number.low is not None or casualty.number.high is not None)
    ]
    if not stated:
        return None
    ends = [end for _, number in stated for end in (number.low, number.high) if end is not None]
    top = max(*ends, 1.0)
    dots = []
    for at, (row, number) in enumerate(stated):
        low = number.low if number.low is not None else 0.0
        high = number.high if number.high is not None else low
        words = number_words(number.low, number.high)
        label = who_says(row)
        dots.append(
            Dot(row.claim.id, label, words, TOP + at * ROW, _x(low, top), _x(high, top), number.high is None)
        )
    by_claim: dict[str, list[str]] = {}
    for dot in dots:
        by_claim.setdefault(dot.claim_id, []).append(dot.figure)
    differ = len({tuple(figures) for figures in by_claim.values()}) > 1
    ticks = tuple(
        (_x(value, top), f"{round(value):,}") for value in sorted({0.0, float(round(top / 2)), top})
    )
    return Strip(outcome, tuple(dots), ticks, TOP + len(dots) * ROW + 8, differ)


def who_says(row: ClaimRow) -> str:
    """Name the nearest source of a claim, else the document itself."""
    document = _isolated(row.title or row.document_id)
    for source in row.claim.sources:
        return f"{_isolated(source.who.words) if source.who else 'unknown source'}, in {document}"
    return document


def _isolated(words: str) -> str:
    """Keep words of either direction from turning their neighbours (Unicode UAX 9, isolates)."""
    return f"\u2068{words}\u2069"


def _x(value: float, top: float) -> float:
    return round(LEFT + value / top * (RIGHT - LEFT), 1)
