from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from reader_long import growth_row, tenths


def test_a_row_has_the_speed_beside_length_time_memory_and_claims():
    figures = {"characters": 200_000, "seconds": 40.4, "peak": 700.2, "claims": 251}
    assert growth_row(figures) == "| 200,000 | 40 | 4,950 | 700 | 251 |"


def test_places_are_counted_by_tenths_and_the_very_end_is_in_the_last():
    assert tenths([1, 99, 100, 101, 950, 1000], 1000) == [2, 2, 0, 0, 0, 0, 0, 0, 0, 2]


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.just(n), st.lists(st.integers(0, n)))))
def test_every_place_is_in_one_tenth(drawn):
    length, ends = drawn
    assert sum(tenths(ends, length)) == len(ends)
