"""An interval as five columns."""

from __future__ import annotations

import sqlite3

from onrecord.records import Anchor, Precision, When

__all__ = ["load_when", "save_when"]


def save_when(when: When | None) -> tuple[str | None, ...]:
    """Give an interval's five columns."""
    if when is None:
        return (None,) * 5
    return (when.earliest, when.latest, str(when.precision), str(when.anchor), when.words)


def load_when(row: sqlite3.Row, prefix: str) -> When | None:
    """Give the interval that stands in five columns of this prefix."""
    if row[f"{prefix}_precision"] is None:
        return None
    return When(
        row[f"{prefix}_earliest"],
        row[f"{prefix}_latest"],
        Precision(row[f"{prefix}_precision"]),
        Anchor(row[f"{prefix}_anchor"]),
        row[f"{prefix}_words"],
    )
