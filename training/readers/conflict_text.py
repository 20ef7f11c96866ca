"""The sets of the ConfliBERT collection: SATP, InsightCrime, IndiaPoliceEvents, CAMEO.

Hu et al. (2022), ConfliBERT, NAACL. The files have no header: SCHEMES gives the columns in their order. Where
the makers name no label a number stands for it. IndiaPoliceEvents: Halterman et al. (2021), ACL Findings; its
columns were told by their counts. CAMEO's parties: R, for which the files give no key, is read as related.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from training.readers.naming import row_id
from training.readers.tokens import bio_spans, written
from training.schema import WHOLE_TEXT, Example, Layer, Role

IPE = ("kill", "arrest", "any_action", "fail", "force")
SCHEMES = {
    "satp": ("0", "1", "2", "3"),
    "insightcrime": ("0", "1", "2", "3", "4", "5", "6"),
    "ipe_docs": IPE,
    "ipe_sents": IPE,
    "cameo": ("0", "1", "2", "3", "4"),
}
FOLDERS = {
    "satp": "satp_relevant",
    "insightcrime": "insightCrime",
    "ipe_docs": "IndiaPoliceEvents_docs",
    "ipe_sents": "IndiaPoliceEvents_sents",
    "cameo": "cameo_class",
}
PARTIES = {"S": "source", "T": "target", "R": "related"}


def read(folder: Path) -> Iterator[Example]:
    """Give an example for each row of each set."""
    for scheme, name in FOLDERS.items():
        files = sorted((folder / name).glob("*.tsv"))
        for path in files:
            yield from labelled(path, scheme, path.stem if len(files) > 1 else "")
    yield from parties(folder / "cameo_ner" / "train.txt")


def labelled(path: Path, scheme: str, given: str) -> Iterator[Example]:
    """Give the rows of one file: one column is the label itself, several are one yes or no each."""
    with path.open(encoding="utf-8", newline="") as lines:
        for number, (text, *columns) in enumerate(csv.reader(lines, delimiter="\t")):
            several = len(columns) > 1
            held = (label for label, cell in zip(SCHEMES[scheme], columns, strict=False) if cell == "1")
            yield Example(
                set=scheme,
                id=row_id(path.stem, number, text),
                text=text,
                annotated=frozenset({f"labels:{scheme}"}),
                labels={scheme: tuple(held) if several else (columns[0],)},
                given=given,
            )


def parties(path: Path) -> Iterator[Example]:
    """Give the sentences whose source and target words are marked."""
    for number, block in enumerate(path.read_text("utf-8").strip().split("\n\n")):
        pairs = [line.rsplit(" ", 1) for line in block.splitlines()]
        text, places = written([word for word, _ in pairs])
        found = bio_spans([tag for _, tag in pairs], places)
        yield Example(
            set="cameo_ner",
            id=row_id("train", number, text),
            text=text,
            annotated=frozenset({Layer.PARTIES}),
            roles=tuple(Role(WHOLE_TEXT, at, PARTIES[tag]) for at, tag in found),
        )
