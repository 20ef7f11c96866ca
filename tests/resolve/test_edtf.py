from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.records import Anchor, Precision, When
from onrecord.resolve.edtf import edtf_of, when_of
from onrecord.resolve.periods import around, decade, month, season, year

FORMS = (
    ("2016-03-04", "2016-03-04", "2016-03-04", "day"),
    ("2016-02", "2016-02-01", "2016-02-29", "month"),
    ("2016-21", "2016-03-01", "2016-05-31", "season"),
    ("2016-24", "2016-12-01", "2017-02-28", "season"),
    ("2016-34", "2016-04-01", "2016-06-30", "quarter"),
    ("2016-41", "2016-07-01", "2016-12-31", "half"),
    ("2016", "2016-01-01", "2016-12-31", "year"),
    ("201X", "2010-01-01", "2019-12-31", "decade"),
    ("2016-03-04/..", "2016-03-04", None, "range"),
    ("../2016-03-04", None, "2016-03-04", "range"),
    ("2016-03-04/2016-04-01", "2016-03-04", "2016-04-01", "range"),
    ("../..", None, None, "open"),
)
DAYS = st.dates(date(1000, 1, 1), date(9000, 12, 31))
PERIODS = st.one_of(
    DAYS.map(lambda on: around(on, "day")), DAYS.map(lambda on: month(on.year, on.month)),
    DAYS.map(lambda on: year(on.year)), DAYS.map(lambda on: around(on, "quarter")),
    DAYS.map(lambda on: decade(on.year - on.year % 10)),
    st.tuples(st.sampled_from(["spring", "summer", "autumn", "winter"]), DAYS).map(lambda p: season(p[0], p[1].year)),
)  # fmt: skip


@pytest.mark.parametrize(("edtf", "first", "last", "precision"), FORMS)
def test_each_form_is_read_and_written_again(edtf, first, last, precision):
    when = when_of(edtf)
    assert (when.earliest, when.latest, when.precision) == (first, last, precision)
    assert edtf_of(when) == edtf


@given(PERIODS, st.sampled_from([Anchor.STATED, Anchor.TEXT]))
def test_a_period_of_the_calendar_comes_back_whole(period, anchor):
    when = When(period.first.isoformat(), period.last.isoformat(), period.precision, anchor)
    again = when_of(edtf_of(when))
    assert (again.earliest, again.latest, again.precision, again.anchor) == (
        when.earliest, when.latest, when.precision, anchor,
    )  # fmt: skip


@given(st.none() | DAYS, st.none() | DAYS)
def test_the_ends_of_any_interval_come_back(one, other):
    first, last = sorted((one, other)) if one and other else (one, other)
    ends = tuple(end.isoformat() if end else None for end in (first, last))
    again = when_of(edtf_of(When(*ends, Precision.RANGE, Anchor.STATED)))
    assert (again.earliest, again.latest) == ends


@given(st.text(alphabet="0123456789X-/.~?[]", max_size=30))
def test_hostile_texts_are_read_or_refused(text):
    try:
        when = when_of(text)
    except InputError:
        return
    assert when.earliest is None or when.latest is None or when.earliest <= when.latest


@pytest.mark.parametrize(
    "text", ["", "2016-13", "2016-02-30", "2016-29", "2016-50", "201X-03", "2016~~", "2017/2016"]
)
def test_what_names_no_interval_is_refused(text):
    with pytest.raises(InputError, match="EDTF"):
        when_of(text)
