from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.models.trained.windows import kept, stretches, windows_of

SIZES = st.integers(1, 200).flatmap(lambda room: st.tuples(st.just(room), st.integers(0, room - 1)))


@settings(deadline=None)
@given(st.integers(0, 3000), SIZES)
def test_windows_answer_for_every_piece_once_and_have_read_it(total, sizes):
    windows = windows_of(total, *sizes)
    answered = []
    for k, (start, end) in enumerate(windows):
        first, last = kept(windows, k)
        assert start <= first <= last <= end
        answered += range(first, last)
    assert answered == list(range(total))


@settings(deadline=None)
@given(st.integers(0, 3000), SIZES)
def test_windows_are_no_longer_than_the_room_and_all_but_the_last_of_one_length(total, sizes):
    lengths = [end - start for start, end in windows_of(total, *sizes)]
    assert max(lengths) <= sizes[0]
    assert len(set(lengths[:-1])) <= 1


@settings(deadline=None)
@given(st.integers(0, 3000), SIZES)
def test_each_window_shares_at_least_the_overlap_with_the_next_or_reaches_the_end(total, sizes):
    for (_, end), (start, _) in pairwise(windows_of(total, *sizes)):
        assert end - start == sizes[1] or end == total


def test_windows_by_hand():
    windows = windows_of(20, 10, 4)
    assert windows == [(0, 10), (6, 16), (12, 20)]
    assert [kept(windows, k) for k in range(3)] == [(0, 8), (8, 14), (14, 20)]
    assert windows_of(10, 10, 4) == [(0, 10)]


@settings(deadline=None)
@given(st.text(alphabet="ab .\n\u0301\U0001f300", max_size=300), st.integers(1, 40))
def test_stretches_cover_a_text_without_gap_and_none_is_too_long(text, longest):
    found = list(stretches(text, longest))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(0 < end - start <= longest for start, end in found)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("aaaaaa\n\nbb. c\nd eeeeeeee", "aaaaaa\n"),
        ("aaaaaa. bb\nc d eeeeeeee", "aaaaaa. bb\n"),
        ("aaaaaa. bb c d eeeeeeeee", "aaaaaa."),
        ("aaaaaa bb ccc ddddddddd", "aaaaaa bb "),
        ("aaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaa"),
        ("\n\naaaaaaaaaaaaaaaaaaa", "\n\naaaaaaaaaa"),
    ],
    ids=["paragraph", "line", "sentence", "word", "nothing", "nothing in the later half"],
)
def test_a_stretch_ends_with_a_paragraph_else_a_line_a_sentence_a_word(text, first):
    start, end = next(stretches(text, 12))
    assert text[start:end] == first
