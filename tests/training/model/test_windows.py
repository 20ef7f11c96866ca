from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from training.model.columns import tag_classes
from training.model.targets import NONE, SpanTarget, Targets
from training.model.windows import cut, windows_of

ROOMS = st.integers(4, 60).flatmap(lambda room: st.tuples(st.just(room), st.integers(0, room // 2)))
WORDS = st.lists(st.text("ab", min_size=1, max_size=4), min_size=1, max_size=40)


def targets(text, spans=()):
    known = np.zeros(tag_classes(), dtype=np.bool_)
    known[0] = True
    return Targets(text, known, [SpanTarget(0, at) for at in spans])


def test_a_short_text_is_one_window_between_the_two_special_pieces(tokenizer):
    (window,) = windows_of(tokenizer, "one two three", targets("one two three"), size=8, overlap=2)
    assert window.ids.tolist() == [0, 3, 3, 3, 2]
    assert window.offsets == [(0, 0), (0, 3), (4, 7), (8, 13), (0, 0)]


def test_a_text_without_words_has_no_window(tokenizer):
    assert windows_of(tokenizer, " \n", targets(" \n"), size=8, overlap=2) == []


def test_a_long_text_is_cut_into_windows_of_like_length_not_full_ones_and_a_rest():
    assert cut(21, 10, 2) == [(0, 9), (7, 16), (14, 21)]
    assert cut(10, 10, 2) == [(0, 10)]
    assert cut(0, 10, 2) == []


@settings(deadline=None)
@given(st.integers(1, 500), ROOMS)
def test_windows_cover_every_piece_share_the_overlap_and_are_never_too_long(total, sizes):
    room, overlap = sizes
    found = cut(total, room, overlap)
    assert set().union(*(range(*at) for at in found)) == set(range(total))
    assert all(end - start <= room for start, end in found)
    assert all(one[1] - other[0] == overlap for one, other in pairwise(found))


@settings(deadline=None)
@given(words=WORDS, marks=st.lists(st.integers(0, 3), max_size=12), sizes=ROOMS)
def test_the_tags_of_every_window_agree_with_the_stretches(tokenizer, words, marks, sizes):
    text, spans, at = " ".join(words), [], 0
    for number, word in enumerate(words):  # stretches of one to three words, apart from each other
        if number % 4 == 0 and number // 4 < len(marks) and marks[number // 4]:
            last = words[number : number + marks[number // 4]]
            spans.append((at, at + len(" ".join(last))))
        at += len(word) + 1
    for window in windows_of(tokenizer, text, targets(text, spans), size=sizes[0] + 2, overlap=sizes[1]):
        inside = [
            next((k for k, s in enumerate(spans) if s[0] < end and start < s[1]), None)
            for start, end in window.offsets[1:-1]
        ]
        wanted = [
            0 if mine is None else 1 if before != mine else 2
            for before, mine in zip([None, *inside], inside, strict=False)
        ]
        assert window.tags[:, 0].tolist() == [NONE, *wanted, NONE]


def test_every_window_of_a_text_has_the_labels_of_the_whole_text(tokenizer):
    text = "word " * 30
    labelled = targets(text)
    labelled.labels = np.array([1, 0])
    found = windows_of(tokenizer, text, labelled, size=12, overlap=2)
    assert len(found) == 4
    assert all(window.labels is labelled.labels for window in found)
