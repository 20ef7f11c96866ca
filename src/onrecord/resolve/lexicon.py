"""The names known outside the texts, as one lexicon: registry and gazetteer together."""

from __future__ import annotations

from functools import lru_cache

from onrecord.resolve.gazetteer import Gazetteer
from onrecord.resolve.registry import Registry

__all__ = ["KnownNames"]


class KnownNames:
    """What a name as written may be: "actor", "place", "demonym"; the Lexicon that `find` asks for."""

    def __init__(self, registry: Registry, gazetteer: Gazetteer) -> None:
        self._registry = registry
        self._gazetteer = gazetteer
        self.version = f"{registry.version}+{gazetteer.version}"
        self._cached = lru_cache(maxsize=65536)(self._kinds)

    def kinds(self, name: str) -> frozenset[str]:
        """Give the kinds of this name; a people that bears a place's name is left to the place."""
        return self._cached(name)

    def _kinds(self, name: str) -> frozenset[str]:
        actors = self._registry.kinds(name)
        places = self._gazetteer.kinds(name)
        if places and "actor" in actors and self._registry.is_people(name):
            return places
        return actors | places
