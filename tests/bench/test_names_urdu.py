from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

from names_plain import by_list
from names_urdu import f1_of, gold_of, judged, line
from training.schema import Example, Named, NameType

from onrecord.answers import Name, Stretch

ARMY, TOWN = "فوج", "گوادر"


def example(text, *names):
    found = []
    for words, kind in names:
        at = text.index(words)
        found.append(Named(Stretch(at, at + len(words)), kind, ""))
    return Example("urdu", "own", text, "ur", names=tuple(found))


def name(start, end, kind):
    return Name(Stretch(start, end), kind)


def test_names_are_judged_by_their_place_and_kind():
    gold = (name(0, 3, "place"), name(5, 9, "person"), name(11, 14, "place"))
    given = (name(0, 3, "place"), name(5, 9, "organisation"), name(20, 22, "time"))
    tally = judged(gold, given)
    assert (tally["right"], tally["given"], tally["asked"]) == (1, 2, 3)
    assert f1_of(tally) == pytest.approx(2 / 5)
    assert f1_of(tally, " place") == pytest.approx(2 / 3)
    assert f1_of(tally, " person") == 0


def test_the_row_has_precision_recall_and_f1_in_per_cent():
    row = line("nobody", [judged((name(0, 3, "place"),), (name(0, 3, "place"),))] * 3)
    assert row == "| nobody | 100.0 | 100.0 | 100.0 (100.0 to 100.0) | 0.0 | 0.0 | 100.0 |"


def test_times_and_numbers_are_no_names_here():
    one = example(f"کل {TOWN}", (TOWN, NameType.PLACE), ("کل", NameType.TIME))
    assert [found.type for found in gold_of(one)] == ["place"]


def test_the_list_has_what_mostly_was_a_name_and_takes_the_longest():
    train = [
        example(f"{TOWN} میں", (TOWN, NameType.PLACE)),
        example(f"{TOWN} پورٹ اتھارٹی", (f"{TOWN} پورٹ اتھارٹی", NameType.ORGANISATION)),
        example(f"{ARMY} نے کہا", (ARMY, NameType.ORGANISATION)),
        *(example(f"{ARMY} آئی") for _ in range(3)),
    ]
    named = by_list([(one.text, gold_of(one)) for one in train])
    assert [(found.type, found.at.start) for found in named(f"{ARMY} اور {TOWN}")] == [("place", 8)]
    assert [found.type for found in named(f"{TOWN} پورٹ اتھارٹی")] == ["organisation"]
    assert list(named("")) == []
