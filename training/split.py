"""Write bench/splits.csv, the only split: `python -m training.split DATA`.

A document is dev when its set's makers say so, when POLICY says so, or when it repeats a dev document of any
set (training/grouping.py). All documents of a group have one fold, that of their smallest document: the
SHA-1 of its id, of its words in BY_WORDS, modulo 5. Ids hold no words.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.score.folds import fold_of
from training.grouping import Link, groups, links
from training.readers import READERS
from training.schema import Example

OUT = Path(__file__).parents[1] / "bench" / "splits.csv"
COLUMNS = ("document", "set", "part", "reason", "fold", "group")
BY_WORDS = frozenset({"cameo", "cameo_ner", "plover"})
CROSS_VALIDATED = frozenset({"re3d", "timebank", *BY_WORDS})
HELD_OUT = frozenset({"rams", "geneva", "redocred", "wikigold", "wnut17", "urdu", "lgl", "geovirus"})
"""Sets without a given part: those of fold 0 are dev."""
NON_COMMERCIAL = frozenset({("re3d", "BBC_Online")})
WHOLE, PIECES = "ipe_docs", "ipe_sents"
"""The same documents, whole and in sentences, parted by their makers without regard to each other."""

Part = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One document of the split; `group` is "" where nothing repeats it."""

    document: str
    set: str
    part: str
    reason: str
    fold: int
    group: str


def examples(data: Path) -> list[Example]:
    """Give every example of every set whose folder is there, by set and id."""
    there = ((data / folder, read) for folder, read in READERS.items() if (data / folder).is_dir())
    found = (one for folder, read in there for one in read(folder))
    return sorted(found, key=lambda one: (one.set, one.id))


def split(found: Sequence[Example]) -> list[Row]:
    """Give the row of each example, in their order: examples come by set and id."""
    linked = links([one.text for one in found])
    first = groups(len(found), linked, lambda a, b: {found[a].set, found[b].set} == {WHOLE, PIECES})
    folds = [fold_of(key(found[place])) for place in first]
    own = [part(one, fold) for one, fold in zip(found, folds, strict=True)]
    parts = shared(found, first, linked, own)
    numbers = numbered(first)
    return [
        Row(one.id, one.set, *told, fold, numbers.get(place, ""))
        for one, told, fold, place in zip(found, parts, folds, first, strict=True)
    ]


def key(one: Example) -> str:
    """Give what decides on the fold of a document."""
    return one.text if one.set in BY_WORDS else one.id


def part(one: Example, fold: int) -> Part:
    """Give the part of a document by itself, and the reason."""
    if (one.set, one.source) in NON_COMMERCIAL:
        return "none-shipping", "non-commercial"
    if one.set in HELD_OUT:
        return ("train", "") if fold else ("dev", "fold-0")
    if one.set in CROSS_VALIDATED:
        return "train", "cross-validated"
    return one.given or "train", "given" if one.given else ""


def shared(
    found: Sequence[Example], first: Sequence[int], linked: Sequence[Link], own: Sequence[Part]
) -> list[Part]:
    """Give the parts with what repeats a dev document made dev too.

    A sentence of IndiaPoliceEvents that stands in a whole dev document is dev. A whole document with a dev
    sentence in it stays in training under a reason of its own: hardly any would be left.
    """
    dev = {place for place, (part, _) in zip(first, own, strict=True) if part == "dev"}
    parts = list(own)
    for number, place in enumerate(first):
        if place in dev and own[number][0] == "train":
            parts[number] = ("dev", "shared-with-dev")
    for one, other in linked:
        whole, piece = (one, other) if found[one].set == WHOLE else (other, one)
        if (found[whole].set, found[piece].set) == (WHOLE, PIECES):
            if own[whole][0] == "dev" and parts[piece][0] == "train":
                parts[piece] = ("dev", "stands-in-dev")
            elif own[piece][0] == "dev" and parts[whole][0] == "train":
                parts[whole] = ("train", "holds-dev-sentences")
    return parts


def numbered(first: Sequence[int]) -> dict[int, str]:
    """Give a number to each group of two or more."""
    sizes = Counter(first)
    return {place: str(number) for number, place in enumerate(sorted(p for p, n in sizes.items() if n > 1))}


def write(rows: Sequence[Row], path: Path) -> None:
    """Write the split."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([getattr(row, column) for column in COLUMNS] for row in rows)


def report(rows: Sequence[Row]) -> Iterator[str]:
    """Give the largest groups by set, and how many documents of each set have which part and reason."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows:
        members[row.group].append(row.set)
    members.pop("", None)
    yield f"{len(members)} groups of two or more"
    for sets in sorted(members.values(), key=len, reverse=True)[:8]:
        yield f"{len(sets):6} {dict(Counter(sets))}"
    for (name, kind, reason), count in sorted(Counter((r.set, r.part, r.reason) for r in rows).items()):
        yield f"{name:13} {kind:13} {reason:20} {count:6}"


if __name__ == "__main__":
    made = split(examples(Path(sys.argv[1])))
    write(made, OUT)
    print(*report(made), sep="\n")
