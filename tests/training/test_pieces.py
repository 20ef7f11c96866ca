from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, models
from training.pieces import always, choose, count_pieces

PIECES = [
    ["<s>", 0],
    ["<pad>", 0],
    ["</s>", 0],
    ["<unk>", 0],
    ["▁raid", -1],
    ["ing", -2],
    ["x", -3],
    ["漢", -4],
]


@pytest.mark.parametrize(
    ("piece", "kept"),
    [
        ("▁", True),
        ("x", True),
        ("▁é", True),
        ("7", True),
        ("ع", True),
        ("▁علی", True),
        ("漢", False),
        ("한", False),
        ("ing", False),
        ("▁ع7", False),
    ],
)
def test_single_characters_of_scripts_that_are_read_and_arabic_script_are_always_kept(piece, kept):
    assert always(piece) == kept


def test_the_most_used_pieces_fill_the_room_that_is_left():
    used = Counter({5: 9, 4: 3, 7: 1, 0: 99})
    assert choose(PIECES, used, 6) == [0, 1, 2, 3, 5, 6]
    assert choose(PIECES, used, 7) == [0, 1, 2, 3, 4, 5, 6]


@settings(deadline=None)
@given(st.dictionaries(st.integers(0, 7), st.integers(1, 9)), st.integers(5, 9))
def test_special_pieces_stay_and_no_more_than_asked_for_are_kept(used, most):
    found = choose(PIECES, Counter(used), most)
    assert found == sorted(set(found))
    assert {0, 1, 2, 3, 6} <= set(found)
    assert len(found) <= most


def test_pieces_are_counted_over_all_texts():
    vocabulary = [(piece, float(chance)) for piece, chance in PIECES]
    tokenizer = Tokenizer(models.Unigram(vocabulary, unk_id=3, byte_fallback=False))
    assert count_pieces(tokenizer, ["ingx", "xx"]) == {5: 1, 6: 3}
