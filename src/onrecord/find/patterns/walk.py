"""Take a pattern's elements one after the other, to the right or to the left of its anchor.

A failed (element, token) pair is never tried twice: elements do not look back at what others took,
so a failure there is a failure for good, and the walk is linear in what it looks at.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.find.patterns.elements import Element, Free, Gap, Slot, Word
from onrecord.find.words.coordination import fits, joined
from onrecord.find.words.phrases import ends_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.words.frame import Frame, Placed

__all__ = ["Part", "Taken", "Walk"]

_ARTICLES = 2
_HYPHENS = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class Part:
    """A role or quality that a match filled: its tokens, and the mention if it is one."""

    name: str
    first: int
    last: int
    mention: Placed | None = None
    quality: bool = False


# What one element takes: the token after it, its own tokens (None where it takes none), the roles they fill.
_Step = tuple[int, tuple[int, int] | None, tuple[Part, ...]]
Taken = tuple[Element, tuple[int, int] | None, tuple[Part, ...]]


@dataclass(slots=True)
class Walk:
    """One direction of a match; `step` is 1 to the right and -1 to the left."""

    frame: Frame
    elements: tuple[Element, ...]
    step: int
    dead: set[tuple[int, int]] = field(default_factory=set)

    def run(self, at: int, index: int = 0) -> list[Taken] | None:
        """Take the elements from `index` on, starting at a token; None if they do not fit."""
        if index == len(self.elements):
            return []
        if (index, at) in self.dead:
            return None
        for after, tokens, parts in self._takes(index, at):
            rest = self.run(after, index + 1)
            if rest is not None:
                return [(self.elements[index], tokens, parts), *rest]
        self.dead.add((index, at))
        return None

    def _takes(self, index: int, at: int) -> Iterator[_Step]:
        element = self.elements[index]
        if isinstance(element, Word):
            if self._is(at, element):
                yield at + self.step, (at, at), ()
            if element.optional:
                yield at, None, ()
        elif isinstance(element, Gap):
            yield from self._gaps(element, at)
        elif isinstance(element, Free):
            yield from self._phrases(element, at)
        elif isinstance(element, Slot):
            yield from self._mentions(element, at, self._bound(index + 1))
        else:
            yield at, None, ()

    def _is(self, at: int, element: Word) -> bool:
        tokens = self.frame.tokens
        return 0 <= at < len(tokens) and (
            tokens[at].lemma in element.words or tokens[at].words.lower() in element.words
        )

    def _free(self, at: int, most: int, what: str) -> int:
        """Count the tokens from `at` on that a gap or a phrase may cover."""
        for count in range(most):
            here = at + self.step * count
            if not 0 <= here < len(self.frame.tokens) or self._bars(here, what):
                return count
        return most

    def _bars(self, at: int, what: str) -> bool:
        if self.frame.is_a(at, "stop") or self.frame.tokens[at].lemma == "by":
            return True
        if what == "any":
            return False
        if what == "light":
            return not self.frame.is_a(at, "auxiliary", "modal", "adverb")
        if what == "modifier" and self.frame.is_a(at, "determiner", "possessive", "close_bracket"):
            return True
        return ends_phrase(self.frame, at)

    def _gaps(self, element: Gap, at: int) -> Iterator[_Step]:
        most = self._free(at, element.most, element.sort)
        for count in range(most, -1, -1) if element.sort == "modifier" else range(most + 1):
            end = at + self.step * (count - 1)
            if not count:
                yield at, None, ()
            elif element.sort != "modifier" or not self.frame.is_a(end, "coordinator"):
                yield end + self.step, (min(at, end), max(at, end)), ()

    def _phrases(self, element: Free, at: int) -> Iterator[_Step]:
        most = self._free(at, element.most, "phrase")
        for count in range(most, 0, -1):
            end = at + self.step * (count - 1)
            first, final = min(at, end), max(at, end)
            if not self.frame.is_a(first, "coordinator") and not self.frame.is_a(
                final, "coordinator", "article"
            ):
                yield end + self.step, (first, final), (Part(element.role, first, final),)

    def _bound(self, index: int) -> frozenset[str]:
        """Give what the next element takes: a mention before "'s" or a hyphen is another word's part."""
        after = self.elements[index] if index < len(self.elements) else None
        return after.words if isinstance(after, Word) else frozenset()

    def _mentions(self, slot: Slot, at: int, bound: frozenset[str]) -> Iterator[_Step]:
        starts = (at,) if self.step < 0 else dict.fromkeys((at, self._over_articles(at)))
        here = self.frame.ending if self.step < 0 else self.frame.starting
        for placed in (p for start in starts for p in here.get(start, ()) if fits(p, slot.kinds)):
            run = joined(self.frame, placed, slot.kinds, self.step) if slot.many else (placed,)
            for found in dict.fromkeys((run, (placed,))):
                parts = tuple(Part(slot.role, p.first, p.last, p) for p in found)
                first, last = found[0].first, found[-1].last
                after = last + 1 if self.step > 0 else first - 1
                if self.step > 0 and self._is_bound(after, bound):
                    continue  # "condemned the Front's raid" condemns no Front, "Front-led" names no Front
                yield after, (first, last), parts
                if self.step < 0 and after != self._over_articles(after):
                    yield self._over_articles(after), (first, last), parts
        yield from self._pronouns(slot, at)

    def _is_bound(self, after: int, bound: frozenset[str]) -> bool:
        hyphen = 0 <= after < len(self.frame.tokens) and self.frame.tokens[after].words in _HYPHENS
        owned = self.frame.is_a(after, "possessive") and "'s" not in bound
        return owned or (hyphen and _HYPHENS.isdisjoint(bound))

    def _over_articles(self, at: int) -> int:
        for _ in range(_ARTICLES):
            if self.frame.is_a(at, "determiner"):
                at += self.step
        return at

    def _pronouns(self, slot: Slot, at: int) -> Iterator[_Step]:
        for kind in ("pronoun", "possessive_pronoun"):
            if kind in slot.kinds and self.frame.is_a(at, kind):
                yield at + self.step, (at, at), (Part(slot.role, at, at),)
