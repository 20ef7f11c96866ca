from __future__ import annotations

import pytest
from training.model.columns import tag_column, tag_columns
from training.schema import Example, Layer, Named, NameType, Stretch

from training.model.layers import targets_of

TEXT = "Ada met Bo in Rome on Monday"
ADA, BO, ROME, MONDAY = Stretch(0, 3), Stretch(8, 10), Stretch(14, 18), Stretch(22, 28)
NAMES = (
    Named(ADA, NameType.PERSON, "PER", 0),
    Named(BO, NameType.GROUP, "NORP", 1),
    Named(ROME, NameType.GEOPOLITICAL, "GPE", -1),
    Named(MONDAY, NameType.TIME, "DATE", 0),
)


def told(own_set, *layers, names=NAMES):
    return targets_of(Example(own_set, "a", TEXT, annotated=frozenset(layers), names=names))


def known(targets):
    return [number for number, asked in enumerate(targets.columns) if asked]


def stretches(targets):
    return {(at, column) for column, at in targets.spans}


def test_names_of_all_sets_have_six_classes():
    targets = told("redocred", Layer.NAMES)
    assert known(targets) == tag_columns("names")
    assert stretches(targets) == {((0, 3), 0), ((8, 10), 1), ((14, 18), 2), ((22, 28), 4)}


@pytest.mark.parametrize("own_set", ["wikigold", "wnut17"])
def test_sets_without_times_and_numbers_say_nothing_of_them(own_set):
    targets = told(own_set, Layer.NAMES)
    assert known(targets) == [0, 1, 2, 3]
    assert ((22, 28), 4) not in stretches(targets)


@pytest.mark.parametrize("own_set", ["geovirus", "lgl"])
def test_whatever_a_set_of_places_marks_is_a_place(own_set):
    targets = told(own_set, Layer.PLACES)
    assert known(targets) == [2]
    assert {column for _, column in stretches(targets)} == {2}


def test_a_set_of_times_is_asked_about_times_alone():
    targets = told("timebank", Layer.TIMES)
    assert known(targets) == [4]
    assert stretches(targets) == {((22, 28), 4)}


def test_re3d_has_a_head_of_its_own():
    targets = told("re3d", Layer.NAMES, names=(Named(ROME, NameType.PLACE, "Location"),))
    assert known(targets) == tag_columns("re3d")
    assert stretches(targets) == {((14, 18), tag_column("re3d", "Location"))}


def test_the_phrases_of_ecb_plus_are_no_names():
    targets = told("ecbplus", Layer.EVENTS)
    assert known(targets) == []
    assert targets.spans == []


def test_names_of_known_chains_are_one_or_two():
    pairs = {(pair.left, pair.right): pair.kind for pair in told("redocred", Layer.NAMES).pairings}
    assert pairs == {((0, 3), (8, 10)): 0, ((0, 3), (22, 28)): 1, ((8, 10), (22, 28)): 0}
