"""Match one pattern around its anchor word: outwards to both sides, in time linear in what it looks at.

A failed (element, token) pair is never tried twice: elements do not look back at what others took,
so a failure there is a failure for good.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.find.coordination import fits, joined
from onrecord.find.pattern_language import Close, Element, Free, Gap, Open, Pattern, Slot, Word
from onrecord.find.phrases import ends_phrase
from onrecord.find.subjects import clause_subject, subject_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.frame import Frame, Placed

__all__ = ["Match", "Part", "match_at"]

_ARTICLES = 2
_NOTHING = "_"


@dataclass(frozen=True, slots=True)
class Part:
    """A role or quality that a match filled: its tokens, and the mention if it is one."""

    name: str
    first: int
    last: int
    mention: Placed | None = None
    quality: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """First and last token of the matched words (the subject's apart), the fixed ones, and what they fill.

    `head` is the stretch from the first fixed word to the anchor: where modality is looked for.
    """

    first: int
    last: int
    head: tuple[int, int]
    fixed: frozenset[int]
    parts: tuple[Part, ...]
    subjects: tuple[Part, ...] = ()


# What one element takes: the token after it, its own tokens (None where it takes none), the roles they fill.
_Step = tuple[int, tuple[int, int] | None, tuple[Part, ...]]
_Taken = tuple[Element, tuple[int, int] | None, tuple[Part, ...]]


def match_at(frame: Frame, pattern: Pattern, at: int) -> Match | None:
    """Give the match whose anchor stands on this token, or None."""
    elements, anchor = pattern.elements, pattern.anchor
    right = _Walk(frame, elements[anchor + 1 :], 1).run(at + 1)
    if right is None:
        return None
    left = _Walk(frame, elements[:anchor][::-1], -1).run(at - 1)
    if left is None:
        return None
    taken: list[_Taken] = [*left[::-1], (elements[anchor], (at, at), ()), *right]
    used = [tokens for _, tokens, _ in taken if tokens]
    first, last = min(t[0] for t in used), max(t[1] for t in used)
    fixed = frozenset(tokens[0] for element, tokens, _ in taken if tokens and isinstance(element, Word))
    head = (min(fixed), at)
    parts = (*(part for _, _, filled in taken for part in filled if part.name != _NOTHING), *_captures(taken))
    if pattern.subject is None:
        return Match(first, last, head, fixed, parts)
    subjects = _subjects(frame, pattern.subject, first, far=pattern.far)
    return Match(first, last, head, fixed, parts, subjects) if subjects else None


def _subjects(frame: Frame, slot: Slot, verb: int, *, far: bool) -> tuple[Part, ...]:
    found = clause_subject(frame, verb, slot.kinds) if far else subject_of(frame, verb, slot.kinds)
    if found is None:
        return ()
    first, last, placed = found
    if placed is None or not slot.many:
        return (Part(slot.role, first, last, placed),)
    return tuple(Part(slot.role, p.first, p.last, p) for p in joined(frame, placed, slot.kinds, -1))


def _captures(taken: list[_Taken]) -> Iterator[Part]:
    opened: list[tuple[Open, list[tuple[int, int]]]] = []
    for element, tokens, _ in taken:
        if isinstance(element, Open):
            opened.append((element, []))
        elif isinstance(element, Close) and opened:
            mark, inside = opened.pop()
            if inside:
                yield Part(mark.name, inside[0][0], inside[-1][1], None, mark.quality)
        elif tokens:
            for _, inside in opened:
                inside.append(tokens)


@dataclass(slots=True)
class _Walk:
    """One direction of a match; `step` is 1 to the right and -1 to the left."""

    frame: Frame
    elements: tuple[Element, ...]
    step: int
    dead: set[tuple[int, int]]

    def __init__(self, frame: Frame, elements: tuple[Element, ...], step: int) -> None:
        self.frame, self.elements, self.step, self.dead = frame, elements, step, set()

    def run(self, at: int, index: int = 0) -> list[_Taken] | None:
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
            yield from self._mentions(element, at)
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

    def _mentions(self, slot: Slot, at: int) -> Iterator[_Step]:
        starts = (at,) if self.step < 0 else dict.fromkeys((at, self._over_articles(at)))
        here = self.frame.ending if self.step < 0 else self.frame.starting
        for placed in (p for start in starts for p in here.get(start, ()) if fits(p, slot.kinds)):
            run = joined(self.frame, placed, slot.kinds, self.step) if slot.many else (placed,)
            for found in dict.fromkeys((run, (placed,))):
                parts = tuple(Part(slot.role, p.first, p.last, p) for p in found)
                first, last = found[0].first, found[-1].last
                after = last + 1 if self.step > 0 else first - 1
                yield after, (first, last), parts
                if self.step < 0 and after != self._over_articles(after):
                    yield self._over_articles(after), (first, last), parts
        yield from self._pronouns(slot, at)

    def _over_articles(self, at: int) -> int:
        for _ in range(_ARTICLES):
            if self.frame.is_a(at, "determiner"):
                at += self.step
        return at

    def _pronouns(self, slot: Slot, at: int) -> Iterator[_Step]:
        for kind in ("pronoun", "possessive_pronoun"):
            if kind in slot.kinds and self.frame.is_a(at, kind):
                yield at + self.step, (at, at), (Part(slot.role, at, at),)
