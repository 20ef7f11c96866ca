"""Page objects to HTML: Jinja2 with autoescape on, strict about names, and a few filters for words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord import __version__
from onrecord.records import Anchor, Precision, When
from onrecord.show.cells import SPEECH, cell
from onrecord.show.lines import plain
from onrecord.show.names import country_name
from onrecord.show.shapes import number_words
from onrecord.show.web.columns import COLUMNS
from onrecord.show.web.document import SPOT
from onrecord.show.web.rows import FIELDS
from onrecord.show.when import when_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["STATIC", "render"]

STATIC = Path(__file__).parent / "static"

VENDORED = STATIC / "vendor" / "htmx.min.js"
"""Stands for the libraries of the npm registry; without them the pages work, in the system's fonts."""

DIRECTIONS = frozenset({"ltr", "rtl"})


def render(template: str, *, page: object, path: str, query: str) -> str:
    """Give the HTML of one page object."""
    return ENVIRONMENT.get_template(template).render(page=page, path=path, query=query)


def _words(name: object) -> str:
    """Write a name of the vocabulary for people."""
    return str(name or "").replace("_", " ")


def _when(shape: Mapping[str, Any] | None) -> str:
    if not shape:
        return "not stated"
    when = When(
        shape["earliest"],
        shape["latest"],
        Precision(shape["precision"]),
        Anchor(shape["anchor"]),
        shape["text"],
    )
    return when_words(when)


def _number(shape: Mapping[str, Any]) -> str:
    return number_words(shape["low"], shape["high"])


def _address(id_: str, what: str) -> str:
    return f"/{what}/{quote(id_, safe='')}"


def _words_address(line: Mapping[str, Any]) -> str:
    """Give where the words of a claim, or of what stays open, stand in their document."""
    if "evidence" in line:
        evidence = line["evidence"]
        return f"{_address(evidence['document'], 'documents')}?from={evidence['start']}#t-{line['id']}"
    stretch = f"{line['start']}-{line['end']}"
    return f"{_address(line['document_id'], 'documents')}?from={line['start']}&at={stretch}#t-{SPOT}"


SURE = ((0.75, "high"), (0.45, "moderate"), (0.0, "low"))
"""The least confidence of a reading for each word; the words are ICD 203's."""


def _sure(confidence: float) -> str:
    return next((word for least, word in SURE if confidence >= least), "low")


def _crosswalk(value: str) -> str:
    """Write another data set's id for people: "234@22.1:broader:Afghanistan 2015-"."""
    number, _, rest = value.partition("@")
    version, _, rest = rest.partition(":")
    how, _, scope = rest.partition(":")
    wider = "which covers more than this actor" if how == "broader" else ""
    return ", ".join(filter(None, (number, version and f"version {version}", wider, scope)))


def _titles(events: Iterable[Mapping[str, str]]) -> dict[str, str]:
    return {event["id"]: event["title"] for event in events}


def _direction(direction: str) -> str:
    return direction if direction in DIRECTIONS else "auto"


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("onrecord.show.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        address=_address,
        cell=cell,
        country=country_name,
        crosswalk=_crosswalk,
        direction=_direction,
        number=_number,
        plain=plain,
        sure=_sure,
        titles=_titles,
        when=_when,
        words_address=_words_address,
        words=_words,
    )
    environment.globals.update(
        columns=COLUMNS,
        lists=tuple(FIELDS),
        speech=SPEECH,
        spot=SPOT,
        version=__version__,
        vendored=VENDORED.is_file(),
    )
    return environment


ENVIRONMENT = _environment()
