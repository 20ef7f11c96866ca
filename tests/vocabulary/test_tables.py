from __future__ import annotations

from pathlib import Path

import pytest

import onrecord.vocabulary
from onrecord.errors import VocabularyError
from onrecord.vocabulary import rows

TABLES = sorted(path.stem for path in Path(onrecord.vocabulary.__file__).parent.glob("*.csv"))


@pytest.mark.parametrize("table", TABLES)
def test_every_table_says_what_it_is_and_has_whole_rows(table):
    path = Path(onrecord.vocabulary.__file__).parent / f"{table}.csv"
    assert path.read_text("utf-8").startswith("# ")
    read = rows(table)
    assert read
    assert all(None not in row and None not in row.values() for row in read)


def test_an_unknown_table_names_those_that_exist():
    with pytest.raises(VocabularyError, match="act_types"):
        rows("no_such_table")
