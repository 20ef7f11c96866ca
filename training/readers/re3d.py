"""re3d: names and relations in reports on Syria and Iraq (Dstl 2017), as its judge reads them.

A row that the crowd doubts is left out; names may nest. The documents have a licence each, by publisher:
`Example.source` is the publisher's folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.score.tasks.re3d_files import read_re3d
from training.schema import Example, Layer, Named, NameType, Relation

TYPES = {
    "Person": NameType.PERSON, "Organisation": NameType.ORGANISATION, "Location": NameType.PLACE,
    "Coordinate": NameType.PLACE, "MilitaryPlatform": NameType.MILITARY_PLATFORM, "Vehicle": NameType.VEHICLE,
    "Weapon": NameType.WEAPON, "Money": NameType.MONEY, "Nationality": NameType.NATIONALITY,
    "Quantity": NameType.QUANTITY, "Temporal": NameType.TIME,
}  # fmt: skip


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each document of every publisher in `folder`."""
    for publisher in sorted(path.parent for path in folder.glob("*/documents.jsonl")):
        for coded in read_re3d(publisher):
            yield Example(
                set="re3d",
                id=coded.id,
                text=coded.text,
                annotated=frozenset({Layer.NAMES, Layer.RELATIONS}),
                names=tuple(Named(n.at, TYPES.get(n.type, NameType.OTHER), n.type) for n in coded.names),
                relations=tuple(Relation(r.type, r.subject, r.object) for r in coded.relations),
                source=publisher.name,
            )
