"""The files of GeoVirus and LGL (geoparsing XML): texts with place names and where each is.

Both are `<articles>` of `<article>` with a `<text>`. GeoVirus (Gritta et al., A Pragmatic Guide to
Geoparsing Evaluation, 2020) has `<location>` with name, lat and lon, its offsets from 1; LGL (Lieberman
et al., ICDE 2010) has `<toponym>` with phrase and `<gaztag>`, its offsets from 0. Offsets are believed where
the words stand there, one earlier or one later. A name without coordinates is kept and asks for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from onrecord.answers import Stretch
from onrecord.errors import InputError

__all__ = ["Marked", "Toponym", "read_articles"]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text; `point` is degrees (north, east), None where gold knows no place."""

    at: Stretch
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Marked:
    """An article with its place names in the order of the text."""

    id: str
    text: str
    toponyms: tuple[Toponym, ...]


def read_articles(path: Path) -> Iterator[Marked]:
    """Give the articles of an XML file, or of all in a folder; InputError on another form."""
    files = [path] if path.is_file() else sorted(path.glob("*.xml"))
    if not files:
        raise InputError(f"no *.xml in {path}: name a file of GeoVirus or LGL, or a folder of them")
    for file in files:
        try:
            root = ET.parse(file).getroot()  # noqa: S314 - the user's own file; expat ignores external entities
        except ET.ParseError as error:
            raise InputError(f"{file}: not in the form of GeoVirus or LGL ({error})") from error
        if root.tag != "articles":
            raise InputError(f"{file}: no element articles, so this is no file of GeoVirus or LGL")
        yield from (_article(file, number, article) for number, article in enumerate(root.iter("article")))


def _article(file: Path, number: int, article: ET.Element) -> Marked:
    text = article.findtext("text") or ""
    marked = (
        one
        for name in ("location", "toponym")
        for node in article.iter(name)
        if (one := _toponym(node, text))
    )
    first_of_each = {one.at: one for one in marked}
    order = sorted(first_of_each.values(), key=lambda one: one.at)
    return Marked(article.get("docid") or f"{file.stem}-{number}", text, tuple(order))


def _toponym(node: ET.Element, text: str) -> Toponym | None:
    words = node.findtext("name") or node.findtext("phrase") or ""
    told = _number(node, "start")
    if not words or told is None:
        return None
    starts = (int(told) + step for step in (0, -1, 1))
    start = next((at for at in starts if at >= 0 and text.startswith(words, at)), None)
    return None if start is None else Toponym(Stretch(start, start + len(words)), _point(node))


def _point(node: ET.Element) -> tuple[float, float] | None:
    tag = node.find("gaztag")
    holder = node if tag is None else tag
    north, east = _number(holder, "lat"), _number(holder, "lon")
    return None if north is None or east is None else (north, east)


def _number(node: ET.Element, name: str) -> float | None:
    try:
        return float(node.findtext(name) or "")
    except ValueError:
        return None
