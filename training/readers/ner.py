"""Names in columns: articles of WikiGold (Balasuriya 2009) and messages of WNUT17 (Derczynski 2017)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from training.readers.naming import row_id
from training.readers.tokens import bio_spans, sentences
from training.schema import Example, Layer, Named, NameType

TYPES = {
    "PER": NameType.PERSON, "ORG": NameType.ORGANISATION, "LOC": NameType.PLACE, "person": NameType.PERSON,
    "group": NameType.ORGANISATION, "corporation": NameType.ORGANISATION, "location": NameType.PLACE,
}  # fmt: skip
DOCUMENT = "-DOCSTART-"
Pair = tuple[str, str]


def read(folder: Path) -> Iterator[Example]:
    """Give the articles of WikiGold, then the messages of WNUT17."""
    for path in sorted((folder / "wikigold" / "CONLL-format" / "data").glob("*.txt")):
        for number, article in enumerate(documents(blocks(path, " "))):
            yield example("wikigold", "wikigold", number, article, TYPES)
    for path in sorted((folder / "WNUT17" / "CONLL-format" / "data").glob("*/*")):
        for number, block in enumerate(blocks(path, "\t")):
            yield example("wnut17", path.parent.name, number, [block], TYPES)


def blocks(path: Path, between: str) -> list[list[Pair]]:
    """Give the word and tag of each line, in blocks that blank lines part."""
    grouped = groupby(map(str.strip, path.read_text("utf-8-sig").splitlines()), key=bool)
    return [[pair(line, between) for line in group] for filled, group in grouped if filled]


def pair(line: str, between: str) -> Pair:
    """Give the first and the last column of a line."""
    word, _, tag = line.rpartition(between)
    return word or tag, tag


def documents(parts: list[list[Pair]]) -> list[list[list[Pair]]]:
    """Give the blocks of each document, without the lines that begin one."""
    found: list[list[list[Pair]]] = [[]]
    for block in parts:
        if block[0][0] == DOCUMENT:
            found.append([])
        if words := [told for told in block if told[0] != DOCUMENT]:
            found[-1].append(words)
    return [document for document in found if document]


def example(
    name: str,
    place: str,
    number: int,
    parts: list[list[Pair]],
    types: Mapping[str, NameType],
    language: str = "en",
) -> Example:
    """Give the example of sentences of words and tags."""
    text, lines = sentences([[word for word, _ in part] for part in parts])
    found = [bio_spans([tag for _, tag in part], line) for part, line in zip(parts, lines, strict=True)]
    return Example(
        set=name,
        id=row_id(place, number, text),
        text=text,
        language=language,
        annotated=frozenset({Layer.NAMES}),
        names=tuple(Named(at, types.get(t, NameType.OTHER), t) for spans in found for at, t in spans),
        source=place,
    )
