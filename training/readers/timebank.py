"""TimeBank in TimeML: events with polarity and modality, as their judge reads them, and time expressions.

Pustejovsky et al. (2003), The TimeBank Corpus; the edition of TempEval-3.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from onrecord.score.tasks.modality_files import read_timeml
from training.schema import Event, Example, Layer, Named, NameType, Stretch

LAYERS = frozenset({Layer.EVENTS, Layer.EVENT_TYPES, Layer.POLARITY, Layer.MODALITY, Layer.TIMES})
DATE_DIGITS = 10


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each TimeML file of `folder`."""
    for path in sorted(folder.glob("*.tml")):
        root = ET.parse(path).getroot()  # noqa: S314 - files of a public corpus, no entities
        marks = dict(marked(root.find("TEXT")))
        for coded in read_timeml(path):
            yield Example(
                set="timebank",
                id=coded.id,
                text=coded.text,
                annotated=LAYERS,
                names=tuple(
                    Named(at, NameType.TIME, mark.get("type", ""))
                    for at, mark in marks.items()
                    if mark.tag == "TIMEX3"
                ),
                events=tuple(
                    Event(act.at, marks[act.at].get("class", ""), act.polarity, act.modality)
                    for act in coded.acts
                ),
                day=day(root),
            )


def marked(node: ET.Element | None, start: int = 0) -> Iterator[tuple[Stretch, ET.Element]]:
    """Give where each element under a node stands in its text, blanks left out; outer ones first."""
    if node is None:
        return
    start += len(node.text or "")
    for child in node:
        words = "".join(child.itertext())
        yield Stretch(start + len(words) - len(words.lstrip()), start + len(words.rstrip())), child
        yield from marked(child, start)
        start += len(words) + len(child.tail or "")


def day(root: ET.Element) -> str:
    """Give the day on which the text was made, "" where it is not a whole day."""
    made = root.find("DCT/TIMEX3")
    value = "" if made is None else made.get("value", "")[:DATE_DIGITS]
    return value if len(value) == DATE_DIGITS else ""
