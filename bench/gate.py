"""Hold every score against its floor: `python bench/gate.py [--update [--allow-regression]]`.

A floor belongs to data of one hash: other pages or other gold make it worthless, and the gate says so. It is
raised with --update after an honest gain, and lowered only with --allow-regression and a reason in the
changelog. What needs the example page, which is not in the repository, is left out in plain words where it
is not there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import TypedDict

from pages import GOLD, measures, score_pages

from onrecord.score.claims import ClaimScore

FLOORS = Path(__file__).parent / "floors.json"
NOISE = 0.005
"""A fall of less than this is none: one claim of a page more or less moves the figures by about as much."""

SETS = {"three pages": ("somalia-blog", "colombia-analysis", "yemen-news"), "example page": ("example",)}
HELD = (
    "found.precision",
    "found.recall",
    "found.f1",
    "field.type",
    "field.doers",
    "field.when",
    "every_field_right",
)


class Floor(TypedDict):
    """The floors of one set of pages and the hash of the data that they were measured on."""

    data: str
    scores: dict[str, float]


def main() -> None:
    """Print each score beside its floor; exit 1 where one fell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    asked = parser.parse_args()
    floors: dict[str, Floor] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    now = measure()
    fallen = [line for name, floor in now.items() for line in falls(name, floor, floors.get(name))]
    print(*fallen, sep="\n" if fallen else "")
    if asked.update and (asked.allow_regression or not fallen):
        FLOORS.write_text(json.dumps(floors | now, indent=2, sort_keys=True) + "\n", "utf-8")
    sys.exit(bool(fallen) and not asked.allow_regression)


def measure() -> dict[str, Floor]:
    """Give the scores of each set of pages that is wholly there."""
    scored = score_pages()
    found: dict[str, Floor] = {}
    for name, pages in SETS.items():
        if all(page in scored for page in pages):
            flat = measures(sum((scored[page] for page in pages), ClaimScore()))
            found[name] = Floor(data=_hash(pages), scores={key: round(flat[key], 4) for key in HELD})
        else:
            print(f"left out: the floors of the {name}")
    return found


def falls(name: str, now: Floor, floor: Floor | None) -> list[str]:
    """Give a line for each score below its floor; none where the set has no floor yet."""
    if floor is None:
        return []
    if floor["data"] != now["data"]:
        return [f"{name}: the data changed; measure anew with --update --allow-regression and say why"]
    lines = []
    for key, least in floor["scores"].items():
        print(f"{name}: {key} {now['scores'][key]:.3f} (floor {least:.3f})")
        if now["scores"][key] < least - NOISE:
            lines.append(f"FALLEN {name}: {key} is {now['scores'][key]:.3f}, its floor {least:.3f}")
    return lines


def _hash(pages: tuple[str, ...]) -> str:
    """Give a hash of gold and of the pages' own hashes (pages.csv has them)."""
    seen = hashlib.sha256((GOLD / "pages.csv").read_bytes())
    for page in pages:
        seen.update((GOLD / f"{page}.jsonl").read_bytes())
    return seen.hexdigest()


if __name__ == "__main__":
    main()
