"""The files of PolNeAR: `text/NAME.txt` and, in the stand-off form of brat, `attributions/NAME_CODER.ann`.

A line "E" gathers an attribution's source, cue and content, each a line "T" with one or more stretches.
Remarks of the coders (Discard, Discuss) are no attributions. Where several people coded one article, the
first by name counts, so that no article weighs twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.answers import Attributed, Stretch
from onrecord.errors import InputError

__all__ = ["Coded", "read_polnear"]

_SPAN = re.compile(r"(T\d+)\t\S+ ([\d ;]+)\t")
_EVENT = re.compile(r"E\d+\t(.*)")
Parts = dict[str, tuple[Stretch, ...]]


@dataclass(frozen=True, slots=True)
class Coded:
    """An article with the attributions that one person coded in it."""

    id: str
    text: str
    attributions: tuple[Attributed, ...]


def read_polnear(path: Path) -> Iterator[Coded]:
    """Give the articles of one part (train, dev) in the order of their names; InputError on another form."""
    codings = sorted(path.glob("attributions/*.ann"))
    if not codings:
        raise InputError(f"no attributions/*.ann in {path}: name a part of PolNeAR, such as polnear/dev")
    for name, coding in _first_of_each(codings).items():
        text = path / "text" / f"{name}.txt"
        if not text.is_file():
            raise InputError(f"{text} is missing: PolNeAR keeps the text of {coding.name} there")
        try:
            yield Coded(name, _read(text), tuple(_attributions(_read(coding).split("\n"))))
        except (KeyError, ValueError, IndexError) as error:
            raise InputError(f"{coding}: not in the stand-off form of PolNeAR ({error!r})") from error


def _first_of_each(codings: list[Path]) -> dict[str, Path]:
    first: dict[str, Path] = {}
    for coding in codings:
        first.setdefault(coding.stem.rpartition("_")[0], coding)
    return first


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8")  # offsets count every code point, also of line ends


def _attributions(lines: list[str]) -> Iterator[Attributed]:
    """Give the attributions; lines of another form are the rest of words that run over a line's end."""
    spans = {found[1]: _stretches(found[2]) for line in lines if (found := _SPAN.match(line))}
    for event in filter(None, map(_EVENT.match, lines)):
        parts: Parts = {}
        for role, _, key in (filled.partition(":") for filled in event[1].split()[1:]):
            kind = role.rstrip("0123456789")
            parts[kind] = (*parts.get(kind, ()), *spans[key])
        if "Content" in parts:
            source, cue, content = (tuple(sorted(parts.get(k, ()))) for k in ("Source", "Cue", "Content"))
            yield Attributed(source, cue, content)


def _stretches(coded: str) -> tuple[Stretch, ...]:
    return tuple(Stretch(*map(int, piece.split())) for piece in coded.split(";"))
