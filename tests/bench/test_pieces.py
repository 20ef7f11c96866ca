from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from pieces import LANGUAGES, SENTENCES, UNKNOWN, Counts, counted, script_of

from onrecord.find.models.trained.weights import load_weights

MOST_UNKNOWN = 0.01


@pytest.fixture(scope="module")
def letters():
    """Give a tokenizer that knows the words "a", "b" and "ab", and parts words at blanks."""
    words = {UNKNOWN: 0, "a": 1, "b": 2, "ab": 3, "##b": 4}
    made = Tokenizer(models.WordPiece(words, unk_token=UNKNOWN))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    return made


def test_pieces_words_and_what_is_unknown_are_counted(letters):
    assert counted(letters, ["a abb xyz", "b"]) == Counts(words=4, pieces=5, unknown=1, letters=8, lost=3)


def test_shares_are_of_pieces_and_of_letters():
    assert Counts(words=4, pieces=5, unknown=1, letters=8, lost=3).cells() == ("1.25", "20.000 %", "37.500 %")


def test_nothing_has_no_unknown_pieces(letters):
    assert counted(letters, []).cells() == ("0.00", "0.000 %", "0.000 %")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("قندهار", "Arabic"), ("Донецк", "Cyrillic"), ("Gao", ""), ("Kabul کابل", ""), ("12", "")],
)
def test_a_name_is_of_a_script_if_all_its_letters_are(name, expected):
    assert script_of(name) == expected


@pytest.mark.parametrize("path", sorted(SENTENCES.glob("*.txt")), ids=lambda path: path.stem)
def test_the_shipped_vocabulary_knows_the_pieces_of_each_language(path):
    assert path.stem in LANGUAGES
    found = counted(Tokenizer.from_str(load_weights().tokenizer), [path.read_text("utf-8")])
    assert found.pieces > 100
    assert found.unknown < MOST_UNKNOWN * found.pieces
