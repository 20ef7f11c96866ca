from __future__ import annotations

from dataclasses import replace

from onrecord.show.web.strip import draw_strip
from onrecord.store import Store


def strip(record, ids, *names):
    with Store(record) as store:
        return draw_strip([store.claim(ids[name]) for name in names], "killed")


def test_each_claim_has_its_own_figure_with_who_says_so(record, ids):
    drawn = strip(record, ids, "bombing", "attack")
    assert [dot.figure for dot in drawn.dots] == ["12", "81 or more"]
    assert "Officials" in drawn.dots[0].label
    assert drawn.differ


def test_more_than_has_an_arrow_and_no_end(record, ids):
    (dot,) = strip(record, ids, "attack").dots
    assert dot.unbounded
    assert dot.x == dot.end


def test_the_same_figure_twice_does_not_differ(record, ids):
    assert not strip(record, ids, "bombing", "urdu").differ


def test_the_parts_that_one_claim_counts_do_not_differ(record, ids):
    with Store(record) as store:
        row = store.claim(ids["bombing"])
    (whole,) = row.claim.casualties
    part = replace(whole, number=replace(whole.number, low=3, high=3), scope="part")
    drawn = draw_strip([replace(row, claim=replace(row.claim, casualties=(whole, part)))], "killed")
    assert [dot.figure for dot in drawn.dots] == ["12", "3"]
    assert not drawn.differ


def test_without_a_figure_there_is_no_strip(record, ids):
    assert strip(record, ids, "alliance") is None
