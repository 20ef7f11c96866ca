"""The coded pages: what each coder wrote of a page, and what an engine reads on it, in the same offsets.

A coding is named by its file under bench/gold: `congo-report` is the first coder's, `second/congo-report` the
second's. A page that is not in the repository is looked for beside the checkout and known by its hash.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.pipeline import Asked, read_into
from onrecord.score.align import Alignment
from onrecord.score.claims import ClaimScore, score_claims
from onrecord.show.shapes import claim_line
from onrecord.store import Filter, Store

GOLD = Path(__file__).parent / "gold"
EXAMPLE = Path(__file__).parents[2] / "shared" / "example" / "page.txt"
SECOND = "second/"
AT = "2026-01-01T00:00:00+00:00"
Claims = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page whose bytes are those that were coded."""

    name: str
    path: Path

    @property
    def text(self) -> str:
        """Give the whole page, in which the offsets of all codings count."""
        return self.path.read_bytes().decode("utf-8")

    def codings(self) -> list[str]:
        """Name the codings of the page, the first coder's first."""
        return [n for n in (self.name, SECOND + self.name) if (GOLD / f"{n}.jsonl").is_file()]

    def coded(self, coding: str) -> Claims:
        """Give what a coder wrote, with the words at its offsets, which a file may leave out."""
        lines = (GOLD / f"{coding}.jsonl").read_text("utf-8").splitlines()
        return [_with_words(json.loads(line), self.text) for line in lines]

    def read(self, engine: str) -> Claims:
        """Give what an engine finds in the article when it reads the page as a user would.

        Claims on teasers are left out: gold codes the article. Raises InputError for an engine that is
        not there.
        """
        return list(_article_claims(self.path, self.text, engine))


def rows() -> dict[str, dict[str, str]]:
    """Give the row of each page in pages.csv by its name."""
    table = (GOLD / "pages.csv").read_text("utf-8").splitlines()
    return {row["name"]: row for row in csv.DictReader(line for line in table if not line.startswith("#"))}


def find_pages(example: Path = EXAMPLE) -> Iterator[Page]:
    """Give each page whose bytes are there; another is named on the error stream."""
    for name, row in rows().items():
        path = GOLD / row["file"] if row["file"] else example
        if path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == row["sha256"]:
            yield Page(name, path)
        else:
            print(f"left out: {name}: {path} is not there or is another page", file=sys.stderr)


def score_codings(example: Path = EXAMPLE, engine: str = "rules") -> dict[str, ClaimScore]:
    """Give an engine's score against each coding by the coding's name; a page is read once."""
    scores: dict[str, ClaimScore] = {}
    for page in find_pages(example):
        claims = page.read(engine)
        scores |= {coding: score_claims(page.coded(coding), claims) for coding in page.codings()}
    return scores


def _with_words(shape: Any, page: str) -> Any:  # noqa: ANN401 - JSON has no narrower name
    if isinstance(shape, list):
        return [_with_words(item, page) for item in shape]
    if not isinstance(shape, dict):
        return shape
    filled = {key: _with_words(value, page) for key, value in shape.items()}
    return filled | {"text": page[filled["start"] : filled["end"]]} if "start" in filled else filled


def _article_claims(path: Path, page: str, engine: str) -> Iterator[dict[str, Any]]:
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "page.db"
        read_into(record, [str(path)], at=AT, asked=Asked(engine))
        with Store(record) as store:
            for document in (d for d in store.documents() if d.part == 0):
                moved = Alignment(store.text(document.text_id).content, page)
                yield from (
                    moved.claim(claim_line(row)) for row in store.claims(Filter(document=document.id))
                )
