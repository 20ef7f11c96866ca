"""The benchmarks with a development part of their own: which files those are, their hash, their baselines."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from onrecord.answers import Answerer
from onrecord.errors import InputError, OnrecordError
from onrecord.pipeline import answerer
from onrecord.score.registry import find_task
from onrecord.score.running import judge_items
from onrecord.score.task import Tally

DATA = Path(__file__).parents[2] / "shared" / "data"
GOLD = Path(__file__).parent / "gold"
BASELINES = Path(__file__).parent / "baselines.csv"


@dataclass(frozen=True, slots=True)
class Part:
    """What is read for a task, by patterns below the data folder; `files` are what of it is really read.

    `about` tells parts of one task apart; `root` is a folder of the repository instead of the data folder;
    `engines` are those whose floors are held, all where empty: what is resolved does not depend on who
    found it.
    """

    task: str
    paths: tuple[str, ...]
    files: tuple[str, ...] = ()
    about: str = ""
    root: Path | None = None
    engines: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Give the task and what tells this part of it apart."""
        return f"{self.task}, {self.about}" if self.about else self.task

    def places(self, data: Path) -> list[Path]:
        """Give the files or folders that the task reads, in the order of their names; none where absent."""
        return sorted(path for pattern in self.paths for path in (self.root or data).glob(pattern))

    def digest(self, data: Path) -> str:
        """Give the SHA-256 of names and bytes of all files."""
        seen = hashlib.sha256()
        patterns, base = self.files or self.paths, self.root or data
        for path in sorted(set(_files(place for pattern in patterns for place in base.glob(pattern)))):
            seen.update(f"{path.relative_to(base).as_posix()}\0{path.stat().st_size}\0".encode())
            seen.update(path.read_bytes())
        return seen.hexdigest()

    def tallies(self, data: Path, engine: Answerer, limit: int | None = None) -> Iterator[Tally]:
        """Give the counts of each document, of at most `limit`; InputError where the data are not there."""
        places = self.places(data)
        if not places:
            raise InputError(f"{self.task}: {data} has no {' or '.join(self.paths)}")
        task = find_task(self.task)
        judged = (judge_items(task, place, engine, limit=limit) for place in places)
        return islice(chain.from_iterable(judged), limit)


PARTS: tuple[Part, ...] = (
    Part("muc4-roles", ("muc4/templates_dev.jsonl",)),
    Part("muc4-templates", ("muc4/templates_dev.jsonl",)),
    Part("muc4-slots", ("muc4",), ("muc4/tst*",)),
    Part("satp", ("conflict_text/satp_relevant/dev.tsv",)),
    Part("insightcrime", ("conflict_text/insightCrime/dev.tsv",)),
    Part("ipe-docs", ("conflict_text/IndiaPoliceEvents_docs/dev.tsv",)),
    Part("ipe-sents", ("conflict_text/IndiaPoliceEvents_sents/dev.tsv",)),
    Part("polnear", ("polnear/dev",)),
    Part("coref", ("ecbplus/*[05]ecb*",)),
    Part("places-gold", ("geoparsing/GeoVirus.xml",), about="GeoVirus", engines=("rules",)),
    Part("places-gold", ("geoparsing/lgl.xml",), about="LGL", engines=("rules",)),
    Part("places", ("geoparsing/GeoVirus.xml",), about="GeoVirus", engines=("rules",)),
    Part("places", ("geoparsing/lgl.xml",), about="LGL", engines=("rules",)),
    Part("times", ("timebank",), engines=("rules",)),
    Part("counts", ("counts.csv",), root=GOLD, engines=("rules",)),
    Part("actors", ("actors.csv",), root=GOLD, engines=("rules",)),
)
"""Every fifth topic of ECB+ is its development part, as bench/splits.csv has it."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What something simple reaches, in per cent, with the interval in words."""

    name: str
    f1: float
    interval: str


def baselines() -> dict[str, tuple[Baseline, ...]]:
    """Give the baselines of each task from baselines.csv."""
    found: dict[str, tuple[Baseline, ...]] = {}
    for row in csv.DictReader(
        line for line in BASELINES.read_text("utf-8").splitlines() if not line.startswith("#")
    ):
        interval = f"{row['low']} to {row['high']}" if row["low"] else ""
        found[row["task"]] = (
            *found.get(row["task"], ()),
            Baseline(row["baseline"], float(row["f1"]), interval),
        )
    return found


def open_engines(names: tuple[str, ...], told: Callable[[str], None]) -> dict[str, Answerer]:
    """Open each engine once; `told` gets a line for one that is not there."""
    opened = {}
    for name in names:
        try:
            opened[name] = answerer(name)
        except OnrecordError as error:
            told(f"left out: engine {name}: {error}")
    return opened


def _files(places: Iterator[Path]) -> Iterator[Path]:
    for place in places:
        yield from (path for path in (place.rglob("*") if place.is_dir() else (place,)) if path.is_file())
