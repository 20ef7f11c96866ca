from __future__ import annotations

import pytest

from onrecord.score.times import same_interval


@pytest.mark.parametrize(
    ("precision", "earliest", "latest", "same"),
    [
        ("day", "2020-05-01", "2020-05-31", True),
        ("day", "2020-05-02", "2020-05-31", False),
        ("month", "2020-05-04", "2020-05-28", True),
        ("month", "2020-05-05", "2020-05-31", False),
        ("season", "2020-04-01", "2020-06-30", True),
        ("range", "2020-03-30", "2020-05-31", False),
        ("open", "2020-05-01", None, False),
        ("a grain nobody knows", "2020-05-01", "2020-05-31", True),
    ],
)
def test_an_end_may_be_off_by_the_grain_of_gold(precision, earliest, latest, same):
    gold = {"earliest": "2020-05-01", "latest": "2020-05-31", "precision": precision}
    assert same_interval(gold, {"earliest": earliest, "latest": latest}) is same


def test_two_times_that_nobody_can_read_agree():
    assert same_interval({"earliest": None, "latest": None, "precision": "open"}, {})
