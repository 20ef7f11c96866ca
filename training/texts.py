"""The running text of the development data, without labels: to count in and to measure speed on."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

__all__ = ["running_texts"]


def running_texts(data: Path) -> Iterator[str]:
    """Give the texts of the sets that hold news and reports, in a fixed order."""
    for pattern, field in (("muc4/*.jsonl", "doctext"), ("re3d/*/documents.jsonl", "text")):
        for path in sorted(data.glob(pattern)):
            yield from (json.loads(line)[field] for line in path.read_text("utf-8").splitlines() if line)
    for path in sorted(data.glob("wikinews/*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from (row.get("text") or "" for row in csv.DictReader(file))
    for path in sorted(data.glob("polnear/train/text/*.txt")):
        yield path.read_text("utf-8")
    for pattern in ("timebank/*.tml", "geoparsing/*.xml"):
        for path in sorted(data.glob(pattern)):
            yield from re.sub(r"<[^>]*>", " ", path.read_text("utf-8")).split("\n\n")
    for path in sorted(data.glob("conflict_text/*/train.tsv")):
        yield from (line.rsplit("\t", 1)[0] for line in path.read_text("utf-8").splitlines())
