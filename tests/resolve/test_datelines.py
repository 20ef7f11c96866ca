from datetime import date

import pytest

from onrecord.records import Anchor, Precision
from onrecord.resolve.datelines import dateline_day
from onrecord.resolve.periods import Period

PUBLISHED = Period(date(2020, 1, 5), date(2020, 1, 5), Precision.DAY)


@pytest.mark.parametrize(
    ("head", "published", "day"),
    [
        ("KABUL, March 3, 2016 (Agency) - A bomb", None, date(2016, 3, 3)),
        ("Title of it\n\nEL FASHER, Sudan, 2 January - Men", PUBLISHED, date(2020, 1, 2)),
        ("MOSUL, Iraq, Dec. 30 — Men", PUBLISHED, date(2019, 12, 30)),
        ("KABUL, March 3 - A bomb", None, None),
        ("KABUL, March 3, 2016 - A bomb", PUBLISHED, None),
        ("KABUL, January 9 - A bomb", PUBLISHED, None),
        ("They left Kabul, March 3, 2016 - a Thursday", None, None),
        ("KABUL, Foo 3, 2016 - A bomb", None, None),
    ],
)
def test_a_dateline_at_the_head_of_a_text_says_when_it_was_written(head, published, day):
    found = dateline_day(head, published)
    assert (found.first if found else None) == day
    assert found is None or (found.anchor == Anchor.DATELINE and "dateline" in found.why)


def test_a_dateline_far_down_is_none_of_this_text():
    assert dateline_day("Rain. " * 200 + "\nKABUL, March 3, 2016 - A bomb", None) is None
