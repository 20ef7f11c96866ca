"""WikiEvents: names, events and their roles in news; Li, Ji and Han (2021), NAACL.

The file's own text lacks the blanks between sentences that its offsets count, so it is rebuilt from
the tokens. The part given here has no coreference.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.readers.tokens import joined
from training.schema import Event, Example, Layer, Named, NameType, Role, Stretch

TYPES = {
    "PER": NameType.PERSON, "ORG": NameType.ORGANISATION, "GPE": NameType.GEOPOLITICAL, "LOC": NameType.PLACE,
    "FAC": NameType.FACILITY, "WEA": NameType.WEAPON, "VEH": NameType.VEHICLE, "VAL": NameType.QUANTITY,
    "MON": NameType.MONEY, "SID": NameType.GROUP,
}  # fmt: skip
LAYERS = frozenset({Layer.NAMES, Layer.EVENTS, Layer.EVENT_TYPES, Layer.ROLES})


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each document."""
    for line in (folder / "dev.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        text, places = rebuilt(row["sentences"])
        names = {mention["id"]: mention for mention in row["entity_mentions"]}
        yield Example(
            set="wikievents",
            id=row["doc_id"],
            text=text,
            annotated=LAYERS,
            names=tuple(named(mention, places) for mention in names.values()),
            events=tuple(Event(span(e["trigger"], places), e["event_type"]) for e in row["event_mentions"]),
            roles=tuple(
                Role(number, span(names[argument["entity_id"]], places), argument["role"])
                for number, told in enumerate(row["event_mentions"])
                for argument in told["arguments"]
            ),
            given="dev",
        )


def rebuilt(parts: list[Any]) -> tuple[str, list[Stretch]]:
    """Give the text that the tokens' offsets count in, a line a sentence, and where each token stands."""
    text, places = "", []
    for tokens, _ in parts:
        gap = "\n"
        for word, start, end in tokens:
            text += gap * (start - len(text)) + word
            places.append(Stretch(start, end))
            gap = " "
    return text, places


def span(mention: dict[str, Any], places: list[Stretch]) -> Stretch:
    """Give the stretch of a mention that counts tokens."""
    return joined(places[mention["start"] : mention["end"]])


def named(mention: dict[str, Any], places: list[Stretch]) -> Named:
    """Give the name of a mention."""
    own = mention["entity_type"]
    return Named(span(mention, places), TYPES.get(own, NameType.OTHER), own)
