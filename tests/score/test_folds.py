from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.score.folds import fold_of


def test_a_text_falls_where_its_sha1_says():
    # the digits that sha1sum prints for no bytes and for the three of abc
    assert fold_of("") == 0xDA39A3EE5E6B4B0D3255BFEF95601890AFD80709 % 5
    assert fold_of("abc", 7) == 0xA9993E364706816ABA3E25717850C26C9CD0D89D % 7


@given(st.text(), st.integers(1, 12))
def test_every_text_has_one_fold(text, folds):
    assert 0 <= fold_of(text, folds) < folds


def test_no_fold_is_empty_or_takes_most():
    sizes = [0] * 5
    for number in range(500):
        sizes[fold_of(f"sentence {number}")] += 1
    assert all(70 <= size <= 130 for size in sizes)
