from __future__ import annotations

import numpy as np
import pytest
from training.model.columns import tag_classes
from training.model.targets import NONE, PairTarget, RoleTarget, SpanTarget, Targets, pieces_of

TEXT = "Ada met Bo in Rome"
OFFSETS = [(0, 0), (0, 3), (4, 7), (8, 10), (11, 13), (14, 18), (0, 0)]
ADA, BO, ROME = (0, 3), (8, 10), (14, 18)


def targets(*columns):
    known = np.zeros(tag_classes(), dtype=np.bool_)
    known[list(columns)] = True
    return Targets(TEXT, known)


@pytest.mark.parametrize(
    ("at", "pieces"),
    [((0, 3), (1, 2)), ((4, 10), (2, 4)), ((9, 12), (3, 5)), ((3, 4), None), ((18, 30), None)],
)
def test_pieces_are_those_that_share_a_character_with_the_stretch(at, pieces):
    assert pieces_of(OFFSETS, at) == pieces


def test_a_stretch_begins_and_goes_on_and_what_is_not_annotated_is_unknown():
    given = targets(0, 2)
    given.spans = [SpanTarget(0, (0, 7)), SpanTarget(2, ROME)]
    found = given.tags(OFFSETS)
    assert found[:, 0].tolist() == [NONE, 1, 2, 0, 0, 0, NONE]
    assert found[:, 2].tolist() == [NONE, 0, 0, 0, 0, 1, NONE]
    assert (found[:, [1, *range(3, tag_classes())]] == NONE).all()


def test_a_stretch_within_another_of_its_class_begins_anew():
    given = targets(0)
    given.spans = [SpanTarget(0, BO), SpanTarget(0, (4, 18))]
    assert given.tags(OFFSETS)[:, 0].tolist() == [NONE, 0, 1, 1, 2, 2, NONE]


def test_a_stretch_that_the_window_cuts_begins_at_the_windows_first_piece_of_it():
    given = targets(0)
    given.spans = [SpanTarget(0, (4, 18))]
    assert given.tags([(0, 0), (11, 13), (14, 18), (0, 0)])[:, 0].tolist() == [NONE, 1, 2, NONE]


def test_a_mark_stands_at_the_first_piece_and_only_where_the_window_has_it():
    given = targets()
    given.marked = [("polarity", (4, 10), (1,)), ("modality", ROME, (0,))]
    assert given.marks(OFFSETS[:4]) == [("polarity", 2, (1,))]


def test_a_pair_is_asked_about_where_the_window_has_both():
    given = targets()
    given.pairings = [PairTarget("same_name", ADA, BO, 0), PairTarget("same_name", ADA, ROME, 1)]
    (pair,) = given.pairs(OFFSETS[:5])
    assert (pair.head, pair.left, pair.right, pair.classes) == ("same_name", (1, 2), (3, 4), (0,))
    assert (pair.distance, pair.alike) == (1, 0)


def test_a_relation_is_not_asked_about_over_many_pieces():
    given = Targets("x " * 70, np.zeros(tag_classes(), dtype=np.bool_))
    given.pairings = [PairTarget("relation", (0, 1), (at, at + 1), 1) for at in (120, 122)]
    offsets = [(0, 0), *((at, at + 1) for at in range(0, 140, 2)), (0, 0)]
    assert [pair.right for pair in given.pairs(offsets)] == [(61, 62)]


def test_roles_are_classes_of_every_piece_as_seen_from_the_trigger():
    given = targets()
    given.roles = [RoleTarget((4, 7), ((ADA, 0), ((8, 13), 1))), RoleTarget((30, 33), ((ADA, 0),))]
    (pair,) = given.pairs(OFFSETS)
    assert (pair.left, pair.right, pair.classes) == ((2, 3), (0, 7), (0, 1, 0, 3, 4, 0, 0))
