"""The files of TimeBank (TimeML 1.2, *.tml): time expressions with type and value.

The text is the content of TEXT; the day of a document is the value of its creation time (in DCT, or marked
so), which is given to the engine and is no expression to be found. Spans are counted without blanks around
the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from onrecord.answers import Stretch, Timed
from onrecord.score.tasks.timeml import read_documents

__all__ = ["Dated", "read_times"]

_DAY = len("1998-02-13")
_WHOLE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Dated:
    """A document with its time expressions in the order of the text; `day` is "" where unknown."""

    id: str
    text: str
    day: str
    times: tuple[Timed, ...]


def read_times(path: Path) -> Iterator[Dated]:
    """Give the documents of a folder of *.tml files, or of one file; InputError on another form."""
    for one in read_documents(path):
        yield Dated(one.id, one.text, _day(one.root), tuple(_times(one.body)))


def _day(root: ET.Element) -> str:
    made = root.find(".//DCT/TIMEX3")
    if made is None:
        made = next((time for time in root.iter("TIMEX3") if _is_creation(time)), None)
    day = made.get("value", "")[:_DAY] if made is not None else ""
    return day if _WHOLE.fullmatch(day) else ""


def _is_creation(time: ET.Element) -> bool:
    return time.get("functionInDocument") in {"CREATION_TIME", "PUBLICATION_TIME"}


def _times(body: ET.Element, start: int = 0) -> Iterator[Timed]:
    at = start + len(body.text or "")
    for child in body:
        inner = "".join(child.itertext())
        if child.tag == "TIMEX3" and inner.strip() and not _is_creation(child):
            first = at + len(inner) - len(inner.lstrip())
            where = Stretch(first, at + len(inner.rstrip()))
            yield Timed(where, child.get("type", ""), child.get("value", ""))
        yield from _times(child, at)
        at += len(inner) + len(child.tail or "")
