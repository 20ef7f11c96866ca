"""Whether content holds, and in which world: cues from vocabulary/modality.csv and negation.csv around its head.

A cue governs a head in its own clause, within the reach that the table gives, and not a thing that is taken
as given: in "will discuss the attack" the attack has been. Of several modal cues the nearest counts; of
negations, two cancel.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.find.frame import Frame, frame_of
from onrecord.find.phrases import is_past
from onrecord.records import Modality, Polarity
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.sentence import Sentence

__all__ = ["find_modality"]

_WIDEST = 30


@dataclass(frozen=True, slots=True)
class _Cue:
    words: tuple[frozenset[str], ...]
    reach: int
    row: int
    where: str = "before"
    modality: Modality | None = None
    counts: bool = True


@dataclass(frozen=True, slots=True)
class _Found:
    cue: _Cue
    first: int
    last: int


def find_modality(sentence: Sentence, start: int, end: int) -> tuple[Polarity, Modality]:
    """Give polarity and modality of the content whose head stands at these offsets of the text.

    Where the stretch is longer than a head, cues inside its own clause count as well.
    """
    frame = frame_of(sentence, ())
    if not frame.tokens:
        return Polarity.POSITIVE, Modality.ACTUAL
    first = min(frame.token_at(start), len(frame.tokens) - 1)
    last = max(first, min(frame.token_at(end - 1), len(frame.tokens) - 1))
    return _polarity(frame, first, last), _modality(frame, first, last)


def _polarity(frame: Frame, first: int, last: int) -> Polarity:
    found = [
        f for f in _cues(frame, "negation", first, last) if f.cue.counts and _negates(frame, f, first, last)
    ]
    return Polarity.NEGATIVE if len(found) % 2 else Polarity.POSITIVE


def _modality(frame: Frame, first: int, last: int) -> Modality:
    governing = [f for f in _cues(frame, "modality", first, last) if _governs(frame, f, first, last)]
    nearest = min(governing, key=lambda f: _distance(f, first, last), default=None)
    return nearest.cue.modality if nearest and nearest.cue.modality else Modality.ACTUAL


def _distance(found: _Found, first: int, last: int) -> tuple[bool, int]:
    if found.cue.where == "opener":
        return True, first - found.last
    return False, found.first - last if found.first > last else max(first - found.last, 0)


def _governs(frame: Frame, found: _Found, first: int, last: int) -> bool:
    if found.cue.where == "after":
        return last < found.first <= last + 1 + found.cue.reach and not _bounds(frame, last + 1, found.first)
    if _is_month(frame, found):
        return False
    if found.last >= first:
        return _inside(frame, found, first, last)
    if first - found.last - 1 > found.cue.reach or _strong_bounds(frame, found.last + 1, first):
        return False
    if found.cue.where == "opener":
        return not _comma_clause(frame, found.last + 1, first)
    return not _bounds(frame, found.last + 1, first) and not _is_given(frame, found.last + 1, first)


def _negates(frame: Frame, found: _Found, first: int, last: int) -> bool:
    if found.last >= first:
        return _inside(frame, found, first, last)
    near = first - found.last - 1 <= found.cue.reach and not _bounds(frame, found.last + 1, first)
    coordinated = any(frame.reads(i, word) for i in range(found.last + 1, first) for word in ("and", "but"))
    return near and not coordinated and not _is_given(frame, found.last + 1, first)


def _inside(frame: Frame, found: _Found, first: int, last: int) -> bool:
    """Say whether a cue stands in a longer stretch, before its clause ends; one word is no cue of itself."""
    whole = first < last or found.first < first
    return whole and found.first <= last and not _bounds(frame, first, found.first)


def _bounds(frame: Frame, start: int, stop: int) -> bool:
    """Say whether a clause ends between two tokens."""
    return any(
        frame.tokens[i].words == ","
        or frame.is_a(i, "stop")
        or (frame.is_a(i, "subordinator", "relative") and not frame.is_a(i, "preposition"))
        for i in range(start, stop)
    )


def _strong_bounds(frame: Frame, start: int, stop: int) -> bool:
    return any(frame.is_a(i, "stop") for i in range(start, stop))


def _comma_clause(frame: Frame, start: int, stop: int) -> bool:
    """Say whether a comma ends the opened clause before the head: "if it rains, they attack"."""
    return any(frame.tokens[i].words == "," for i in range(start, stop))


def _is_given(frame: Frame, start: int, stop: int) -> bool:
    """Say whether the head is a thing taken as given: "did not mention the attack", but "launch the attack"."""
    if stop - start < len(("mention", "the")) or any(frame.is_a(i, "light_verb") for i in range(start, stop)):
        return False
    modified = frame.is_a(stop - 2, "definite") and not is_past(frame, stop)
    return modified or frame.is_a(stop - 1, "definite")


def _is_month(frame: Frame, found: _Found) -> bool:
    return frame.tokens[found.first].words == "May" and (found.first > 0 or not frame.tokens[1:2])


def _cues(frame: Frame, table: str, first: int, last: int) -> Iterator[_Found]:
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
                yield _Found(cue, at, end)


def _stands(frame: Frame, cue: _Cue, at: int) -> bool:
    inside = at + len(cue.words) <= len(frame.tokens)
    return inside and all(
        frame.tokens[at + i].lemma in words or frame.tokens[at + i].words.lower() in words
        for i, words in enumerate(cue.words)
    )


@cache
def _index(table: str) -> dict[str, tuple[_Cue, ...]]:
    index: dict[str, list[_Cue]] = {}
    for number, row in enumerate(rows(table)):
        words = tuple(frozenset(piece.split("|")) for piece in row["cue"].split())
        modality = Modality(row["modality"]) if "modality" in row else None
        cue = _Cue(
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
