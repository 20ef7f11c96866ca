"""The words around a mention, and how many of them speak for an actor."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property, lru_cache

from onrecord.records import Actor
from onrecord.resolve.registry import Registry
from onrecord.resolve.spelling import fold
from onrecord.resolve.tables import weights
from onrecord.vocabulary import rows

__all__ = ["Words", "context_words", "hits", "words_of"]

REACH = 30
NEAR_WEIGHT = 3
MOST = 5
_COUNTRIES = 3
_WORD = re.compile(r"\w[\w.’'\-]{0,60}")


class Words:
    """A text as folded words with their offsets, made when first asked; counts of words are kept."""

    def __init__(self, content: str) -> None:
        self._content = content
        self._counts: dict[str, int] = {}

    @cached_property
    def _written(self) -> list[str]:
        return _WORD.findall(self._content)

    @cached_property
    def _starts(self) -> list[int]:
        return [match.start() for match in _WORD.finditer(self._content)]

    @cached_property
    def _folded(self) -> list[str]:
        return [fold(word) for word in self._written]

    @cached_property
    def _all(self) -> str:
        return f" {' '.join(self._folded)} "

    def count(self, words: str) -> int:
        """Count folded words in the whole text."""
        if words not in self._counts:
            self._counts[words] = self._all.count(f" {words} ")
        return self._counts[words]

    def around(self, start: int, reach: int = REACH) -> str:
        """Give the folded words about an offset, with a space at each end."""
        at = bisect_left(self._starts, start)
        return f" {' '.join(self._folded[max(0, at - reach) : at + reach])} "

    def shouted(self, start: int) -> bool:
        """Say whether the words on both sides of an offset are all in capitals, as in a headline."""
        at = bisect_left(self._starts, start)
        beside = [*self._written[max(0, at - 3) : at], *self._written[at + 1 : at + 4]]
        letters = [word for word in beside if word.lower() != word.upper() and len(word) > 1]
        return len(letters) > 1 and all(word == word.upper() for word in letters)


@lru_cache(maxsize=2)
def words_of(content: str) -> Words:
    """Give a text's words; those of the last two texts are kept, for several steps ask for them."""
    return Words(content)


@cache
def _country_words() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for row in rows("demonyms"):
        cells = ";".join((row["country"], row["adjectives"], row["people"], row["also"]))
        table[row["iso"]] = tuple(
            dict.fromkeys(fold(cell) for cell in cells.split(";") if len(cell) > len("UK"))
        )
    return table


def context_words(actor: Actor, registry: Registry) -> tuple[str, ...]:
    """Give the folded words that speak for an actor: those of its row, and the names of its countries."""
    listed = [fold(word) for word in registry.context(actor.id)]
    for iso in actor.country.split(";")[:_COUNTRIES]:
        listed += _country_words().get(iso, ())
    own = {fold(name) for name in actor.names}
    return tuple(word for word in dict.fromkeys(listed) if word and word not in own)


def hits(speaking: tuple[str, ...], words: Words, start: int) -> tuple[int, str]:
    """Give how much of a text speaks for an actor, and the two words that do so most.

    Each word counts as often as it stands in the text, five times at most, and thrice near the mention.
    """
    near = words.around(start)
    counted = [
        (min(words.count(word), MOST) + NEAR_WEIGHT * (f" {word} " in near), word) for word in speaking
    ]
    counted.sort(key=lambda pair: (-pair[0], pair[1]))
    return sum(count for count, _ in counted), ", ".join(word for count, word in counted[:2] if count)


def shares(found: list[int]) -> list[float]:
    """Give each actor's share of what speaks for any; nothing where nothing speaks."""
    total = sum(found)
    return [count / total if total else 0.0 for count in found]


def alone_bonus(count: int) -> float:
    """Give what context adds for a name that only one actor bears: full from two words on."""
    return weights("actor_features")["alone"] * min(1.0, count / 2)
