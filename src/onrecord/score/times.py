"""Whether two intervals are the same, as far as the grain of the gold one lets us say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

__all__ = ["TOLERANCE", "same_interval"]

TOLERANCE: Mapping[str, int] = {
    "day": 0,
    "week": 2,
    "month": 3,
    "season": 31,
    "quarter": 31,
    "half": 31,
    "year": 31,
    "range": 31,
    "decade": 366,
}
"""Days that an end may be off, by the gold interval's precision; people differ on when a spring begins."""


def same_interval(gold: Mapping[str, Any], mine: Mapping[str, Any]) -> bool:
    """Say whether both ends agree within the tolerance; an open end agrees with an open end only."""
    days = TOLERANCE.get(str(gold.get("precision")), 0)
    return all(_near(gold.get(end), mine.get(end), days) for end in ("earliest", "latest"))


def _near(gold: str | None, mine: str | None, days: int) -> bool:
    if gold is None or mine is None:
        return gold is mine
    return abs((date.fromisoformat(gold) - date.fromisoformat(mine)).days) <= days
