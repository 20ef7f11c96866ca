from __future__ import annotations

from dataclasses import replace

from builders.facts import AFGHANISTAN, KABUL, day, fact, killed, party
from onrecord.merge.build import build_event, join_intervals
from onrecord.merge.fact import OPEN
from onrecord.records import Anchor, Bound, Modality, Precision, SpeechAct, When

YEAR = When("2016-01-01", "2016-12-31", Precision.YEAR, Anchor.STATED, "2016")


def test_a_day_and_its_year_give_the_day():
    joined = join_intervals([YEAR, day("2016-07-23")])
    assert (joined.earliest, joined.latest, joined.precision) == ("2016-07-23", "2016-07-23", Precision.DAY)


def test_two_different_days_give_the_range_that_holds_both_and_no_choice():
    joined = join_intervals([day("2016-07-23"), day("2016-07-24")])
    assert (joined.earliest, joined.latest, joined.precision) == ("2016-07-23", "2016-07-24", Precision.RANGE)


def test_open_intervals_stay_open():
    assert join_intervals([OPEN, OPEN]) == OPEN


def test_an_open_end_is_closed_only_by_another_claim():
    since = When("2014-01-01", None, Precision.RANGE, Anchor.STATED, "since 2014")
    assert join_intervals([since]).latest is None
    assert join_intervals([since, YEAR]).latest == "2016-12-31"


def test_a_fallback_stays_flagged_when_nobody_states_the_day():
    monday = When("2016-07-25", "2016-07-25", Precision.DAY, Anchor.PUBLICATION, "Monday")
    assert join_intervals([monday]).anchor is Anchor.PUBLICATION


def test_the_finer_place_wins_and_the_country_comes_with_it():
    event = build_event("evt_1", [fact("a", place=AFGHANISTAN), fact("b", place=KABUL)], "test")
    assert (event.place, event.country, event.where_precision) == ("Kabul", "Afghanistan", 1)


def test_tolls_that_cannot_both_hold_are_marked_as_disputed():
    one, other = fact("a", toll=(killed(36, 36),)), fact("b", toll=(killed(94, 94),))
    assert build_event("evt_1", [one, other], "test").disputed
    assert not build_event("evt_1", [one], "test").disputed


def test_injured_that_cannot_both_hold_are_marked_too():
    hurt = [replace(killed(n, n), outcome="injured") for n in (231, 413)]
    assert build_event("evt_1", [fact("a", toll=(hurt[0],)), fact("b", toll=(hurt[1],))], "test").disputed


def test_a_denial_marks_the_event_and_adds_nothing_to_its_figures():
    said, denied = fact("a", toll=(killed(12, 12),)), fact("b", toll=(killed(2, 2),), act=SpeechAct.DENY)
    event = build_event("evt_1", [said, denied], "test")
    assert event.disputed
    assert event.killed == Bound(12, 12, 12)
    assert event.origins == 1


def test_a_possible_killing_is_no_figure():
    planned = fact("b", toll=(killed(50, 50),), modality=Modality.PLANNED)
    assert build_event("evt_1", [fact("a", toll=(killed(5, 5),)), planned], "t").killed == Bound(5, 5, 5)


def test_a_bare_name_gives_way_to_the_linked_actor_of_its_role():
    one = fact("a", parties=(party("agent", "act:taliban"), party("target", "")))
    assert build_event("evt_1", [one], "t").sides == (("agent", "act:taliban", "taliban"), ("target", "", ""))


def test_the_dead_are_split_by_status_as_the_best_figure_s_claim_splits_them():
    civilians, soldiers = replace(killed(3, 3), status="civilian"), replace(killed(2, 2), status="combatant")
    part = replace(killed(1, 1, scope="part"), status="civilian")
    event = build_event("evt_1", [fact("a", toll=(civilians, soldiers, part))], "test")
    assert event.killed.best == 5
    assert dict(event.dead) == {"civilian": 3, "combatant": 2}
