"""Page objects to HTML: Jinja2 with autoescape on, strict about names, and a few filters for words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord import __version__
from onrecord.records import Anchor, Precision, When
from onrecord.show.cells import cell
from onrecord.show.lines import plain
from onrecord.show.shapes import number_words
from onrecord.show.web.columns import COLUMNS
from onrecord.show.web.rows import FIELDS
from onrecord.show.when import when_words

if TYPE_CHECKING:
    from collections.abc import Mapping

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
        direction=_direction,
        number=_number,
        plain=plain,
        when=_when,
        words=_words,
    )
    environment.globals.update(
        columns=COLUMNS,
        lists=tuple(FIELDS),
        version=__version__,
        vendored=VENDORED.is_file(),
    )
    return environment


ENVIRONMENT = _environment()
