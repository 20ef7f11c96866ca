from __future__ import annotations

import pytest

from onrecord.records import Anchor, Precision, When
from onrecord.show.when import is_open, when_words


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "anchor", "words"),
    [
        ("2016-07-23", "2016-07-23", Precision.DAY, Anchor.STATED, "2016-07-23"),
        ("2016-07-01", "2016-07-31", Precision.MONTH, Anchor.STATED, "2016-07"),
        ("2016-01-01", "2016-12-31", Precision.YEAR, Anchor.STATED, "2016"),
        ("2015-09-01", "2015-11-30", Precision.SEASON, Anchor.STATED, "2015-09-01 to 2015-11-30"),
        ("2016-07-23", None, Precision.RANGE, Anchor.STATED, "since 2016-07-23"),
        (None, "2016-07-23", Precision.RANGE, Anchor.STATED, "until 2016-07-23"),
        ("2016-07-23", "2016-07-23", Precision.DAY, Anchor.PUBLICATION, "2016-07-23 (from publication)"),
        ("2016-07-23", "2016-07-23", Precision.DAY, Anchor.TEXT, "2016-07-23 (from the text)"),
        ("2016-07-23", "2016-07-23", Precision.DAY, Anchor.DATELINE, "2016-07-23 (from the dateline)"),
        (None, None, Precision.OPEN, Anchor.NONE, "open (last month)"),
    ],
)
def test_an_interval_is_never_written_sharper_than_it_is(earliest, latest, precision, anchor, words):
    assert when_words(When(earliest, latest, precision, anchor, "last month")) == words


def test_an_interval_with_one_end_is_not_open():
    assert not is_open(When("2016-07-23", None, Precision.RANGE, Anchor.STATED))
