"""The acts of violence, by the table of act types."""

from __future__ import annotations

from functools import cache

from onrecord.vocabulary import rows

__all__ = ["violent_acts"]


@cache
def violent_acts() -> frozenset[str]:
    """Give the acts of force against people or things."""
    return frozenset(row["act"] for row in rows("act_types") if row["violent"] == "yes")
