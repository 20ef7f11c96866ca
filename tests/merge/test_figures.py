from __future__ import annotations

import pytest

from builders.facts import fact, killed
from onrecord.merge.figures import bound_of, total_of
from onrecord.records import Bound


@pytest.mark.parametrize(
    ("tolls", "bound"),
    [
        ([(81, None)], Bound(81, 81, None)),
        ([(81, None), (85, 85)], Bound(81, 85, 85)),
        ([(80, None), (85, None)], Bound(80, 85, None)),
        ([(90, None), (85, 85)], Bound(85, 85, 90)),
        ([(80, 80), (85, 85), (97, 97)], Bound(80, 85, 97)),
        ([(0, 0)], Bound(0, 0, 0)),
        ([], Bound()),
    ],
)
def test_low_best_and_high_come_from_what_each_origin_states(tolls, bound):
    facts = [fact(f"text{i}", toll=(killed(low, high),)) for i, (low, high) in enumerate(tolls)]
    assert bound_of(facts, "killed") == bound


def test_copies_of_one_report_give_one_figure():
    copies = [fact(f"copy{i}", toll=(killed(20, 20),), origin="wire") for i in range(9)]
    other = fact("other", toll=(killed(31, 31),))
    assert bound_of([*copies, other], "killed") == Bound(20, 20, 31)


def test_the_latest_report_of_an_origin_speaks_for_it():
    early = fact("a", toll=(killed(10, 10),), origin="wire", published="2016-07-23")
    late = fact("b", toll=(killed(14, 14),), origin="wire", published="2016-07-24")
    assert bound_of([late, early], "killed") == bound_of([early, late], "killed") == Bound(14, 14, 14)


def test_victims_of_two_sides_add_up_and_parts_do_not():
    assert total_of((killed(3, 3), killed(2, 2)), "killed").low == 5
    assert total_of((killed(32, None), killed(8, 8, scope="part")), "killed").low == 32
    assert (
        total_of((killed(90, 90, scope="cumulative"), killed(97, 97, scope="cumulative")), "killed").low == 97
    )
