from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.models.trained.spans import marked, softmax, spans_of, whole_words

TEXT = "the Harbour Front took Port Estmouth today"
LOGITS = {"O": (5, 0, 0), "B": (0, 5, 0), "I": (0, 0, 5)}


def tagged(signals, text, at=None, **letters):
    """Give signals whose pieces begin (B), go on (I) or stay outside (O), for "person" and for "place"."""
    tags = np.zeros((len(signals(text, at)), 9), dtype=np.float32)
    for k, kind in enumerate(("person", "place")):
        tags[:, 3 * k : 3 * k + 3] = [LOGITS[letter] for letter in letters.get(kind, "O" * len(tags))]
    return signals(text, at, tags=tags)


def words(weights, read, thresholds=None):
    return [(read.text[f.start : f.end], f.kind) for f in spans_of(weights, read, "names", thresholds)]


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("OOOOOOO", []),
        ("OBIOOOO", ["Harbour Front"]),
        ("OIIOOOO", ["Harbour Front"]),
        ("OBBOOOO", ["Harbour", "Front"]),
        ("BIIIIII", [TEXT]),
        ("BBBBBBB", TEXT.split()),
        ("BOBOBOB", ["the", "Front", "Port", "today"]),
        ("OOOOOOI", ["today"]),
        ("OBIIBIO", ["Harbour Front took", "Port Estmouth"]),
    ],
)
def test_a_span_is_a_run_of_pieces_cut_where_one_begins(weights, signals, person, expected):
    assert words(weights, tagged(signals, TEXT, person=person)) == [(found, "person") for found in expected]


def test_spans_of_different_classes_may_overlap(weights, signals):
    read = tagged(signals, TEXT, person="OBIIIIO", place="OOOOBIO")
    assert words(weights, read) == [
        ("Harbour Front took Port Estmouth", "person"),
        ("Port Estmouth", "place"),
    ]


def test_a_span_is_as_likely_as_its_pieces_on_the_mean(weights, signals):
    tags = np.zeros((7, 9), dtype=np.float32)
    tags[:, 0] = 9
    tags[1, :3] = np.log([0.4, 0.4, 0.2])
    tags[2, :3] = np.log([0.2, 0.1, 0.7])
    (found, *others) = spans_of(weights, signals(TEXT, tags=tags), "names", {"person": 0.6, "place": 0.9})
    assert (found.start, found.end, found.kind) == (4, 17, "person")
    assert found.score == pytest.approx(0.7)
    assert others == []


def test_the_threshold_of_a_class_decides_what_is_inside(weights, signals):
    tags = np.zeros((7, 9), dtype=np.float32)  # two shares of three are inside
    assert words(weights, signals(TEXT, tags=tags), {"place": 0.7}) == [(TEXT, "person")]
    assert words(weights, signals(TEXT, tags=tags), {"person": 0.7}) == [(TEXT, "place")]
    assert words(weights, signals(TEXT, tags=tags), {"person": 0.7, "place": 0.7}) == []


@settings(deadline=None)
@given(st.lists(st.floats(-4, 4, width=32), min_size=7, max_size=7), st.floats(0, 1), st.floats(0, 1))
def test_a_higher_threshold_never_covers_more(weights, signals, outside, one, other):
    tags = np.zeros((7, 9), dtype=np.float32)
    tags[:, 0] = outside

    def covered(least):
        found = spans_of(weights, signals(TEXT, tags=tags), "names", {"person": least, "place": 1.1})
        return {k for span in found for k in range(span.start, span.end) if not TEXT[k].isspace()}

    assert covered(max(one, other)) <= covered(min(one, other))


PIECES = [(0, 3), (4, 7), (7, 11), (12, 17), (18, 22)]
"""The first 22 characters, "Harbour" cut in two."""


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("OBOOO", ["Harbour"]),
        ("OOIOO", ["Harbour"]),
        ("OBBOO", ["Harbour"]),
        ("OIBIO", ["Harbour Front"]),
        ("IBOBO", ["the", "Harbour", "Front"]),
    ],
)
def test_a_word_that_is_cut_is_given_whole_and_once(weights, signals, person, expected):
    read = tagged(signals, TEXT[:22], PIECES, person=person)
    assert [found for found, _ in words(weights, read)] == expected


def test_an_empty_text_has_no_spans(weights, signals):
    assert spans_of(weights, signals(""), "names") == []


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("ab cde fg", (4, 5), "cde"),
        ("ab cde fg", (2, 7), "cde"),
        ("ab   fg", (2, 5), ""),
        ("half-made", (1, 3), "half"),
        ("(Estmouth)", (2, 4), "Estmouth"),
        ("\u0915\u093f\u0924\u093e\u092c \u0939\u0948", (0, 1), "\u0915\u093f\u0924\u093e\u092c"),
        ("\u0645\u06cc\u200c\u0631\u0648\u062f", (0, 2), "\u0645\u06cc\u200c\u0631\u0648\u062f"),
        ("e\u0301tat", (0, 1), "e\u0301tat"),
        ("\u6771\u4eac\u3067\u4f1a\u8b70", (0, 2), "\u6771\u4eac"),
        ("\u0e01\u0e23\u0e38\u0e07\u0e40\u0e17\u0e1e", (0, 4), "\u0e01\u0e23\u0e38\u0e07"),
        ("\U0001d400\U0001d401\U0001d402 x", (1, 2), "\U0001d400\U0001d401\U0001d402"),
        ("a" * 500, (200, 210), "a" * 10),
        ("a" * 60, (20, 30), "a" * 60),
        ("a\ud800b", (1, 2), "\ud800"),
    ],
    ids=[
        "word",
        "blanks",
        "only blanks",
        "hyphen",
        "bracket",
        "vowel signs",
        "joiner",
        "combining",
        "no blanks",
        "thai",
        "astral",
        "no word",
        "long",
        "surrogate",
    ],
)
def test_a_stretch_is_widened_to_whole_words_and_trimmed(text, at, expected):
    start, end = whole_words(text, *at)
    assert text[start:end] == expected


@settings(deadline=None)
@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_widening_loses_no_word_of_the_stretch_and_stays_inside_the_text(text, one, other):
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    first, last = whole_words(text, start, end)
    assert 0 <= first <= last <= len(text)
    assert text[start:end].strip() in text[first:last]
    assert text[first:last].strip() == text[first:last]
    assert whole_words(text, first, last) == (first, last)


def test_a_mark_is_read_at_the_first_piece_of_a_stretch(weights, signals):
    marks = np.zeros((7, 5), dtype=np.float32)
    marks[1, :2] = np.log([0.9, 0.1])
    read = signals(TEXT, marks=marks)
    assert marked(weights, read, "polarity", 4, 17) == pytest.approx({"positive": 0.9, "negative": 0.1})
    assert marked(weights, read, "modality", 4, 17) == pytest.approx(
        dict.fromkeys(("actual", "possible", "planned"), 1 / 3)
    )
    assert marked(weights, read, "polarity", 3, 4) == {}


@settings(deadline=None)
@given(st.lists(st.floats(-1e4, 1e4, width=32), min_size=1, max_size=6))
def test_shares_add_up_to_one(logits):
    assert softmax(np.array(logits, dtype=np.float32)).sum() == pytest.approx(1, abs=1e-5)
