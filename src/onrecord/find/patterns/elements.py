"""What a compiled pattern is made of."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Close", "Element", "Free", "Gap", "Open", "Pattern", "Slot", "Word"]


@dataclass(frozen=True, slots=True)
class Word:
    """One token out of a set of words."""

    words: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """At most this many tokens: of `any` sort, or only `light` ones, or only `modifier`s of a noun."""

    most: int
    sort: str = "any"


@dataclass(frozen=True, slots=True)
class Slot:
    """A mention, or a pronoun, that fills a role; `many` takes a coordination of them."""

    role: str
    kinds: frozenset[str]
    many: bool = False


@dataclass(frozen=True, slots=True)
class Free:
    """A free noun phrase that fills a role."""

    role: str
    most: int


@dataclass(frozen=True, slots=True)
class Open:
    """Here the words of a role or, with `quality`, of a quality begin."""

    name: str
    quality: bool


@dataclass(frozen=True, slots=True)
class Close:
    """Here the words opened last end."""


Element = Word | Gap | Slot | Free | Open | Close


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """Elements in order; `subject` is resolved from the verb group, or with `far` from the whole clause.

    `anchor` is the place of the word to look for.
    """

    subject: Slot | None
    elements: tuple[Element, ...]
    anchor: int
    far: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """Give the words of which one must stand in a sentence for the pattern to match."""
        anchor = self.elements[self.anchor]
        return anchor.words if isinstance(anchor, Word) else frozenset()

    @property
    def needs(self) -> tuple[frozenset[str], ...]:
        """Give the sets of words of each of which one must stand in the sentence, the anchor's apart."""
        fixed = (e for i, e in enumerate(self.elements) if i != self.anchor)
        return tuple(e.words for e in fixed if isinstance(e, Word) and not e.optional)

    @property
    def wants(self) -> tuple[frozenset[str], ...]:
        """Give the kinds of mention of each of which one must stand in the sentence."""
        slots = (e.kinds for e in (self.subject, *self.elements) if isinstance(e, Slot))
        return tuple(dict.fromkeys(slots))
