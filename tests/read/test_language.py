from __future__ import annotations

import csv
from pathlib import Path

import pytest

from onrecord.read.language import direction_of, language_of

TABLE = Path(__file__).parents[1] / "cases" / "languages.csv"
ROWS = list(
    csv.DictReader(line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["language"])
def test_language_and_direction_are_told(row):
    assert (language_of(row["text"]), direction_of(row["text"])) == (row["language"], row["direction"])


def test_a_short_line_takes_the_language_of_its_text_if_it_is_written_in_its_script():
    assert language_of("Comments", "fr") == "fr"
    assert language_of("Comments", "ur") == "und"


def test_a_long_line_with_a_foreign_name_keeps_the_language_of_its_text():
    words = "The Commission de la Vérité et Réconciliation said on Monday that it would hear the families of the dead."
    assert language_of(words, "en") == "en"
