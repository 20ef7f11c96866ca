"""re3d: names and relations in reports on Syria and Iraq (Dstl 2017), in the project's json lines.

A row's confidence is the crowd's; what it doubts (below LEAST) is left out. Names may nest. The documents
have a licence each, by publisher: `Example.source` is the publisher's folder.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from training.schema import Example, Layer, Named, NameType, Relation, Stretch

LEAST = 0.5
TYPES = {
    "Person": NameType.PERSON, "Organisation": NameType.ORGANISATION, "Location": NameType.PLACE,
    "Coordinate": NameType.PLACE, "MilitaryPlatform": NameType.MILITARY_PLATFORM, "Vehicle": NameType.VEHICLE,
    "Weapon": NameType.WEAPON, "Money": NameType.MONEY, "Nationality": NameType.NATIONALITY,
    "Quantity": NameType.QUANTITY, "Temporal": NameType.TIME,
}  # fmt: skip
Row = dict[str, Any]


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each document of every publisher in `folder`."""
    for publisher in sorted(path.parent for path in folder.glob("*/documents.jsonl")):
        names = by_document(publisher / "entities.jsonl")
        relations = by_document(publisher / "relations.jsonl")
        for row in rows(publisher / "documents.jsonl"):
            yield Example(
                set="re3d",
                id=row["_id"],
                text=row["text"],
                annotated=frozenset({Layer.NAMES, Layer.RELATIONS}),
                names=tuple(map(named, names[row["_id"]])),
                relations=tuple(map(related, relations[row["_id"]])),
                source=publisher.name,
            )


def rows(path: Path) -> list[Row]:
    """Give the rows of a file of json lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def by_document(path: Path) -> defaultdict[str, list[Row]]:
    """Give the rows that the crowd believes, by document, in the order of the text."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for row in sorted(rows(path), key=lambda row: (row["begin"], row["end"], row["_id"])):
        if float(row["confidence"]) >= LEAST:
            found[row["documentId"]].append(row)
    return found


def named(row: Row) -> Named:
    """Give the name of a row."""
    return Named(Stretch(row["begin"], row["end"]), TYPES.get(row["type"], NameType.OTHER), row["type"])


def related(row: Row) -> Relation:
    """Give the relation of a row."""
    source = Stretch(row["sourceBegin"], row["sourceEnd"])
    return Relation(row["type"], source, Stretch(row["targetBegin"], row["targetEnd"]))
