from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from onrecord.find.models.llm.windows import Window, windows_of
from onrecord.find.words.tokens import split_sentences
from onrecord.records import Passage, Text

SIZE = 80


def cut(words, *roles):
    passages = tuple(Passage(s, e, r, "en", "ltr") for s, e, r in roles or ((0, len(words), "body"),))
    text = Text("t", "d", "tests", words, passages, language="en")
    return windows_of(words, split_sentences(text), SIZE)


def test_a_short_text_is_one_window():
    (window,) = cut("The men met. They left.")
    assert (window.start, window.end) == (0, 23)


def test_neighbours_share_what_fits_into_an_eighth():
    words = "One. Two. " * 20
    windows = cut(words)
    assert len(windows) > 1
    for one, next_ in pairwise(windows):
        assert one.start < next_.start < one.end < next_.end


def test_furniture_of_a_page_is_in_no_window():
    words = "The men met.\nSubscribe now\nThey left."
    windows = cut(words, (0, 12, "body"), (13, 26, "boilerplate"), (27, 37, "body"))
    assert [words[w.start : w.end] for w in windows] == ["The men met.", "They left."]


def test_halves_share_nothing_and_one_piece_has_none():
    assert Window(((0, 4), (5, 9), (10, 12))).halves() == (Window(((0, 4),)), Window(((5, 9), (10, 12))))
    assert Window(((0, 4),)).halves() == ()


@given(st.text(st.sampled_from("aB1 .\n\t!؟ق"), max_size=600))
def test_every_letter_is_in_a_window_of_bounded_size(words):
    windows = cut(words)
    covered = {at for w in windows for at in range(w.start, w.end)}
    assert all(at in covered for at, sign in enumerate(words) if not sign.isspace())
    assert all(w.end - w.start <= SIZE for w in windows)
    assert all(a.start < b.start for a, b in pairwise(windows))
