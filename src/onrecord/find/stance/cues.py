"""The cues of speech from vocabulary/speech.csv and where they stand in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.records import SpeechAct
from onrecord.vocabulary import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.find.words.frame import Frame, Placed

__all__ = ["Cue", "Heard", "Utterance", "cues_in", "is_cue"]


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """One row of the table of speech."""

    words: tuple[str, ...]
    act: SpeechAct
    form: str
    needs: frozenset[str]
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True)
class Heard:
    """A cue and its first and last token."""

    cue: Cue
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Utterance:
    """Who (tokens, or None) does what over which tokens, with which cue, at which times."""

    who: tuple[int, int] | None
    act: SpeechAct
    cue: tuple[int, int]
    first: int
    last: int
    said: tuple[Placed, ...] = ()


def cues_in(frame: Frame) -> Iterator[Heard]:
    """Give each cue that stands in the sentence, longer cues before shorter ones on the same token."""
    index = _cues_by_word()
    for at, token in enumerate(frame.tokens):
        for cue in dict.fromkeys((*index.get(token.lemma, ()), *index.get(token.words.lower(), ()))):
            last = at + len(cue.words) - 1
            if last < len(frame.tokens) and all(map(frame.reads, range(at, last + 1), cue.words)):
                after = frame.tokens[last + 1].lemma if last + 1 < len(frame.tokens) else ""
                if after not in cue.not_before:
                    yield Heard(cue, at, last)


def is_cue(lemma: str) -> bool:
    """Say whether a cue begins with this lemma."""
    return lemma in _cues_by_word()


@cache
def _cues_by_word() -> dict[str, tuple[Cue, ...]]:
    index: dict[str, list[Cue]] = {}
    for row in rows("speech"):
        words = tuple(row["cue"].split())
        needs, spoilers = frozenset(row["needs"].split()), frozenset(row["not_before"].split())
        index.setdefault(words[0], []).append(Cue(words, SpeechAct(row["act"]), row["form"], needs, spoilers))
    return {word: tuple(sorted(found, key=lambda cue: -len(cue.words))) for word, found in index.items()}
