from __future__ import annotations

import pytest

from onrecord.score.words import Stretch, covers, filler, same_filler, same_fillers


def named(text: str, start: int = 0) -> tuple[Stretch, ...]:
    return (Stretch(start, start + len(text), text),)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ahmed Abdi Godane", "Godane", True),
        ("the Islamic State's", "Islamic State", True),
        ("Islamic State", "Islamic Courts Union", False),
        ("a core of former commanders", "core", True),
        ("Government of Afghanistan", "Afghanistan", False),
        ("U.S.", "u.s", True),
        ("the", "the", False),
        ("طالبان", "طالبان", True),
    ],
)
def test_two_stretches_apart_are_the_same_when_one_name_holds_the_other(one, other, same):
    assert same_filler(named(one), named(other, 500)) is same


def test_words_at_the_same_place_are_the_same_whatever_they_say():
    assert same_filler(named("its leadership"), named("its"))


def test_fillers_must_all_have_a_counterpart_on_both_sides():
    kabul, herat = named("Kabul"), named("Herat", 40)
    assert same_fillers([kabul, herat], [herat, kabul])
    assert not same_fillers([kabul], [kabul, herat])
    assert not same_fillers([kabul, herat], [kabul])


def test_the_other_words_that_gold_allows_are_read_with_a_filler():
    shape = {"start": 0, "end": 2, "text": "it", "or": [{"start": 9, "end": 14, "text": "Kenya"}]}
    assert [stretch.text for stretch in filler(shape)] == ["it", "Kenya"]


@pytest.mark.parametrize(
    ("start", "end", "same"), [(0, 10, True), (5, 30, True), (6, 30, False), (10, 20, False)]
)
def test_evidence_agrees_from_half_of_the_shorter_on(start, end, same):
    assert covers(Stretch(0, 10, ""), Stretch(start, end, "")) is same
