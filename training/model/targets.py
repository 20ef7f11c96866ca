"""What the heads should say of a text: stretches by characters, made classes of pieces a window at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from onrecord.find.models.trained.features import alike, distance
from training.schema import Stretch

__all__ = [
    "NONE", "Chars", "Marked", "Offsets", "Pair", "PairTarget", "RoleTarget", "SpanTarget", "Targets",
    "chars", "pieces_of",
]  # fmt: skip

Offsets = list[tuple[int, int]]
Chars = tuple[int, int]
Marked = tuple[str, Chars, tuple[int, ...]]
"""A mark: its head, the stretch that it stands on, and its classes."""
NONE = -100
"""The class of what a set does not annotate."""
REACH = 60
"""Pieces between two names beyond which no relation is asked about."""


class Pair(NamedTuple):
    """A pair of stretches of pieces and what it is; `classes` has one class, or one a piece for roles."""

    head: str
    left: tuple[int, int]
    right: tuple[int, int]
    distance: int
    alike: int
    classes: tuple[int, ...]


class SpanTarget(NamedTuple):
    """A stretch of characters and its class among the tag classes."""

    column: int
    at: Chars


class PairTarget(NamedTuple):
    """A pair of stretches of characters and its class."""

    head: str
    left: Chars
    right: Chars
    kind: int


class RoleTarget(NamedTuple):
    """A trigger with the stretches that fill its roles: (stretch, index of the role)."""

    trigger: Chars
    fillers: tuple[tuple[Chars, int], ...]


def chars(at: Stretch) -> Chars:
    """Give a stretch as a pair of characters."""
    return (at.start, at.end)


def pieces_of(offsets: Offsets, at: Chars) -> tuple[int, int] | None:
    """Give the half-open stretch of pieces that shares characters with `at`, None outside the window."""
    inside = [k for k, (start, end) in enumerate(offsets) if start < at[1] and end > at[0]]
    return (inside[0], inside[-1] + 1) if inside else None


@dataclass(slots=True)
class Targets:
    """All that is known of one text; `columns` are the tag classes that its set annotates."""

    text: str
    columns: npt.NDArray[np.bool_]
    spans: list[SpanTarget] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)
    pairings: list[PairTarget] = field(default_factory=list)
    roles: list[RoleTarget] = field(default_factory=list)
    labels: npt.NDArray[np.int64] | None = None

    def tags(self, offsets: Offsets) -> npt.NDArray[np.int64]:
        """Give [pieces, classes]: 0 outside, 1 begins, 2 goes on, NONE not annotated."""
        found = np.where(self.columns, 0, NONE)[None, :].repeat(len(offsets), 0).astype(np.int64)
        for column, at in sorted(self.spans, key=lambda s: s.at[0] - s.at[1]):  # longer first
            inside = pieces_of(offsets, at)
            if inside:
                found[inside[0] : inside[1], column] = 2
                found[inside[0], column] = 1
        found[0] = found[-1] = NONE
        return found

    def marks(self, offsets: Offsets) -> list[tuple[str, int, tuple[int, ...]]]:
        """Give (head, first piece, classes) of each marked stretch in the window."""
        found = ((head, pieces_of(offsets, at), classes) for head, at, classes in self.marked)
        return [(head, inside[0], classes) for head, inside, classes in found if inside]

    def pairs(self, offsets: Offsets) -> list[Pair]:
        """Give the pairs of which both stretches stand in the window."""
        cache: dict[Chars, tuple[int, int] | None] = {}

        def place(at: Chars) -> tuple[int, int] | None:
            if at not in cache:
                cache[at] = pieces_of(offsets, at)
            return cache[at]

        found = []
        for head, left, right, kind in self.pairings:
            one, other = place(left), place(right)
            if one and other and (head != "relation" or abs(one[0] - other[0]) <= REACH):
                like = alike(self.text[slice(*left)], self.text[slice(*right)])
                found.append(Pair(head, one, other, distance(one, other), like, (kind,)))
        return found + [pair for role in self.roles for pair in _role_pairs(offsets, role)]


def _role_pairs(offsets: Offsets, role: RoleTarget) -> list[Pair]:
    trigger = pieces_of(offsets, role.trigger)
    if not trigger:
        return []
    classes = [0] * len(offsets)
    for at, kind in role.fillers:
        inside = pieces_of(offsets, at)
        if inside:
            classes[inside[0] : inside[1]] = [2 * kind + 2] * (inside[1] - inside[0])
            classes[inside[0]] = 2 * kind + 1
    return [Pair("role", trigger, (0, len(offsets)), 0, 0, tuple(classes))]
