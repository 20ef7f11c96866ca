"""Tables of features and weights, as numbers."""

from __future__ import annotations

from functools import cache

from onrecord.vocabulary import rows

__all__ = ["weights"]


@cache
def weights(table: str) -> dict[str, float]:
    """Give the weight of each feature of a table in vocabulary/."""
    return {row["feature"]: float(row["weight"]) for row in rows(table)}
