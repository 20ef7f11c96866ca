"""Names: which classes a set annotates, where names stand, and which of them name the same."""

from __future__ import annotations

from training.model.columns import tag_column, tag_columns
from training.model.layers.chains import chained
from training.model.targets import SpanTarget, Targets, chars
from training.model.terms import NAMES
from training.schema import Example, Layer, Named

__all__ = ["add_names"]

PHRASES = "ecbplus"
"""Its names are parts of events: what it leaves unmarked may well be a name."""
ONLY_PLACES = frozenset({"geovirus", "lgl"})
"""Sets in which whatever is marked is a place, by its use in the text."""
NO_TIMES = frozenset({"wikigold", "wnut17"})
"""Sets that mark neither times nor numbers."""


def add_names(example: Example, targets: Targets) -> None:
    """Add the stretches of names and, where chains are known, pairs of names; re3d has a head of its own."""
    if example.set == "re3d":
        targets.columns[tag_columns("re3d")] = True
        targets.spans += [SpanTarget(tag_column("re3d", n.own_type), chars(n.at)) for n in example.names]
    elif example.set != PHRASES:
        targets.columns[_annotated(example)] = True
        targets.spans += _spans(example, targets)
        grouped = [(chars(name.at), name.group) for name in example.names if name.group >= 0]
        targets.pairings += chained("same_name", grouped)


def _annotated(example: Example) -> list[int]:
    found: list[int] = []
    if Layer.NAMES in example.annotated:
        unmarked = {"time", "number"} if example.set in NO_TIMES else set()
        apart = {tag_column("names", name) for name in unmarked}
        found += [column for column in tag_columns("names") if column not in apart]
    elif Layer.PLACES in example.annotated:
        found.append(tag_column("names", "place"))
    if Layer.TIMES in example.annotated:
        found.append(tag_column("names", "time"))
    return found


def _spans(example: Example, targets: Targets) -> list[SpanTarget]:
    columns = [(tag_column("names", _class(name, example.set)), name) for name in example.names]
    return [SpanTarget(column, chars(name.at)) for column, name in columns if targets.columns[column]]


def _class(name: Named, own_set: str) -> str:
    return "place" if own_set in ONLY_PLACES else NAMES.get(name.type, "other")
