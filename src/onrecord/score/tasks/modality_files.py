"""The files of TimeBank (TimeML 1.2, *.tml): events with polarity and world, in onrecord's terms.

The text is the content of TEXT, and an event stands where its element does. Events without an instance
are not coded and not asked; of several instances the first counts. Polarity is the attribute: NEG is
negative. The world comes from the table vocabulary/timeml_modality.csv.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from onrecord.answers import Act, Stretch
from onrecord.score.tasks.timeml import read_documents
from onrecord.vocabulary import Row, rows

__all__ = ["Coded", "read_timeml"]

_STEMS = {stem: row["modality"] for row in rows("timeml_governors") for stem in row["stems"].split()}
_MODALS = {word for row in rows("timeml_modality") for word in row["modal"].split("|") if word}
Marks = dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Coded:
    """A document with its coded events in the order of the text."""

    id: str
    text: str
    acts: tuple[Act, ...]


def read_timeml(path: Path) -> Iterator[Coded]:
    """Give the documents of a folder of *.tml files, or of one file; InputError on another form."""
    for one in read_documents(path):
        yield Coded(one.id, one.text, tuple(sorted(_acts(one.root, one.body), key=lambda a: a.at)))


def _acts(root: ET.Element, body: ET.Element) -> Iterator[Act]:
    places, instances = dict(_places(body)), _instances(root)
    words = {key: "".join(body.itertext())[at.start : at.end] for key, at in places.items()}
    links = _links(
        root, {i.get("eiid", ""): words.get(i.get("eventID", ""), "") for i in root.iter("MAKEINSTANCE")}
    )
    for key, at in places.items():
        if key in instances:
            one = instances[key]
            polarity = "negative" if one.get("polarity") == "NEG" else "positive"
            yield Act(at, polarity, _modality(one, links[one.get("eiid", "")]))


def _places(body: ET.Element, start: int = 0) -> Iterator[tuple[str, Stretch]]:
    """Give where each event stands, its blanks left out; elements may lie in each other."""
    at = start + len(body.text or "")
    for child in body:
        inner = "".join(child.itertext())
        if child.tag == "EVENT":
            first = at + len(inner) - len(inner.lstrip())
            yield child.get("eid", ""), Stretch(first, at + len(inner.rstrip()))
        yield from _places(child, at)
        at += len(inner) + len(child.tail or "")


def _instances(root: ET.Element) -> dict[str, ET.Element]:
    first: dict[str, ET.Element] = {}
    for one in root.iter("MAKEINSTANCE"):
        first.setdefault(one.get("eventID", ""), one)
    return first


def _links(root: ET.Element, words: dict[str, str]) -> dict[str, Marks]:
    """Give for each instance the links that its row may ask for, each with the classes of its governors."""
    found: dict[str, Marks] = defaultdict(dict)
    for link in root.iter("SLINK"):
        kind, by, of = (link.get(k, "") for k in ("relType", "eventInstanceID", "subordinatedEventInstance"))
        if kind == "CONDITIONAL":
            found[by].setdefault(kind, set())
        elif of:
            found[of].setdefault(kind, set()).add(_class_of(words.get(by, "")))
    return found


def _class_of(word: str) -> str:
    """Give the class of a governing word: that of the longest stem with which it begins, "" for none."""
    stems = [stem for stem in _STEMS if word.lower().startswith(stem)]
    return _STEMS[max(stems, key=len)] if stems else ""


def _modality(one: ET.Element, links: Marks) -> str:
    return next((row["modality"] for row in rows("timeml_modality") if _fits(row, one, links)), "actual")


def _fits(row: Row, one: ET.Element, links: Marks) -> bool:
    modal = one.get("modality", "")
    asked = row["modal"].split("|") if row["modal"] else [modal]
    attributes = all(row[name] in ("", one.get(name)) for name in ("tense", "aspect"))
    linked = not row["link"] or row["link"] in links
    governed = not row["governor"] or row["governor"] in links.get(row["link"], set())
    return modal in asked and attributes and linked and governed
