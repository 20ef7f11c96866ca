from __future__ import annotations

import pytest
from training.model.heads import LABELS, MARKS, PAIRS, TAGS, label_slice, mark_slice, tag_slice, tag_width


def test_tag_heads_stand_one_after_another_with_three_outputs_a_class():
    assert [tag_slice(head.name) for head in TAGS] == [
        slice(0, 18), slice(18, 54), slice(54, 72), slice(72, 81), slice(81, 87), slice(87, 90),
    ]  # fmt: skip
    assert tag_width() == 90


def test_marks_and_labels_have_one_output_a_class():
    assert (mark_slice("polarity"), mark_slice("effect")) == (slice(0, 2), slice(14, 20))
    assert (label_slice("muc"), label_slice("ipe"), label_slice("plover")) == (
        slice(0, 6), slice(17, 22), slice(27, 42),
    )  # fmt: skip


def test_a_head_that_there_is_not_is_an_error():
    with pytest.raises(KeyError, match="weather"):
        tag_slice("weather")


@pytest.mark.parametrize("table", [TAGS, MARKS, LABELS, PAIRS])
def test_no_head_of_a_table_and_no_class_of_a_head_stands_twice(table):
    assert len({head.name for head in table}) == len(table)
    assert all(len(set(head.classes)) == len(head.classes) for head in table)
