"""TimeBank in TimeML: events with polarity and modality, and time expressions.

Pustejovsky et al. (2003), The TimeBank Corpus; the edition of TempEval-3. TimeML keeps the modal word;
MODALITIES brings it to the project's terms, and an event in the future tense without one is predicted.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from training.schema import Event, Example, Layer, Named, NameType, Stretch

MODALITIES = {
    "would": "conditional", "'d": "conditional", "could": "possible", "may": "possible", "can": "possible",
    "might": "possible", "possible": "possible", "potential": "possible", "likelihood": "possible",
    "unlikely": "possible", "close": "possible", "must": "demanded", "should": "demanded",
    "have to": "demanded", "have_to": "demanded", "should have to": "demanded", "would have to": "demanded",
}  # fmt: skip
LAYERS = frozenset({Layer.EVENTS, Layer.EVENT_TYPES, Layer.POLARITY, Layer.MODALITY, Layer.TIMES})
DATE_DIGITS = 10


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each TimeML file of `folder`."""
    for path in sorted(folder.glob("*.tml")):
        root = ET.fromstring(path.read_text("utf-8"))  # noqa: S314 - files of a public corpus, no entities
        instances: dict[str, dict[str, str]] = {}
        for made in root.iter("MAKEINSTANCE"):
            instances.setdefault(made.attrib["eventID"], made.attrib)
        text, marks = flat(root.find("TEXT"))
        yield Example(
            set="timebank",
            id=path.stem,
            text=text,
            annotated=LAYERS,
            names=tuple(time(at, mark) for at, mark in marks if mark.tag == "TIMEX3"),
            events=tuple(event(at, mark, instances) for at, mark in marks if mark.tag == "EVENT"),
            day=day(root),
        )


def flat(node: ET.Element | None) -> tuple[str, list[tuple[Stretch, ET.Element]]]:
    """Give the text under a node and where each element stands in it."""
    pieces: list[str] = []
    marks: list[tuple[Stretch, ET.Element]] = []

    def walk(element: ET.Element) -> None:
        start = sum(map(len, pieces))
        pieces.append(element.text or "")
        for child in element:
            walk(child)
            pieces.append(child.tail or "")
        marks.append((Stretch(start, sum(map(len, pieces))), element))

    if node is not None:
        walk(node)
    return "".join(pieces), sorted(marks, key=lambda mark: mark[0])


def event(at: Stretch, mark: ET.Element, instances: dict[str, dict[str, str]]) -> Event:
    """Give the event of a mark by its first instance."""
    made = instances.get(mark.attrib["eid"], {})
    modal = made.get("modality", "").lower()
    own = modal if modal in MODALITIES else "future" if made.get("tense") == "FUTURE" else ""
    return Event(
        at,
        type=mark.attrib["class"],
        polarity="negative" if made.get("polarity") == "NEG" else "positive",
        modality=MODALITIES.get(own, "predicted" if own else "actual"),
        own_modality=own,
    )


def time(at: Stretch, mark: ET.Element) -> Named:
    """Give the time expression of a mark."""
    return Named(at, NameType.TIME, mark.attrib["type"])


def day(root: ET.Element) -> str:
    """Give the day on which the text was made, "" where it is not a whole day."""
    made = root.find("DCT/TIMEX3")
    value = "" if made is None else made.attrib.get("value", "")[:DATE_DIGITS]
    return value if len(value) == DATE_DIGITS else ""
