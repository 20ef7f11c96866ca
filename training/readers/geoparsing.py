"""Places in news: LGL (Lieberman et al. 2010) and GeoVirus (Gritta et al. 2018); other names are not marked.

GeoVirus counts from 1, its own edition does not say so. Places are kept where the words stand there.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from training.readers.naming import row_id
from training.schema import Example, Layer, Named, NameType, Stretch

FORMS = (
    ("lgl", "lgl.xml", "toponym", "phrase", 0),
    ("geovirus", "GeoVirus.xml", "location", "name", 1),
)
"""Set, file, the element of a place, the element of its words, the number of the first character."""


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each article of both sets."""
    for name, file, place, words, first in FORMS:
        root = ET.parse(folder / file).getroot()  # noqa: S314 - files of a public corpus, no entities
        for number, article in enumerate(root.iter("article")):
            text = article.findtext("text", "")
            marks = (named(mark, words, first) for mark in article.iter(place))
            found = {mark for mark, said in marks if text[mark.at.start : mark.at.end] == said}
            yield Example(
                set=name,
                id=row_id(name, number, text),
                text=text,
                annotated=frozenset({Layer.PLACES}),
                names=tuple(sorted(found, key=lambda mark: mark.at)),
            )


def named(mark: ET.Element, words: str, first: int) -> tuple[Named, str]:
    """Give a place and its words; its own type is the class of GeoNames, "" where it has none."""
    at = Stretch(int(mark.findtext("start", "")) - first, int(mark.findtext("end", "")) - first)
    return Named(at, NameType.PLACE, mark.findtext("gaztag/fclass", "")), mark.findtext(words, "")
