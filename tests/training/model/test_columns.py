from __future__ import annotations

import pytest
from training.model.columns import classes_of, index_of, tag_classes, tag_column, tag_columns
from training.model.heads import MARKS, PAIRS, TAGS, tag_slice


def test_columns_count_the_classes_of_all_tag_heads():
    assert tag_classes() == 30
    assert (tag_column("names", "person"), tag_column("muc", "Victim"), tag_column("events", "event")) == (
        0, 21, 29,
    )  # fmt: skip
    assert tag_columns("attribution") == [24, 25, 26]


def test_a_column_is_a_third_of_the_place_of_its_outputs():
    assert all(3 * tag_columns(head.name)[0] == tag_slice(head.name).start for head in TAGS)


def test_a_class_has_its_place_in_its_own_head():
    assert index_of(MARKS, "effect", "destroyed") == 3
    assert classes_of(PAIRS, "says") == ("source", "content")


def test_a_head_that_there_is_not_is_an_error():
    with pytest.raises(KeyError, match="weather"):
        tag_column("weather", "rain")
