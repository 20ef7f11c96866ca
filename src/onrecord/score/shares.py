"""Counts of what was right, given and asked, by part, and the shares they come to."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.score.task import Figures, Tally, prf

__all__ = ["counts_of", "figures_of", "shares_of"]


def counts_of(part: str, right: float, given: float, asked: float) -> dict[str, float]:
    """Give the three counts of a part under the names that `shares_of` reads."""
    return {f"{part} right": right, f"{part} given": given, f"{part} asked": asked}


def shares_of(tally: Tally, part: str) -> tuple[float, float, float]:
    """Give precision, recall and F1 of a part."""
    return prf(tally[f"{part} right"], tally[f"{part} given"], tally[f"{part} asked"])


def figures_of(tally: Tally, headline: str, parts: Iterable[str]) -> Figures:
    """Give the headline part's shares, and those of each part by flat names with how many were asked."""
    flat: dict[str, float] = {}
    for part in parts:
        precision, recall, f1 = shares_of(tally, part)
        flat |= {f"{part}_precision": precision, f"{part}_recall": recall, f"{part}_f1": f1}
        flat[f"{part}_asked"] = tally[f"{part} asked"]
    return Figures(*shares_of(tally, headline), flat)
