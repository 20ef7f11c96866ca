"""The tables that the reading of casualties steers by: outcomes, nouns for people, small words."""

from __future__ import annotations

from functools import cache

from onrecord.vocabulary import rows

__all__ = ["outcome_words", "victim_nouns", "words_for"]


@cache
def words_for(use: str) -> frozenset[str]:
    """Give the words of one use in vocabulary/casualty_words."""
    return frozenset(row["word"] for row in rows("casualty_words") if row["use"] == use)


@cache
def outcome_words() -> dict[str, tuple[str, str]]:
    """Give (outcome, form) of each base form in vocabulary/outcomes."""
    return {row["word"]: (row["outcome"], row["form"]) for row in rows("outcomes")}


@cache
def victim_nouns() -> dict[str, tuple[str, bool]]:
    """Give (status, whether they are people) of each noun in vocabulary/victims."""
    return {row["noun"]: (row["status"], row["people"] == "yes") for row in rows("victims")}
