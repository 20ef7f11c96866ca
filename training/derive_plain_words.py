"""Derive vocabulary/plain_words.csv: words that English news writes in lower case.

`python training/derive_plain_words.py TEXTS...` counts words in English news (folders or files); a word stays
when it is written in lower case inside sentences often enough, in three collections at least, and at least
as often as with a capital.
What is shipped is the list of words, no text.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

OUT = Path(__file__).parents[1] / "src/onrecord/vocabulary/plain_words.csv"
LEAST, SHORT = 6, 3
COLLECTIONS = 3  # slips of one scraper, and names that one collection writes small, stand in one or two
REMARKS = """\
# Words that English news writes in lower case: what tells a heading's ordinary word from a name.
# Source: derived by training/derive_plain_words.py from word counts in English news (Wikinews,
# Re-DocRED, RAMS, WikiEvents, PolNeAR, GENEVA, ECB+, TimeBank); a list of words, no text. A row holds
# the words of one first letter.
words
"""
_WORD = re.compile(r"(?<=[a-z,;] )[A-Za-z][A-Za-z'-]*[a-z]\b|(?<=[a-z,;] )[A-Za-z]+")


def files(paths: list[str]) -> Iterator[Path]:
    """Give every text file under the paths."""
    for path in map(Path, paths):
        yield from (p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]


def plain(paths: list[str]) -> list[str]:
    """Give words that stand inside sentences in lower case often, and not less often than with a capital."""
    counts: Counter[str] = Counter()
    collections: Counter[str] = Counter()
    for collection in paths:
        own: Counter[str] = Counter()
        for path in files([collection]):
            content = path.read_text("utf-8", errors="replace").replace('", "', " ").replace("\n", " ")
            own.update(_WORD.findall(content))
        counts += own
        collections.update(own.keys())
    return sorted(
        word
        for word, n in counts.items()
        if word.isascii() and word.isalpha() and word.islower() and len(word) >= SHORT
        if n >= LEAST and n >= counts[word.capitalize()] and collections[word] >= COLLECTIONS
    )


def main() -> None:
    """Write the list, a row for each first letter."""
    words = plain(sys.argv[1:])
    letters = sorted({word[0] for word in words})
    listed = "\n".join(" ".join(w for w in words if w[0] == letter) for letter in letters)
    OUT.write_text(REMARKS + listed + "\n", "utf-8")
    print(f"{len(words)} words: {OUT}")


if __name__ == "__main__":
    main()
