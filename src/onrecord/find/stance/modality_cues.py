"""Cues of modality and negation around a head, from vocabulary/modality.csv and negation.csv."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.records import Modality
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.words.frame import Frame

__all__ = ["Governing", "ModalCue", "cues_around"]

_WIDEST = 30


@dataclass(frozen=True, slots=True, eq=False)
class ModalCue:
    """One row of a table of cues; each word is a set of alternatives."""

    words: tuple[frozenset[str], ...]
    reach: int
    row: int
    where: str = "before"
    modality: Modality | None = None
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Governing:
    """A cue and its first and last token."""

    cue: ModalCue
    first: int
    last: int


def cues_around(frame: Frame, table: str, first: int, last: int) -> Iterator[Governing]:
    """Give the cues around a head, without those that are part of a longer one on the same words."""
    index = _index(table)
    taken: set[int] = set()
    for at in range(max(first - _WIDEST, 0), min(last + _WIDEST, len(frame.tokens))):
        token = frame.tokens[at]
        cues = {*index.get(token.lemma, ()), *index.get(token.words.lower(), ())}
        for cue in sorted(cues, key=lambda cue: (-len(cue.words), cue.row)):
            end = at + len(cue.words) - 1
            if at not in taken and _stands(frame, cue, at):
                taken.update(range(at, end + 1))
                yield Governing(cue, at, end)


def _stands(frame: Frame, cue: ModalCue, at: int) -> bool:
    inside = at + len(cue.words) <= len(frame.tokens)
    return inside and all(
        frame.tokens[at + i].lemma in words or frame.tokens[at + i].words.lower() in words
        for i, words in enumerate(cue.words)
    )


@cache
def _index(table: str) -> dict[str, tuple[ModalCue, ...]]:
    index: dict[str, list[ModalCue]] = {}
    for number, row in enumerate(rows(table)):
        words = tuple(frozenset(piece.split("|")) for piece in row["cue"].split())
        modality = Modality(row["modality"]) if "modality" in row else None
        cue = ModalCue(
            words,
            int(row["reach"]),
            number,
            row.get("where", "before"),
            modality,
            row.get("counts", "yes") == "yes",
        )
        for word in words[0]:
            index.setdefault(word, []).append(cue)
    return {word: tuple(sorted(found, key=lambda cue: -len(cue.words))) for word, found in index.items()}
