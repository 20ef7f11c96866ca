"""Values of a JSON line as words in one cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from onrecord.show.shapes import number_words

if TYPE_CHECKING:
    from onrecord.show.listing import Listing

__all__ = ["SPEECH", "cell", "cells"]


def cells(listing: Listing, line: dict[str, Any]) -> tuple[object, ...]:
    """Give a line's values in the order of the columns."""
    return tuple(cell(line, path) for _, path in listing.columns)


def cell(line: dict[str, Any], path: str) -> object:
    """Follow a dotted path ("a|b" takes the first that is filled); a list becomes words.

    In a list of sides "a|b" keeps the names of those in these roles.
    """
    value: Any = line
    for step in path.split("."):
        value = _follow(value, step.split("|"))
    return _words(value)


def _follow(value: Any, keys: list[str]) -> Any:  # noqa: ANN401 - JSON has no narrower name
    if isinstance(value, list):
        return [side["name"] for side in value if side.get("role") in keys]
    if not isinstance(value, dict):
        return None
    return next((value[key] for key in keys if key in value and value[key] != ""), None)


def _words(value: object) -> object:
    if isinstance(value, list):
        return "; ".join(str(_words(item)) for item in value)
    if not isinstance(value, dict):
        return value
    for key, write in SHAPES.items():
        if key in value:
            return write(value)
    return value.get("text") or value.get("name")


def _bound_words(bound: dict[str, Any]) -> str | None:
    if bound["best"] is None and bound["low"] is None:
        return None
    spread = number_words(bound["low"], bound["high"])
    best = bound["best"]
    return spread if best is None or str(best) == spread else f"{best} ({spread})"


def _source_words(source: dict[str, Any]) -> str:
    who = source["who"]
    act = SPEECH.get(source["act"], "")
    return f"{who['text'] if who else 'unknown source'}{act and f' ({act})'}"


SPEECH = {
    "claim": "claims",
    "deny": "denies",
    "doubt": "doubts",
    "confirm": "confirms",
    "dismiss": "dismisses",
}
"""What a source does with what is said; saying it needs no word."""

SHAPES: dict[str, Callable[[dict[str, Any]], str | None]] = {
    "outcome": lambda row: f"{row['outcome']} {number_words(row['low'], row['high'])}",
    "best": _bound_words,
    "act": _source_words,
    "role": lambda side: f"{side['name']} ({side['role']})",
    "earliest": lambda when: when["text"] or when["earliest"],
}
"""The key that tells a JSON shape from others, and how it is written in a cell."""
