"""RAMS: one event and its roles in five sentences of news; Ebner et al. (2020), ACL.

Only one event of each text is marked, so events are no annotated layer: other words are no negatives.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from training.readers.naming import row_id
from training.readers.tokens import joined, sentences
from training.schema import Event, Example, Layer, Role

_NUMBERED = re.compile(r"^evt\d+arg\d+")


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each text."""
    for number, line in enumerate((folder / "dev.jsonl").read_text("utf-8").splitlines()):
        row = json.loads(line)
        text, lines = sentences(row["sentences"])
        places = [at for spots in lines for at in spots]
        triggers = {(first, last): kinds[0][0] for first, last, kinds in row["evt_triggers"]}
        order = list(triggers)
        yield Example(
            set="rams",
            id=row_id("dev", number, text),
            text=text,
            annotated=frozenset({Layer.EVENT_TYPES, Layer.ROLES}),
            events=tuple(Event(joined(places[a : b + 1]), kind) for (a, b), kind in triggers.items()),
            roles=tuple(
                Role(order.index((a, b)), joined(places[c : d + 1]), _NUMBERED.sub("", role))
                for (a, b), (c, d), role in row["gold_evt_links"]
            ),
        )
