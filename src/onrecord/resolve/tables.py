"""Tables of features and weights, as numbers."""

from __future__ import annotations

from functools import cache

from onrecord.vocabulary import rows

__all__ = ["weights"]


@cache
def weights(table: str, column: str = "weight") -> dict[str, float]:
    """Give the weight of each feature of a table in vocabulary/; 0 where its cell is empty."""
    return {row["feature"]: float(row[column] or 0) for row in rows(table)}
