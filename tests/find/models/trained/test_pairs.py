from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from onrecord.find.models.trained.features import distance
from onrecord.find.models.trained.pairs import AT_ONCE, UNREAD, pair_logits, role_logits, sigmoid

TEXT = "Harbour Front and the Front"
ONE, OTHER = (0, 13), (18, 27)  # pieces 0-1 and 3-4


def rows(**changed):
    return {name: np.array(array, dtype=np.float32) for name, array in changed.items()}


@pytest.fixture
def halves():
    # four columns of "relation" (left, right), then four of "role"
    return np.array(
        [[1, 0, 0, 2, 0, 0, 0, 0], [3, 0, 0, 4, 0, 0, 0, 0]] + 3 * [[5, 0, 0, 6, 1, 1, 1, 1]],
        dtype=np.float32,
    )


def test_a_pair_is_scored_by_its_ends_their_distance_and_likeness(weights, signals, halves):
    arrays = {**weights.arrays, "relation.out": np.array([[1, 0], [10, 1]], dtype=np.float32)}
    arrays |= rows(**{"relation.bias": [0, 100]})
    arrays["relation.distance"] = np.arange(32, dtype=np.float32).reshape(16, 2)
    arrays["relation.alike"] = np.array([[0, 0], [0, 0], [0.5, -20], [0, 0]], dtype=np.float32)
    found = pair_logits(
        replace(weights, arrays=arrays),
        signals(TEXT, halves=halves),
        "relation",
        [(ONE, OTHER), (OTHER, ONE)],
    )
    # left: mean of 1 and 3, right: mean of 6 and 6; one piece between: distance 1 = (2, 3); likeness 2
    # hidden (2 + 2 + 0.5, 6 + 3 - 20), the second below 0
    assert found[0].tolist() == [4.5, 145]
    # left: 5, right: mean of 2 and 4; behind: distance 9 = (18, 19); hidden (5 + 18 + 0.5, 3 + 19 - 20)
    assert found[1].tolist() == [23.5, 337]


def test_pairs_beyond_those_scored_at_once_are_scored_alike(weights, signals, halves):
    text = signals(TEXT, halves=halves)
    found = pair_logits(weights, text, "relation", [(ONE, OTHER)] * (AT_ONCE + 3))
    assert found.shape == (AT_ONCE + 3, 2)
    assert len(np.unique(found, axis=0)) == 1


def test_no_pairs_have_no_rows_and_a_stretch_without_pieces_is_unread(weights, signals):
    text = signals(TEXT)
    assert pair_logits(weights, text, "relation", []).shape == (0, 2)
    found = pair_logits(weights, text, "relation", [((13, 14), OTHER), (ONE, OTHER), (ONE, (500, 501))])
    assert (found == UNREAD).all(axis=1).tolist() == [True, False, True]


def test_roles_are_scored_for_every_piece_by_its_distance_from_the_trigger(weights, signals):
    text = " ".join(["w"] * 400)
    arrays = {**weights.arrays, "role.distance": np.eye(16, 2, dtype=np.float32) + np.arange(16)[:, None]}
    read = signals(text)
    found = role_logits(replace(weights, arrays=arrays), read, (400, 403))  # pieces 200 and 201
    expected = [arrays["role.distance"][distance((200, 202), (k, k + 1))].sum() for k in range(400)]
    assert found.shape == (400, 3)
    np.testing.assert_allclose(found[:, 1], expected)


def test_a_trigger_at_either_end_has_a_row_for_every_piece(weights, signals):
    text = signals(TEXT)
    assert len(role_logits(weights, text, (0, 7))) == len(role_logits(weights, text, (22, 27))) == 5


def test_a_trigger_that_was_not_read_has_no_roles(weights, signals):
    assert role_logits(weights, signals(TEXT), (13, 14)).shape == (0, 3)


def test_shares_come_from_log_odds_however_large():
    assert sigmoid(np.array([0, np.log(3), -1e9, 1e9])).tolist() == pytest.approx([0.5, 0.75, 0, 1], abs=1e-9)
