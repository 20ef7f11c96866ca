"""GENEVA: events of 115 types and their arguments in sentences of FrameNet; Parekh et al. (2023), ACL.

The small training files overlap: each sentence is read once, from the first file that has it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.readers.naming import digest
from training.readers.tokens import joined, written
from training.schema import Event, Example, Layer, Role, Stretch

LAYERS = frozenset({Layer.EVENTS, Layer.EVENT_TYPES, Layer.ROLES})


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each sentence."""
    seen = set[str]()
    for path in (folder / "val.json", *sorted(folder.glob("lr1200/*.json"))):
        for row in map(json.loads, path.read_text("utf-8").splitlines()):
            text, places = written(row["tokens"])
            name = f"{row['wnd_id']}-{digest(text)}"
            if name not in seen:
                yield example(name, text, row, places)
            seen.add(name)


def example(name: str, text: str, row: dict[str, Any], places: list[Stretch]) -> Example:
    """Give the example of one sentence."""
    spots = {entity["id"]: span(entity, places) for entity in row["entity_mentions"]}
    told = row["event_mentions"]
    return Example(
        set="geneva",
        id=name,
        text=text,
        annotated=LAYERS,
        events=tuple(Event(span(event["trigger"], places), event["event_type"]) for event in told),
        roles=tuple(
            Role(number, spots[argument["entity_id"]], argument["role"])
            for number, event in enumerate(told)
            for argument in event["arguments"]
        ),
    )


def span(mention: dict[str, Any], places: list[Stretch]) -> Stretch:
    """Give the stretch of a mention that counts tokens."""
    return joined(places[mention["start"] : mention["end"]])
