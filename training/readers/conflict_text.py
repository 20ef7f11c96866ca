"""The sets of the ConfliBERT collection: SATP, InsightCrime, IndiaPoliceEvents, CAMEO.

Hu et al. (2022), ConfliBERT, NAACL; Halterman et al. (2021), ACL Findings. The files have no header: the
columns and values are those of vocabulary/label_schemes. CAMEO's parties: R, for which the files give no
key, is read as related.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from onrecord.vocabulary import rows
from training.readers.naming import row_id
from training.readers.tokens import bio_spans, written
from training.schema import WHOLE_TEXT, Example, Layer, Role

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
    for name, place in FOLDERS.items():
        files = sorted((folder / place).glob("*.tsv"))
        for path in files:
            yield from labelled(path, name, path.stem if len(files) > 1 else "")
    yield from parties(folder / "cameo_ner" / "train.txt")


def scheme(name: str) -> Mapping[str, str]:
    """Give the labels of a set by the number of their column, or by the value that stands for them."""
    task = name.replace("_", "-")
    return {row["place"]: row["label"] for row in rows("label_schemes") if row["task"] == task}


def labelled(path: Path, name: str, given: str) -> Iterator[Example]:
    """Give the rows of one file: one column is the label itself, several are one yes or no each."""
    places = scheme(name)
    with path.open(encoding="utf-8", newline="") as lines:
        for number, (text, *columns) in enumerate(csv.reader(lines, delimiter="\t")):
            flagged = [str(column) for column, flag in enumerate(columns, 1) if flag == "1"]
            yield Example(
                set=name,
                id=row_id(path.stem, number, text),
                text=text,
                annotated=frozenset({f"labels:{name}"}),
                labels={name: tuple(places[place] for place in (flagged if len(columns) > 1 else columns))},
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
