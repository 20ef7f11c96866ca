from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.models.trained.reaches import Reach, reach_of, reaching

TEXT = "the Harbour Front took Port Estmouth today"
REACH = Reach(sure=0.8, least=0.4, begins=0.9)


def shared(signals, inside, begins=()):
    """Give signals with this share inside for "place"; pieces in `begins` begin, the others go on."""
    tags = np.zeros((len(inside), 9), dtype=np.float32)
    for k, share in enumerate(inside):
        first, on = (0.99, 0.01) if k in begins else (0.01, 0.99)
        tags[k, 3:6] = np.log([1 - share, share * first, share * on])
    return signals(TEXT, tags=tags)


def words(weights, read, reach=REACH):
    return [TEXT[f.start : f.end] for f in reaching(weights, read, "names", "place", reach)]


@pytest.mark.parametrize(
    ("inside", "begins", "expected"),
    [
        ([0.1, 0.9, 0.5, 0.9, 0.1, 0.1, 0.1], (), ["Harbour Front took"]),  # an unsure piece within
        ([0.1, 0.9, 0.3, 0.9, 0.1, 0.1, 0.1], (), ["Harbour", "took"]),  # too unlikely a piece within
        ([0.1, 0.6, 0.7, 0.5, 0.1, 0.9, 0.1], (), ["Estmouth"]),  # nowhere sure
        ([0.9, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5], (), [TEXT]),  # sure in one place
        ([0.9, 0.9, 0.9, 0.9, 0.9, 0.1, 0.1], (0, 3), ["the Harbour Front", "took Port"]),
        ([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.9], (), ["today"]),
        ([0.1] * 7, (0,), []),
    ],
)
def test_a_stretch_is_sure_somewhere_and_likely_enough_throughout(weights, signals, inside, begins, expected):
    assert words(weights, shared(signals, inside, begins)) == expected


def test_a_stretch_is_as_likely_as_its_pieces_on_the_mean(weights, signals):
    (found,) = reaching(
        weights, shared(signals, [0.1, 0.9, 0.5, 0.1, 0.1, 0.1, 0.1]), "names", "place", REACH
    )
    assert (found.start, found.end, found.kind) == (4, 17, "place")
    assert found.score == pytest.approx(0.7)


def test_a_word_that_is_cut_is_given_whole_and_once(weights, signals):
    tags = np.zeros((3, 9), dtype=np.float32)
    tags[:, 4] = 9  # each of the three begins a place
    read = signals(TEXT[:11], [(0, 3), (4, 7), (7, 11)], tags=tags)
    assert words(weights, read) == ["the", "Harbour"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. \n\nThey stayed on", ["He left.", "They stayed on"]),
        ("“He left.”\nThey stayed on", ["“He left.”", "They stayed on"]),
        ("He left\n \nthey stayed on\n", ["He left", "they stayed on"]),
        ("He left\nas they stayed on", ["He left\nas they stayed on"]),  # a line that is only full
        ("He left. They stayed on", ["He left. They stayed on"]),
    ],
)
def test_a_stretch_ends_with_its_paragraph(weights, signals, text, expected):
    read = signals(text)
    tags = np.zeros((len(read), 9), dtype=np.float32)
    tags[:, 5] = 9
    found = reaching(weights, signals(text, tags=tags), "names", "place", REACH)
    assert [text[f.start : f.end] for f in found] == expected


def test_an_empty_text_has_no_stretches(weights, signals):
    assert reaching(weights, signals(""), "names", "place", REACH) == []


@settings(deadline=None)
@given(
    st.lists(st.floats(0.01, 0.99), min_size=7, max_size=7),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_lower_thresholds_never_cover_less(weights, signals, inside, sure, least):
    def covered(reach):
        found = reaching(weights, shared(signals, inside), "names", "place", reach)
        return {k for span in found for k in range(span.start, span.end)}

    high, low = Reach(max(sure), max(least), 1), Reach(min(sure), min(least), 1)
    assert covered(high) <= covered(low)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, REACH),
        ({"place": 0.9, "person": 0.1}, Reach(0.9, 0.4, 0.9)),
        ({"place": 0.2}, Reach(0.2, 0.2, 0.9)),  # never less sure than likely
        ({"place.least": 0.3, "place.begins": 0.5}, Reach(0.8, 0.3, 0.5)),
    ],
)
def test_what_is_not_given_stays(given, expected):
    assert reach_of("place", given, REACH) == expected
