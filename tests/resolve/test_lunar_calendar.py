from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.lunar_calendar import lunar_interval, lunar_month_length


@pytest.mark.parametrize(
    ("year", "month", "day", "gregorian"),
    [
        (1437, 9, 1, date(2016, 6, 6)),  # Ramadan 2016
        (1445, 1, 1, date(2023, 7, 19)),  # new year
        (1400, 1, 1, date(1979, 11, 20)),  # the seizure of the Grand Mosque
        (1439, 12, 10, date(2018, 8, 21)),  # Eid al-Adha 2018
    ],
)
def test_known_days_lie_in_their_interval(year, month, day, gregorian):
    first, last = lunar_interval(year, month, day)
    assert first <= gregorian <= last
    assert last - first == timedelta(days=2)


@given(st.integers(1300, 1499), st.integers(1, 12))
def test_a_month_begins_where_the_one_before_ends(year, month):
    _, last = lunar_interval(year, month)
    after = (year, month + 1) if month < 12 else (year + 1, 1)
    if after[0] < 1500:
        first, _ = lunar_interval(*after)
        assert first == last - timedelta(days=1)


@pytest.mark.parametrize("asked", [(1437, 13), (1437, 2, 30), (900, 1), (1437, 1, 9, 3)])
def test_what_the_calendar_does_not_have_is_none(asked):
    assert lunar_interval(*asked) is None


def test_a_year_has_354_or_355_days():
    lengths = {sum(lunar_month_length(year, month) for month in range(1, 13)) for year in range(1400, 1430)}
    assert lengths == {354, 355}
