from __future__ import annotations

import itertools
import pickle
from dataclasses import replace
from itertools import islice

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.find.models.trained.graph import BEGIN, END, OUTPUTS, Graph, as_read
from onrecord.find.models.trained.windows import kept, windows_of

SHORT = "Two fighters of the Harbour Front were held in Estmouth on Tuesday, the ministry said."
LONG = " ".join(f"On day {k} the River Column left village {k} and the council denied it." for k in range(45))
ANY = st.text(st.characters(), max_size=60)
"""Any characters, lone surrogates too."""


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("THE HARBOUR FRONT TOOK PORT ESTMOUTH.", "the harbour front took port estmouth."),
        (
            "THE HARBOUR FRONT TOOK PORT ESTMOUTH, IT SAID today.",
            "the harbour front took port estmouth, it said today.",
        ),
        ("The Harbour Front took Port Estmouth.", "The Harbour Front took Port Estmouth."),
        ("the harbour front took port estmouth.", "the harbour front took port estmouth."),
        ("NATO AND UN", "NATO AND UN"),
        ("\u0130STANBUL POLICE HELD TWO MEN ON TUESDAY", "\u0130stanbul police held two men on tuesday"),
        ("\u6771\u4eac 1234567890 1234567890 !!", "\u6771\u4eac 1234567890 1234567890 !!"),
        ("a \ud800 b \udfff", "a \ufffd b \ufffd"),
        (
            "\u0645\u06cc\u200c\u06af\u0648\u06cc\u062f \u200fa\ufeff",
            "\u0645\u06cc \u06af\u0648\u06cc\u062f  a ",
        ),
        ("", ""),
    ],
    ids=[
        "capitals",
        "mostly capitals",
        "running text",
        "small",
        "too few letters",
        "a letter that would grow",
        "no case",
        "lone surrogates",
        "signs without width",
        "empty",
    ],
)
def test_words_in_capitals_are_read_small_and_lone_surrogates_replaced(words, expected):
    assert as_read(words) == expected


@settings(deadline=None)
@given(ANY | st.text(st.characters(categories=["Lu", "Lt"]), min_size=20, max_size=60))
def test_what_is_read_has_every_character_in_its_place(words):
    read = as_read(words)
    assert len(read) == len(words)
    assert all(
        a.casefold()[0] == b.casefold()[0] for a, b in zip(words, read, strict=True) if b not in "\ufffd "
    )
    read.encode("utf-8")


def test_a_text_in_capitals_gives_the_signals_of_the_same_text_in_small_letters(reader):
    (loud,), (small,) = reader.graph.read(SHORT.upper()), reader.graph.read(SHORT.lower())
    assert loud.text == SHORT.upper()
    np.testing.assert_array_equal(loud.tags, small.tags)
    np.testing.assert_array_equal(loud.starts, small.starts)


def test_a_graph_that_was_not_run_yet_goes_to_another_process(reader):
    sent = pickle.loads(pickle.dumps(Graph(reader.weights, 1)))  # noqa: S301 - written a moment ago
    (here,), (there,) = reader.graph.read(SHORT), sent.read(SHORT)
    np.testing.assert_array_equal(here.tags, there.tags)


def test_pieces_tile_the_words_of_a_text(reader):
    (read,) = reader.graph.read(SHORT)
    assert set(range(len(SHORT))) - spread(read) == {k for k, c in enumerate(SHORT) if c.isspace()}


def spread(read):
    return {
        k
        for start, end in zip(read.starts.tolist(), read.ends.tolist(), strict=True)
        for k in range(start, end)
    }


def test_the_outputs_of_a_short_text_are_those_of_one_window(reader):
    (read,) = reader.graph.read(SHORT)
    ids, _ = reader.graph._pieces(SHORT)
    session, _ = reader.graph._loaded()
    row = np.array([[BEGIN, *ids, END]])
    fed = {name: row if name == "ids" else np.ones_like(row) for name in reader.weights.inputs}
    found = dict(zip(OUTPUTS, session.run(list(OUTPUTS), fed), strict=True))
    for name in OUTPUTS:
        np.testing.assert_array_equal(getattr(read, name), found[name][0, 1:-1])


@pytest.fixture(scope="module")
def windows(reader):
    ids, _ = reader.graph._pieces(LONG)
    bounds = windows_of(len(ids), reader.weights.window - 2, reader.weights.overlap)
    assert len(bounds) > 2
    return bounds, [ids[start:end] for start, end in bounds]


def test_each_piece_of_a_long_text_is_read_in_the_window_that_answers_for_it(reader, windows):
    bounds, ids = windows
    (read,) = reader.graph.read(LONG)
    found = [reader.graph._run(window) for window in ids]
    for k, (start, _) in enumerate(bounds):
        first, last = kept(bounds, k)
        np.testing.assert_array_equal(
            read.tags[first:last], found[k][0][first - start + 1 : last - start + 1]
        )
    assert {len(read), *(len(getattr(read, name)) for name in OUTPUTS)} == {bounds[-1][1]}


def test_what_follows_a_text_by_stretches_does_not_change_what_was_read_before(reader):
    line = "Rebels of the River Column shelled Estmouth, a monitor said.\n"
    graph = Graph(reader.weights, 1, stretch=len(line))
    alone, followed = next(graph.read(line)), next(graph.read(line + LONG[:200]))
    for name in OUTPUTS:
        np.testing.assert_array_equal(getattr(alone, name), getattr(followed, name))


@pytest.mark.parametrize("inputs", [("ids",), ("ids", "mask")])
def test_a_graph_is_fed_what_its_file_says_and_no_more(weights, inputs):
    session = Session()
    graph = Graph(replace(weights, inputs=inputs), _session=session)
    (row,) = graph._run(np.array([7, 8]))
    assert row.tolist() == [BEGIN, 7, 8, END]
    assert {name: one.tolist() for name, one in session.fed.items()} == {
        name: {"ids": [[BEGIN, 7, 8, END]], "mask": [[1, 1, 1, 1]]}[name] for name in inputs
    }


class Session:
    """A graph by hand, which gives back the ids that it was fed."""

    def run(self, _, fed):
        self.fed = fed
        return [fed["ids"]]


def test_the_same_text_gives_the_same_signals(reader):
    for one, other in zip(reader.graph.read(LONG), reader.graph.read(LONG), strict=True):
        assert all(
            np.array_equal(getattr(one, name), getattr(other, name)) for name in ("starts", "ends", *OUTPUTS)
        )


def test_stretches_and_pieces_are_cut_without_losing_any(reader):
    graph = Graph(reader.weights, 1, stretch=200, most=30)
    read = list(graph.read(LONG[:900]))
    assert max(map(len, read)) <= 30
    (whole,) = reader.graph.read(LONG[:900])
    np.testing.assert_array_equal(np.concatenate([one.starts for one in read]), whole.starts)
    np.testing.assert_array_equal(np.concatenate([one.ends for one in read]), whole.ends)


def test_a_text_of_a_megabyte_is_read_stretch_by_stretch(reader):
    text = "The council met in Estmouth again.\n" * 30_000
    first, second = islice(Graph(reader.weights, 1, stretch=400).read(text), 2)
    assert first.starts[0] == 0
    assert first.ends[-1] <= second.starts[0]
    assert second.ends[-1] <= 800


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n" * 10_000, " \t\u00a0\u2003\u3000" * 100],
    ids=["empty", "blank", "newlines", "blanks"],
)
def test_a_text_without_words_has_no_signals(reader, text):
    assert list(reader.graph.read(text)) == []


PLANES = {
    f"plane {plane}": "".join(map(chr, range(plane << 16, (plane + 1) << 16, 1021))) for plane in range(17)
}
HOSTILE = PLANES | {
    "control characters": "".join(map(chr, range(32))) + "\x7f\x85\u200e\u2066\ufeff word",
    "lone surrogates": "\ud800word \udc00\udfff",
    "stacked accents": "a" + "\u0301" * 300 + " b",
    "a letter that NFKC spells out": "\ufdfa" * 20,
    "reordered accents": "a\u0301\u0323\u0301 b\u0323\u0301",
    "special pieces": "<s> </s> <pad> <unk> <mask>",
    "jamo": "\u1112\u1161\u11ab\u1100\u1173\u11af",
    "right to left": "\u202eabc\u202c \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_characters_are_read_with_offsets_that_rise(reader, text):
    read = list(reader.graph.read(text))
    assert read
    for one in read:
        assert all(np.isfinite(getattr(one, name)).all() for name in OUTPUTS)
        assert_rising(one.starts, one.ends, text)


def assert_rising(starts, ends, text):
    assert (starts <= ends).all()
    assert (np.diff(starts) >= 0).all()
    assert (np.diff(ends) >= 0).all()
    assert not len(starts) or (starts[0] >= 0 and ends[-1] <= len(text))


@settings(max_examples=300, deadline=None)
@given(ANY)
def test_pieces_of_any_text_rise_and_leave_no_letter_out(reader, text):
    ids, offsets = reader.graph._pieces(text)
    assert len(ids) == len(offsets)
    assert_rising(offsets[:, 0], offsets[:, 1], text)
    covered = {k for start, end in offsets.tolist() for k in range(start, end)}
    assert {k for k, c in enumerate(text) if c.isalnum()} <= covered


def test_a_word_of_a_hundred_thousand_characters_is_cut_and_read(reader):
    graph, text = Graph(reader.weights, 1, stretch=1000), "ab" * 50_000
    pieces = itertools.chain.from_iterable(
        graph._pieces(text[k : k + 1000])[1].tolist() for k in range(0, len(text), 1000)
    )
    assert sum(end - start for start, end in pieces) == len(text)
    assert next(graph.read(text)).ends[-1] == 1000


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ((0, 3), (0, 1)),
        ((1, 5), (0, 2)),
        ((3, 4), None),
        ((4, 4), None),
        ((5, 6), (1, 2)),
        ((0, 99), (0, 3)),
        ((50, 60), None),
    ],
)
def test_a_stretch_has_the_pieces_that_it_shares_a_character_with(signals, at, expected):
    assert signals("aaa bbb ccc").pieces(*at) == expected
