"""A reader for each set of development data: `read(folder)` gives its examples."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from training.readers import (
    conflict_text,
    ecbplus,
    geneva,
    geoparsing,
    muc4,
    ner,
    plover,
    polnear,
    rams,
    re3d,
    redocred,
    timebank,
    urdu,
    wikievents,
    wikinews,
)
from training.schema import Example

READERS: dict[str, Callable[[Path], Iterator[Example]]] = {
    "muc4": muc4.read,
    "polnear": polnear.read,
    "re3d": re3d.read,
    "timebank": timebank.read,
    "conflict_text": conflict_text.read,
    "plover": plover.read,
    "wikievents": wikievents.read,
    "ecbplus": ecbplus.read,
    "rams": rams.read,
    "geneva": geneva.read,
    "redocred": redocred.read,
    "ner": ner.read,
    "urdu": urdu.read,
    "geoparsing": geoparsing.read,
    "wikinews": wikinews.read,
}
"""By folder of the development data; a folder may hold several sets."""
