"""PolNeAR: sources, cues and contents in political news, stand-off files in the form of brat.

Newell, Margolin and Ruths (2018), An Attribution Relations Corpus for Political News, LREC. Of a text
that several people coded the first by name counts, as with its judge, so that no text weighs more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from training.readers.naming import digest
from training.schema import Attribution, Example, Layer, Stretch

PARTS = ("train", "dev")
_SPAN = re.compile(r"^(T\d+)\t\S+ ([\d; ]+)\t")
_LINK = re.compile(r"^E\d+\t(.+)$")
_ROLE = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each text of `folder`."""
    for part in PARTS:
        coded: dict[str, Path] = {}
        for path in sorted((folder / part / "attributions").glob("*.ann")):
            coded.setdefault(path.stem.rpartition("_")[0], path)
        for stem, path in coded.items():
            text = (folder / part / "text" / f"{stem}.txt").read_bytes().decode("utf-8")
            publisher, day = stem.split("_")[:2]
            yield Example(
                set="polnear",
                id=f"{publisher}_{day}_{digest(text)}",
                text=text,
                annotated=frozenset({Layer.ATTRIBUTION}),
                attributions=tuple(attributions(path.read_bytes().decode("utf-8"))),
                given=part,
                source=publisher,
                day=day,
            )


def attributions(notes: str) -> Iterator[Attribution]:
    """Give the attributions of one annotation file; notes and discussions of the annotators are none."""
    lines = notes.split("\n")
    spans = {m[1]: stretches(m[2]) for m in map(_SPAN.match, lines) if m}
    for link in filter(None, map(_LINK.match, lines)):
        roles: defaultdict[str, list[Stretch]] = defaultdict(list)
        for role, mark in _ROLE.findall(link[1]):
            roles[role] += spans[mark]
        yield Attribution(*(tuple(sorted(set(roles[role]))) for role in ("Source", "Cue", "Content")))


def stretches(offsets: str) -> tuple[Stretch, ...]:
    """Give the stretches of offsets such as "315 448;463 553"."""
    return tuple(Stretch(*map(int, pair.split())) for pair in offsets.split(";"))
