"""Names in Urdu, F1 by exact words and kind: `python bench/names_urdu.py [--data DATA] [--limit N]`.

On the development part of the Urdu set: what the trained reader takes for persons, organisations and
places, beside the rules' names (their tables and the gazetteer), and beside a list of the names of the
training part, where words that mostly were a name are one, of its most frequent kind. A row an engine: micro
F1 with the 95 % interval over texts, and F1 by kind. Then, of sentences of our own in Urdu, Arabic, Dari and
Pashto (`bench/sentences/`), how many of the names in `names.csv` were found, with their kind: too few to be a
measure, and all there is for three of the four.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from names_plain import Named, by_list, by_rules

from onrecord.answers import Name
from onrecord.find.models.trained.reader import open_reader
from onrecord.find.models.trained.relations import names_in
from onrecord.score.bootstrap import bootstrap_tallies
from onrecord.score.task import Tally, prf

sys.path.append(str(Path(__file__).parents[1]))
from training.readers.urdu import read
from training.schema import Example

DATA = Path(__file__).parents[2] / "shared" / "data"
SPLITS = Path(__file__).with_name("splits.csv")
SET = "urdu"
SENTENCES = Path(__file__).parent / "sentences"
KINDS = ("person", "organisation", "place")
HEAD = f"| names by | precision | recall | F1 (95 %) | {' | '.join(KINDS)} |\n|---|{'---:|' * 6}"


def main() -> None:
    """Print a row an engine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--limit", type=int, help="texts of the development part, all where none is given")
    asked = parser.parse_args()
    parts = parted(asked.data)
    train, dev = parts["train"], parts["dev"][: asked.limit]
    print(f"{len(dev)} texts, {sum(len(gold_of(one)) for one in dev):,} names\n\n{HEAD}")
    reader = open_reader()
    engines: dict[str, Named] = {
        "the trained reader": lambda text: names_in(reader, text, "names"),
        "the rules": by_rules(),
        "a list of the names in the training part": by_list([(one.text, gold_of(one)) for one in train]),
    }
    for what, named in engines.items():
        print(line(what, [judged(gold_of(one), named(one.text)) for one in dev]), flush=True)
    print()
    for what, named in engines.items():
        print(f"our own sentences, {what}: {'; '.join(own(named))}", flush=True)


def own(named: Named) -> Iterator[str]:
    """Say of each language how many of the names in our own sentences were found with their kind."""
    with (SENTENCES / "names.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    for language in dict.fromkeys(row["language"] for row in rows):
        text = (SENTENCES / f"{language}.txt").read_text("utf-8")
        asked = {(row["words"], row["kind"]) for row in rows if row["language"] == language}
        given = {(text[name.at.start : name.at.end], name.type) for name in named(text)}
        yield f"{language} {len(asked & given)} of {len(asked)}"


def parted(data: Path) -> dict[str, list[Example]]:
    """Give the examples of the set by the part that the split puts them in."""
    with SPLITS.open(encoding="utf-8", newline="") as lines:
        parts = {row["document"]: row["part"] for row in csv.DictReader(lines) if row["set"] == SET}
    found: defaultdict[str, list[Example]] = defaultdict(list)
    for one in read(data / SET):
        found[parts[one.id]].append(one)
    return found


def gold_of(one: Example) -> tuple[Name, ...]:
    """Give the names of the kinds that are asked for."""
    return tuple(Name(name.at, str(name.type)) for name in one.names if name.type in KINDS)


def judged(gold: Iterable[Name], given: Iterable[Name]) -> Tally:
    """Count what is right, given and asked for, in all and by kind."""
    asked = {(name.at, name.type) for name in gold}
    said = {(name.at, name.type) for name in given if name.type in KINDS}
    counts: Counter[str] = Counter()
    for what, names in (("right", asked & said), ("given", said), ("asked", asked)):
        counts[what] = len(names)
        counts.update(f"{what} {kind}" for _, kind in names)
    return Tally(counts)


def line(what: str, tallies: Sequence[Tally]) -> str:
    """Give a row of the table."""
    total = sum(tallies, Tally())
    precision, recall, f1 = prf(total["right"], total["given"], total["asked"])
    low, high = bootstrap_tallies(tallies, f1_of)
    kinds = " | ".join(f"{100 * f1_of(total, f' {kind}'):.1f}" for kind in KINDS)
    whole = f"{100 * f1:.1f} ({100 * low:.1f} to {100 * high:.1f})"
    return f"| {what} | {100 * precision:.1f} | {100 * recall:.1f} | {whole} | {kinds} |"


def f1_of(tally: Tally, kind: str = "") -> float:
    """Give F1, of one kind where it is named, with a blank before it."""
    return prf(*(tally[f"{what}{kind}"] for what in ("right", "given", "asked")))[2]


if __name__ == "__main__":
    main()
