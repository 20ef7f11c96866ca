from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Anchor, Bound, Event, Precision, When
from onrecord.show.web.timeline import LEFT, MOST_TICKS, RIGHT, draw_timeline

DAY = When("2016-07-23", "2016-07-23", Precision.DAY, Anchor.STATED)
YEAR = When("2016-01-01", "2016-12-31", Precision.YEAR, Anchor.STATED)
OPEN = When(None, None, Precision.OPEN, Anchor.NONE)
EVENT = Event("evt:1", (), "attack", "", "", "", DAY, "", "Kabul", 1, "AF", (), Bound(), Bound(), 1, 1)


def events(*whens):
    return [replace(EVENT, id=f"evt:{n}", when=when) for n, when in enumerate(whens)]


def test_a_known_day_is_drawn_precise_and_a_year_pale_and_wide():
    day, year = sorted(draw_timeline(events(DAY, YEAR)).bars, key=lambda bar: bar.width)
    assert day.precise
    assert not year.precise
    assert year.width > 20 * day.width


def test_events_without_a_date_are_named_apart_and_not_drawn():
    drawn = draw_timeline(events(DAY, OPEN))
    assert [bar.event_id for bar in drawn.bars] == ["evt:0"]
    assert drawn.undated == ("evt:1",)


def test_only_undated_events_draw_nothing():
    drawn = draw_timeline(events(OPEN))
    assert (drawn.bars, drawn.ticks, drawn.height) == ((), (), 0)


def test_an_end_that_nobody_states_runs_to_the_edge():
    bar = draw_timeline(events(When("2016-07-23", None, Precision.RANGE, Anchor.STATED), YEAR)).bars[-1]
    assert bar.open_end
    assert bar.x + bar.width == pytest.approx(RIGHT)


DAYS = st.dates(date(1946, 1, 1), date(2030, 12, 31))


@given(st.lists(st.tuples(DAYS, st.integers(0, 4000)), min_size=1, max_size=8))
def test_all_bars_and_a_few_ticks_stand_inside_the_drawing(made):
    whens = [
        When(day.isoformat(), (day + timedelta(days=length)).isoformat(), Precision.RANGE, Anchor.STATED)
        for day, length in made
    ]
    drawn = draw_timeline(events(*whens))
    assert len(drawn.bars) == len(made)
    assert all(LEFT <= bar.x <= bar.x + bar.width <= RIGHT + 6 for bar in drawn.bars)
    assert len(drawn.ticks) <= MOST_TICKS
    assert all(LEFT <= tick.x <= RIGHT and tick.label for tick in drawn.ticks)
