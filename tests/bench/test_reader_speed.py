from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from reader_parts import joined_to
from reader_plain import answers_replaced
from reader_recorder import Recorder, recorders_of
from reader_table import Row, agreement, both_of, ratio, row_of_bare, row_of_engine, told_of_long

FIGURES = {
    "words": 1000,
    "read": 1.0,
    "read_cpu": 0.5,
    "find": 4.0,
    "cpu": 7.0,
    "peak": 512.4,
    "bare": 2.0,
    "bare_cpu": 4.0,
    "pieces": 1300,
}


def test_an_engine_is_measured_with_the_reading_of_the_files():
    row = row_of_engine("both", FIGURES)
    assert row.speed == 200
    assert row.line() == "| both | 200 | 5.0 | 1.50 | 512 |"


def test_the_share_is_the_engine_over_the_graph_alone():
    assert ratio(row_of_engine("both", FIGURES), row_of_bare("graph", FIGURES)) == "0.40"


def test_an_engine_that_runs_no_graph_has_no_row_of_it():
    assert row_of_bare("graph", FIGURES | {"pieces": 0}) is None
    assert ratio(row_of_engine("rules", FIGURES), None) == "not measured"


def test_a_measurement_that_ran_nothing_has_no_speed():
    row = Row("nothing", 0, 0, 0)
    assert row.speed == 0
    assert ratio(row, row) == "not measured"
    assert row.line() == "| nothing | 0 | 0.0 | 0.00 |  |"


def test_two_runs_of_the_same_count_by_their_time():
    run = both_of(Row("model", 600, 1, 2), Row("model", 600, 3, 5))
    assert run is not None
    assert run.speed == 300
    assert both_of(None, run) is None


def outputs(*kinds):
    """Give outputs of one class, a row a piece: 0 outside, 1 begins, 2 goes on."""
    return np.eye(3)[list(kinds)]


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ((0, 1, 2, 0), (0, 1, 2, 0), 1),
        ((0, 1, 2, 0), (0, 1, 0, 0), 1 / 2),
        ((0, 1, 2, 0), (1, 1, 2, 0), 2 / 3),
        ((0, 0, 0, 0), (0, 0, 0, 0), 1),
    ],
)
def test_agreement_leaves_out_what_both_put_outside(ours, theirs, expected):
    assert agreement(outputs(*ours), outputs(*theirs)) == pytest.approx(expected)


def test_agreement_is_taken_class_by_class():
    ours, theirs = np.hstack([outputs(1, 0), outputs(0, 1)]), np.hstack([outputs(1, 0), outputs(0, 2)])
    assert agreement(ours, theirs) == 1 / 2


@given(st.lists(st.text(max_size=20), min_size=1), st.integers(1, 500))
def test_texts_are_joined_to_exactly_the_length(contents, length):
    assert len(joined_to(contents, length)) == length


def test_texts_are_taken_over_again_where_they_are_too_few():
    assert joined_to(["ab", "c"], 10) == "ab\n\nc\n\nab\n"


ZEROED, ASKED, JOINED = b"\x31\xc9", b"\x0f\x01\xd0", b"\x89\xc0\x48\xc1\xe2\x20"
ANSWER = b"\xb0\x07\x90"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (b"\x90" + ZEROED + ASKED + b"\xc3", (b"\x90" + ZEROED + ANSWER + b"\xc3", 1)),
        (b"\x90" + ASKED + JOINED, (b"\x90" + ANSWER + JOINED, 1)),
        (ZEROED + ASKED + JOINED + ZEROED + ASKED, (ZEROED + ANSWER + JOINED + ZEROED + ANSWER, 2)),
        # AND EAX, 15 and ADD EAX, EDX hold the same three bytes across their border
        (b"\x83\xe0" + ASKED + b"\x41", (b"\x83\xe0" + ASKED + b"\x41", 0)),
    ],
)
def test_only_the_question_for_saved_registers_is_answered(code, expected):
    assert answers_replaced(code) == expected


@given(st.binary(max_size=200))
def test_machine_code_keeps_its_length(code):
    changed, _ = answers_replaced(code)
    assert len(changed) == len(code)


class Doubling:
    """A session that doubles its input and counts how often it ran."""

    def __init__(self):
        self.ran = 0

    def run(self, names, feed):
        self.ran += 1
        return [feed["ids"] * 2 for _ in names]


class Opened:
    """A graph as the recorder sees it: a session that is made when it is first asked for."""

    def __init__(self):
        self._session = None

    def _loaded(self):
        self._session = self._session or Doubling()
        return self._session, "tokenizer"


def feed(*ids):
    return {"ids": np.array([ids])}


@pytest.fixture
def pool():
    with ThreadPoolExecutor(1) as workers:
        yield workers


def test_the_same_window_is_kept_once_and_run_again(pool):
    session = Doubling()
    recorder = Recorder(session)
    assert recorder.run(["tags"], feed(5, 6, 1))[0].tolist() == [[10, 12, 2]]
    recorder.run(["tags"], feed(5, 6, 1))
    recorder.run(["tags"], feed(7))
    assert recorder.again(pool) == 3 + 1
    assert session.ran == 3 + 2
    assert recorder.again(pool) == 0


def test_every_graph_that_is_opened_gets_one_recorder(pool):
    class Graph(Opened):
        pass

    recorders = recorders_of(Graph)
    one, other = Graph(), Graph()
    for graph in (one, one, other):
        session, tokenizer = graph._loaded()
        session.run(["tags"], feed(4, 4))
        assert tokenizer == "tokenizer"
    assert [recorder.again(pool) for recorder in recorders] == [2, 2]


def test_the_long_text_is_told_with_what_no_piece_covers():
    told = told_of_long(
        {
            "seconds": 10,
            "words": 20_000,
            "peak": 900,
            "before": 300,
            "claims": 7,
            "last": 99,
            "characters": 100,
            "written": 80,
            "given": 80,
            "missing": 3,
            "unread": 0,
        }
    )
    assert "10 s (2,000 words/s)" in told
    assert "in no piece: 3" in told
