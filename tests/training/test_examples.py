from __future__ import annotations

import pytest
from training.examples import Placed, load, table
from training.schema import Example, Layer, Named, NameType, Stretch

from onrecord.errors import InputError


@pytest.fixture
def data(tmp_path):
    (tmp_path / "wikinews").mkdir()
    (tmp_path / "wikinews" / "wikinews_2019.csv").write_text("url,date,title,text\nu,2019-01-02,T,Rain.\n")
    return tmp_path


def test_an_example_comes_with_its_place_in_the_split(data):
    splits = data / "s.csv"
    splits.write_text(
        "document,set,part,reason,fold,group\nwikinews_2019-00000-3601e040,wikinews,train,,3,7\n"
    )
    (one,) = load(data, splits)
    assert (one.example.text, one.part, one.fold, one.group) == ("Rain.", "train", 3, "7")


def test_a_document_that_the_split_does_not_know_is_an_error(data):
    (data / "s.csv").write_text("document,set,part,reason,fold,group\n")
    with pytest.raises(InputError, match=r"training\.split"):
        load(data, data / "s.csv")


def test_the_table_counts_by_set_and_part():
    names = (Named(Stretch(0, 3), NameType.PERSON, "PER"),)
    one = Example("made", "a", "Ada wrote", annotated=frozenset({Layer.NAMES}), names=names)
    lines = list(table([Placed(one, "dev", 0, "", ""), Placed(one, "dev", 1, "", "")]))
    assert lines[-1] == "| made | dev | 2 | 4 | 2 |  |  |  |  |  | names |"
