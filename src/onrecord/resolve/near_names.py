"""Names of the registry that a text spells otherwise: nearly so, or by another scheme of transliteration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from rapidfuzz import fuzz, process

from onrecord.resolve.actor_table import NameUse
from onrecord.resolve.sounding import SHORTEST, sound
from onrecord.resolve.spelling import fold, is_capital, is_upper

__all__ = ["NearNames"]

NEAR = 88.0
"""The least ratio of two names that are nearly one, of a hundred."""

_DISTINCT = 5
_SPELLED = 7
_SPREAD = NEAR / (200 - NEAR)
"""The shorter of two names as a share of the longer, at least, for a ratio of NEAR."""


class NearNames:
    """The names of a registry by how they are spelled and how they sound."""

    def __init__(self, uses: Mapping[str, tuple[NameUse, ...]]) -> None:
        self._uses = uses
        self._near = lru_cache(maxsize=4096)(self._search)
        self._sized = lru_cache(maxsize=256)(self._of_size)

    def near(self, name: str, limit: int) -> tuple[tuple[NameUse, float], ...]:
        """Give the uses of names spelled almost so, with their ratio from 0 to 1, closest first.

        Names under seven letters are near to none.
        """
        return self._near(fold(name), limit) if len(fold(name)) >= _SPELLED else ()

    def sounding(self, name: str) -> NameUse | None:
        """Give the name of one actor that another scheme of transliteration writes so, or None."""
        key = sound(name) if is_capital(name) and not is_upper(name) else ""
        uses = self._sounds.get(key, ()) if len(key) >= SHORTEST else ()
        return uses[0] if len({use.id for use in uses}) == 1 else None

    @cached_property
    def _sounds(self) -> dict[str, tuple[NameUse, ...]]:
        found: dict[str, tuple[NameUse, ...]] = {}
        for uses in self._uses.values():
            for use in uses:
                found[sound(use.words)] = (*found.get(sound(use.words), ()), use)
        return found

    def _search(self, key: str, limit: int) -> tuple[tuple[NameUse, float], ...]:
        names = self._sized(len(key))
        close = process.extract(key, names, scorer=fuzz.ratio, score_cutoff=NEAR, limit=limit * 2)
        best: dict[str, tuple[NameUse, float]] = {}
        for use, score in self._distinct(close):
            best.setdefault(use.id, (use, score))
        return tuple(best.values())[:limit]

    def _distinct(self, close: list[tuple[str, float, int]]) -> Iterator[tuple[NameUse, float]]:
        for words, score, _ in close:
            for use in self._uses[words]:
                if not use.shared and len(words) >= _DISTINCT:
                    yield use, score / 100

    def _of_size(self, size: int) -> tuple[str, ...]:
        """Give the names short or long enough to be nearly spelled as one of this length."""
        shortest, longest = int(size * _SPREAD), int(size / _SPREAD) + 1
        return tuple(key for key in self._uses if shortest <= len(key) <= longest)
