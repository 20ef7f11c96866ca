"""Where known names begin in a run of words: for a scan of a text, word by word."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from onrecord.resolve.force_names import begins_force, longest_force

__all__ = ["NameStarts"]


class NameStarts:
    """Folded names by their first words."""

    def __init__(self, keys: Collection[str]) -> None:
        self._keys = keys
        split = (key.split() for key in keys)
        self._heads = frozenset(
            " ".join(words[:size]) for words in split for size in range(1, len(words) + 1)
        )

    def begins(self, word: str) -> bool:
        """Say whether a known name, or one of a country's force, may begin with this folded word."""
        return word in self._heads or begins_force(word)

    def longest(self, words: Sequence[str]) -> int:
        """Give how many of these folded words, the first ones, make the longest known name; 0 for none."""
        key, best = "", 0
        for size, word in enumerate(words, 1):
            key = f"{key} {word}" if key else word
            if key not in self._heads:
                break
            best = size if key in self._keys else best
        return max(best, longest_force(words))
