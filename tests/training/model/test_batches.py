from __future__ import annotations

import numpy as np
import pytest
from training.model.columns import tag_classes
from training.model.targets import NONE, Pair
from training.model.windows import Window

pytest.importorskip("torch", reason="left out: torch is not installed (training/requirements.txt)")

from training.model.batches import batch_of, group_by_length


def window(length, **told):
    ids = np.arange(4, 4 + length)
    return Window(ids, [(0, 0)] * length, np.zeros((length, tag_classes()), np.int64), **told)


def test_texts_of_like_length_come_together_and_stay_whole():
    texts = [[window(9)], [window(3), window(3)], [window(4)], [window(8)]]
    grouped = group_by_length(texts, 12)
    assert [[[len(w.ids) for w in text] for text in group] for group in grouped] == [
        [[[3, 3]], [[4]]][0] + [[4]],
        [[8]],
        [[9]],
    ]


def test_a_text_longer_than_a_batch_is_a_batch_of_its_own():
    assert [len(group) for group in group_by_length([[window(50)], [window(2)]], 10)] == [1, 1]
    assert group_by_length([], 10) == []


def test_shorter_windows_are_filled_up_and_the_filling_is_masked_and_unknown():
    batch = batch_of([[window(2)], [window(3)]])
    assert batch.ids.tolist() == [[4, 5, 1], [4, 5, 6]]
    assert batch.mask.tolist() == [[1, 1, 0], [1, 1, 1]]
    assert (batch.tags[0, 2] == NONE).all()
    assert (batch.tags[1] == 0).all()


def test_rows_point_at_their_window():
    one = window(5, marks=[("polarity", 2, (1,))])
    two = window(
        6, pairs=[Pair("says", (1, 3), (4, 5), 1, 0, (3,)), Pair("role", (2, 4), (0, 6), 0, 0, (0,) * 6)]
    )
    batch = batch_of([[one], [two]])
    assert batch.marks == [(0, "polarity", 2, (1,))]
    assert batch.pairs == {"says": [(1, 1, 2, 4, 4, 1, 0, 3)], "role": [(1, 2, 3, 6, 0, 0, 0, 0, 0, 0)]}


def test_the_labels_of_a_text_belong_to_all_its_windows():
    labels = np.array([1, 0])
    batch = batch_of([[window(3)], [window(3, labels=labels), window(4, labels=labels)]])
    ((windows, row),) = batch.texts
    assert (windows, row.tolist()) == ([1, 2], [1, 0])
