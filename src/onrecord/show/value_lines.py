"""A value in its JSON form as lines on a terminal: words, reading, what else was weighed, why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["value_lines"]


def value_lines(value: Mapping[str, Any]) -> Iterator[str]:
    """Write the words with the id that `onrecord judge` takes, the reading, its details and its rivals."""
    if "reading" not in value:
        return
    entry = f" [{value['target_id']}]" if value["target_id"] else ""
    score = "" if value["score"] is None else f" {value['score']:.2f}"
    words = f"{value['what']} “{value['words']}” [{value['id']}]"
    yield f"    {words} is {value['reading']}{entry}{score}: {value['why']}"
    if value["details"]:
        yield f"      {'; '.join(f'{name}: {words}' for name, words in value['details'])}"
    for other in value["weighed"]:
        known = f" [{other['id']}]" if other["id"] else ""
        yield f"      or {other['name']}{known} {other['score']:.2f}: {other['why']}"
