"""Derive vocabulary/common_words.csv: ordinary English words that also are somebody's or some place's name.

`python training/derive_common_words.py TEXTS...` counts words in English news (folders or files); a word
stays when it is written in lower case at least as often as with a capital and an actor or a place of the
project's sources bears it as its name. What is shipped is the list of words, no text.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from onrecord.resolve.geonames import cities
from onrecord.resolve.spelling import fold
from onrecord.vocabulary import rows

OUT = Path(__file__).parents[1] / "src/onrecord/vocabulary/common_words.csv"
LEAST = 4
REMARKS = """\
# Ordinary English words that also are the name of an actor or a place; alone they never name one.
# Source: derived by training/derive_common_words.py from word counts in English news and the names of UCDP
# (CC BY 4.0) and GeoNames (CC BY 4.0).
word
"""
_WORD = re.compile(r"(?<=[a-z,;] )[A-Za-z]+")


def files(paths: list[str]) -> Iterator[Path]:
    """Give every text file under the paths."""
    for path in map(Path, paths):
        yield from (p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]


def ordinary(paths: list[str]) -> set[str]:
    """Give words that stand inside sentences in lower case at least as often as not."""
    counts: Counter[str] = Counter()
    for path in files(paths):
        counts.update(_WORD.findall(path.read_text("utf-8", errors="replace")))
    return {w for w, n in counts.items() if w.islower() and n >= LEAST and n >= counts[w.capitalize()]}


def names() -> set[str]:
    """Give the folded names of actors and places, one-word ones only."""
    actors = (name for row in rows("actors_ucdp") for name in (row["name"], *row["names"].split(";")))
    places = (name for city in cities() for name in (city.name, *city.others))
    return {key for key in map(fold, (*actors, *places)) if " " not in key}


def main() -> None:
    """Write the list."""
    found = sorted(ordinary(sys.argv[1:]) & names())
    OUT.write_text(REMARKS + "\n".join(found) + "\n", "utf-8")
    print(f"{len(found)} words: {OUT}")


if __name__ == "__main__":
    main()
