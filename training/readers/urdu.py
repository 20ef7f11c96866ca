"""Urdu names: IJNLP 2008, Jahangir et al. (2012), UNER (Khan et al. 2016); a sentence or paragraph each."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from training.readers.marks import unmarked
from training.readers.naming import row_id
from training.readers.ner import Pair, example
from training.schema import Example, Layer, Named, NameType

TYPES = {
    "PERSON": NameType.PERSON, "ORGANIZATION": NameType.ORGANISATION, "LOCATION": NameType.PLACE,
    "TIME": NameType.TIME, "DATE": NameType.TIME, "NUMBER": NameType.QUANTITY,
}  # fmt: skip


def read(folder: Path) -> Iterator[Example]:
    """Give the examples of the three collections."""
    for name in ("ijnlp", "jahangir"):
        content = unpacked(folder / "ner" / f"{name}.tar.xz").decode("utf-8-sig")
        for number, block in enumerate(blocks(content)):
            yield example("urdu", name, number, [block], TYPES, "ur")
    yield from marked(unpacked(folder / "ner" / "uner.txt.tar.gz").decode("utf-16"))


def unpacked(path: Path) -> bytes:
    """Give the one file of an archive."""
    with tarfile.open(path) as archive:
        for member in archive:
            if (content := archive.extractfile(member)) is not None:
                return content.read()
    return b""


def blocks(content: str) -> list[list[Pair]]:
    """Give the word and tag of each line, in blocks that blank lines part; a line without a word is none."""
    grouped = groupby(map(str.strip, content.splitlines()), key=bool)
    pairs = [[line.partition("\t") for line in group] for filled, group in grouped if filled]
    return [found for block in pairs if (found := [(word, tag) for word, _, tag in block if tag])]


def marked(content: str) -> Iterator[Example]:
    """Give the paragraphs of UNER, whose names are marked in the line."""
    for number, line in enumerate(filter(None, map(str.strip, content.splitlines()))):
        text, marks = unmarked(line)
        yield Example(
            set="urdu",
            id=row_id("uner", number, text),
            text=text,
            language="ur",
            annotated=frozenset({Layer.NAMES}),
            names=tuple(Named(at, TYPES.get(mark, NameType.OTHER), mark) for at, mark in marks),
            source="uner",
        )
