"""Hold every score against its floor: `python bench/gate.py [--update [--allow-regression]]`.

Floors are kept by engine: of the coded pages (bench/gold), and of the benchmarks with a development part
(F1). A floor belongs to data of one hash: other data make it worthless, and the gate says so. It is raised
with --update after an honest gain, and lowered only with --allow-regression and a reason in the changelog.
Data that are not in the repository and not beside the checkout are left out in plain words; an engine that
has floors must be there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

from codings import GOLD, SECOND, rows, score_codings
from fixed_parts import DATA, PARTS, Part
from pages import measures

from onrecord.answers import Answerer
from onrecord.errors import OnrecordError
from onrecord.pipeline import answerer
from onrecord.score.claims import ClaimScore
from onrecord.score.registry import find_task
from onrecord.score.task import Tally

FLOORS = Path(__file__).parent / "floors.json"
NOISE = 0.005
"""A fall of less than this is none: one claim of a page more or less moves the figures by about as much."""

ENGINES = ("rules", "both")
TWICE = ("sahel-wire", "congo-report", "myanmar-page")
SETS = {
    "three pages": ("somalia-blog", "colombia-analysis", "yemen-news"),
    "example page": ("example",),
    "three pages, two coders": (*TWICE, *(SECOND + name for name in TWICE)),
}
"""Sets of codings; where two people coded a page, the counts against both add up."""

HELD = (
    "found.precision",
    "found.recall",
    "found.f1",
    "field.type",
    "field.doers",
    "field.when",
    "every_field_right",
)
FIRST = {"insightcrime": 100, "ipe-docs": 80, "ipe-sents": 600}
"""Of some benchmarks only the first texts are held, so that the gate is done in minutes."""


class Floor(TypedDict):
    """The floors of one set and the hash of the data that they were measured on."""

    data: str
    scores: dict[str, float]


Floors = dict[str, dict[str, Floor]]
"""By engine and set."""


def main() -> None:
    """Print each score beside its floor; exit 1 where one fell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    asked = parser.parse_args()
    floors: Floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    held = {engine: hold(engine, floors.get(engine, {})) for engine in ENGINES}
    fallen = [line for _, lines in held.values() for line in lines]
    print(*fallen, sep="\n" if fallen else "")
    if asked.update and (asked.allow_regression or not fallen):
        found = {engine: floors.get(engine, {}) | now for engine, (now, _) in held.items()}
        kept = {engine: sets for engine, sets in found.items() if sets}
        FLOORS.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", "utf-8")
    sys.exit(bool(fallen) and not asked.allow_regression)


def hold(engine: str, floors: dict[str, Floor]) -> tuple[dict[str, Floor], list[str]]:
    """Give what an engine scores now and a line for what fell, one where it has floors and is not there."""
    now: dict[str, Floor] = {}
    fallen: list[str] = []
    try:
        for name, floor in measure(engine):
            now[name] = floor
            fallen += falls(f"{engine}, {name}", floor, floors.get(name))
    except OnrecordError as error:
        print(f"left out: engine {engine}: {error}")
        fallen += [f"FALLEN {engine}: it has floors, and does not run"] if floors else []
    return now, fallen


def measure(engine: str) -> Iterator[tuple[str, Floor]]:
    """Give the scores of each set that is wholly there; InputError for an engine that is not."""
    opened = answerer(engine)
    scored = score_codings(engine=engine)
    for name, codings in SETS.items():
        if all(coding in scored for coding in codings):
            flat = measures(sum((scored[coding] for coding in codings), ClaimScore()))
            yield name, Floor(data=digest(codings), scores={key: round(flat[key], 4) for key in HELD})
        else:
            print(f"left out: the floors of the {name} for {engine}")
    for part in PARTS:
        if part.engines and engine not in part.engines:
            continue
        if part.places(DATA) and (part.root is None or DATA.is_dir()):
            yield benchmark(part, opened)
        else:
            print(f"left out: the floors of {part.name} for {engine}: its data are not in {DATA}")


def benchmark(part: Part, engine: Answerer) -> tuple[str, Floor]:
    """Give F1 on a development part, on its first texts where it is long."""
    limit = FIRST.get(part.task)
    name = f"{part.name} (first {limit})" if limit else part.name
    total = sum(part.tallies(DATA, engine, limit), Tally())
    figures = find_task(part.task).figures(total)
    scores = {"f1": figures.f1} | ({"precision": figures.precision} if part.engines else {})
    rounded = {name: round(score, 4) for name, score in scores.items()}
    return name, Floor(data=part.digest(DATA), scores=rounded)


def falls(name: str, now: Floor, floor: Floor | None) -> list[str]:
    """Give a line for each score below its floor; none where the set has no floor yet."""
    if floor is None:
        return []
    if floor["data"] != now["data"]:
        return [f"{name}: the data changed; measure anew with --update --allow-regression and say why"]
    lines = []
    for key, least in floor["scores"].items():
        print(f"{name}: {key} {now['scores'][key]:.3f} (floor {least:.3f})", flush=True)
        if now["scores"][key] < least - NOISE:
            lines.append(f"FALLEN {name}: {key} is {now['scores'][key]:.3f}, its floor {least:.3f}")
    return lines


def digest(codings: tuple[str, ...]) -> str:
    """Give a hash of the codings and of the bytes of their pages, which pages.csv has."""
    pages, seen = rows(), hashlib.sha256()
    for coding in codings:
        seen.update(pages[coding.removeprefix(SECOND)]["sha256"].encode())
        seen.update((GOLD / f"{coding}.jsonl").read_bytes())
    return seen.hexdigest()


if __name__ == "__main__":
    main()
